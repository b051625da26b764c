"""What a person decided, applied to what the program made."""

from dateline.brief.decided.records import Decided, apply, check_correction, standing
from dateline.brief.decided.stories import regrouped

__all__ = ["Decided", "apply", "check_correction", "regrouped", "standing"]
