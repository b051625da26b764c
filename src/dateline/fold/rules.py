"""When a text is the same text again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FoldRules:
    """Shares are of words in sentences that the other text has too; `docs/folding.md` says how they were found."""

    same: float = 0.5
    """A text is a copy where at least this share of it is the other's; below that, most of it is its sender's own."""
    page: float = 0.1
    """Versions of a page of the web have this share of the shorter one: an update may be written anew but for a few
    sentences. Of two articles that a site gives one address by mistake it is none."""
    told: float = 0.25
    """The share of it outside quotations that must be the other's too: two may quote one statement at length."""
    days: int = 3
    """After so many days what one sender puts out is no further version of what it put out before."""
    shortest: int = 20
    """Words below which a text is too short to be told from others of its kind."""
    much_shorter: float = 0.8
    """A copy that holds less than this share of the original is a shortened one."""
    mostly: float = 0.85
    """A copy of which less than this share stands in the original has paragraphs of its own."""
    reused: int = 25
    """Words, quotations not counted, that a story of its own must have from another before they are reuse."""
    cut: float = 0.35
    """A paper's text that stands whole in a later one and is less than this of it was taken into a story of its own."""
    whole: float = 0.6
    """A paper's text with less than this share of the words of another in its family was cut."""
