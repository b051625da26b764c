"""Which blocks of a page are its article: the rows of the page, the evidence for each block, and the choice."""
