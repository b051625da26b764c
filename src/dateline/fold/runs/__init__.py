"""The runs of words of all texts: which texts share some, and which runs tell nothing."""

from dateline.fold.runs.background import rarely_shared
from dateline.fold.runs.furniture import furniture
from dateline.fold.runs.kept import Kept, Sketch, Sketches, is_kept, sketches
from dateline.fold.runs.likely import likely
from dateline.fold.runs.numbers import BYTES, LENGTH, Numbers, among, covered, numbers, runs, written

__all__ = [
    "BYTES",
    "LENGTH",
    "Kept",
    "Numbers",
    "Sketch",
    "Sketches",
    "among",
    "covered",
    "furniture",
    "is_kept",
    "likely",
    "numbers",
    "rarely_shared",
    "runs",
    "sketches",
    "written",
]
