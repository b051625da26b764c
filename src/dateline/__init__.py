"""Dateline reads the day's news and writes the morning briefing, every line of it with its source.

Nobody inside the package imports from here: each module is imported from where it stands.
"""

__version__ = "0.1.0"
