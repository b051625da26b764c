"""The store: what came in, what was made of it, what a person decided."""
