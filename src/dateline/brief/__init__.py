"""The day's edition: what does a reader need today, in what order, in sentences taken from the sources?"""

from dateline.brief.closed import usable
from dateline.brief.course import course
from dateline.brief.decided import Decided, apply, check_correction, counts, followed, regrouped, standing
from dateline.brief.edited import alternatives, edited, passage_at
from dateline.brief.edition import edition
from dateline.brief.material import LATE, BriefRules, Material
from dateline.brief.watched import Watched

__all__ = [
    "LATE",
    "BriefRules",
    "Decided",
    "Material",
    "Watched",
    "alternatives",
    "apply",
    "check_correction",
    "counts",
    "course",
    "edited",
    "edition",
    "followed",
    "passage_at",
    "regrouped",
    "standing",
    "usable",
]
