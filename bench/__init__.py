"""Measures: what the project is compared by. Nothing in the product needs this folder."""
