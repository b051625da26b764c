"""What a person decided, applied to what the program made."""

from dateline.brief.decided.records import Decided, apply, check_correction, counts, standing
from dateline.brief.decided.stories import followed, regrouped

__all__ = ["Decided", "apply", "check_correction", "counts", "followed", "regrouped", "standing"]
