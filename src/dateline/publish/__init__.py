"""To the reader: an edition becomes a site."""
