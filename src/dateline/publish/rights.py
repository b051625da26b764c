"""What of each article may be shown, by the rights that its source gives."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.records import Article, Passage, Rights, Source, Span

_ANY = Source(name="", location="")
_UNNAMED = Source(name="", location="", rights=Rights.HEADLINE)


def source_of(name: str, sources: Mapping[str, Source], *, listed: bool) -> Source:
    """The source of a name, for its rights; `listed` says whether the settings list sources.

    Where they do and not this one, what they once said of it is not known: rights do not widen by themselves, so its
    headlines alone may be shown. Where they list none, the default holds.
    """
    return sources.get(name) or (_UNNAMED if listed else _ANY)


class Allowance:
    """What may be shown of the articles of an edition. Passages that were asked for first have the first claim."""

    def __init__(self) -> None:
        self._rights: dict[str, Rights] = {}
        self._shown: dict[str, list[Span]] = {}

    def add(self, article: Article, source: Source, wanted: Iterable[Span]) -> None:
        """Allow of an article the passages in `wanted`, in their order, as far as its source lets us."""
        self._rights[article.id] = source.rights
        if source.rights is Rights.FULL:
            self._shown[article.id] = [Span(0, len(article.text))]
            return
        spans: list[Span] = []
        if source.rights is Rights.EXTRACT:
            for span in wanted:
                joined = list(_joined([*spans, span], article.text))
                if sum(one.end - one.start for one in joined) <= source.extract:
                    spans = joined
        self._shown[article.id] = spans

    def shows(self, passage: Passage) -> bool:
        """Whether a passage may be shown; a headline always may."""
        if passage.field == "headline":
            return True
        if passage.field == "standfirst":
            return self.rights(passage.article_id) is not Rights.HEADLINE
        return any(span.covers(passage.span) for span in self._shown.get(passage.article_id, ()))

    def rights(self, article_id: str) -> Rights:
        """The rights in an article."""
        return self._rights[article_id]

    def spans(self, article_id: str) -> list[Span]:
        """What of an article's text may be shown, in order, none of them touching another."""
        return self._shown[article_id]


def _joined(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """The characters of some spans of a text, in order; what is parted by white space only is one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and not text[last.end : span.start].strip():
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last
