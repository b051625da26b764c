"""A run that must be out by a time, whatever happened."""

from collections.abc import Callable
from dataclasses import dataclass, field

# Seconds for what comes after reading: grouping, the briefing and the pages. `bench/scale.py` measures 0.006 an article
# at 10,000; a slower machine has twice that, and some.
_ALWAYS = 15.0
_AN_ARTICLE = 0.02


@dataclass(slots=True)
class Until:
    """When the steps that take long must stop, and what they left undone."""

    left: Callable[[], float] | None = None
    """Seconds until the edition is to be out; None where it may take as long as it takes."""
    articles: int = 0
    """Of how many articles the edition will be made, as far as that is known by now."""
    missing: list[str] = field(default_factory=list)
    """What did not get in, each in a line for the reader of the edition: nothing of paths and hosts of ours."""
    details: list[str] = field(default_factory=list)
    """The same for whoever runs it."""

    @property
    def is_set(self) -> bool:
        """Whether there is such a time."""
        return self.left is not None

    def is_over(self) -> bool:
        """Whether what is left of the time is wanted for making the edition."""
        return self.left is not None and self.left() < _ALWAYS + _AN_ARTICLE * self.articles

    def lacks(self, what: str, detail: str = "") -> None:
        """Note what did not get in, for the reader, and why, for whoever runs it."""
        self.missing.append(what)
        self.details.append(f"{what} ({detail})" if detail else what)
