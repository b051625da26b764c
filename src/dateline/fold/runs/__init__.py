"""The runs of words of all texts: which texts share some, and which runs tell nothing."""

from dateline.fold.runs.furniture import furniture
from dateline.fold.runs.kept import Kept, Sketch, is_kept, sketch
from dateline.fold.runs.likely import likely
from dateline.fold.runs.numbers import LENGTH, Numbers, among, covered, numbers, runs

__all__ = [
    "LENGTH",
    "Kept",
    "Numbers",
    "Sketch",
    "among",
    "covered",
    "furniture",
    "is_kept",
    "likely",
    "numbers",
    "runs",
    "sketch",
]
