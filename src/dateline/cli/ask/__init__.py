"""Asking the store, over all articles up to its newest edition: who is who, and who said what."""
