"""Go and get: a source becomes pages, each with its bytes as they came."""
