"""The one entry of the step: which articles are read, by which version, and what becomes of the others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import tee

from dateline.read.rules import ReadRules
from dateline.records import Article, Reading, SkipReason

# Raised with every change of what is read: readings of an older version are made anew.
_VERSION = "en-10"
_LANGUAGES = frozenset({"en"})


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that was not read, or may not be used, and why."""

    article_id: str
    reason: SkipReason
    detail: str


class Reader:
    """Reads articles. The language pipeline is loaded when the first text needs it, in about two seconds."""

    def __init__(self, rules: ReadRules) -> None:
        """A reader by these rules; nothing is loaded yet."""
        self._rules = rules

    @property
    def version(self) -> str:
        """The version of the reader and of what it reads with; another version may read otherwise."""
        return f"{_VERSION}+{self._rules.pipeline}"

    def read(self, article: Article) -> Reading | Unread:
        """What one article says, or why it was not read. Raises `PipelineError` where the pipeline is missing."""
        return next(iter(self.read_all([article])))

    def read_all(self, articles: Iterable[Article]) -> Iterator[Reading | Unread]:
        """For each article in turn what it says, or why it was not read; faster than one by one."""
        for_texts, for_results = tee(articles)
        readings = self._readings(article for article in for_texts if _why_not(article) is None)
        for article in for_results:
            unread = _why_not(article)
            yield unread or next(readings)

    def _readings(self, articles: Iterable[Article]) -> Iterator[Reading]:
        # spaCy takes more than a second to import; commands that read no text do without.
        from dateline.read import whole  # noqa: PLC0415

        yield from whole.readings(articles, self._rules.pipeline, self.version)


def _why_not(article: Article) -> Unread | None:
    if article.language in _LANGUAGES:
        return None
    if article.language is None:
        detail = "its language is unknown; tell it with --language or `language` of its source"
    else:
        detail = f"its language is {article.language!r}; languages read: {', '.join(sorted(_LANGUAGES))}"
    return Unread(article.id, SkipReason.LANGUAGE_NOT_READ, detail)
