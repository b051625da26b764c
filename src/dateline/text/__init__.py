"""Plain text: sentences, quotation marks, words. No language pipeline, no network."""
