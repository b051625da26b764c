"""The wire text of before XML: messages framed by control characters, as teleprinters wanted them."""
