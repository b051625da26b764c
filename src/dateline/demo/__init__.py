"""The shipped day: invented pages and dispatches of three days in May 2031, and the settings that list them.

What is in it, file by file: docs/shipped-day.md. Everything is as it would come from outside, also what is broken,
withdrawn or hostile; nothing in here is code.
"""

from datetime import date
from importlib.resources import files
from pathlib import Path

DAYS = (date(2031, 5, 6), date(2031, 5, 7), date(2031, 5, 8))
"""The days of the shipped day, in order."""


def folder() -> Path:
    """The folder of the shipped day, with `dateline.toml` and one folder a source in it; only to be read."""
    return Path(str(files(__package__) / "day"))
