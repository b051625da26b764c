"""The terminal: each command reads its arguments, calls the library and prints."""
