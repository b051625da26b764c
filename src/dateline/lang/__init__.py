"""What we know of a language, as data: one folder a language, the same file names in each."""
