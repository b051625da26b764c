"""In which sentence of a story a word stands, and who says it."""

from bisect import bisect_right
from collections.abc import Iterable

from spacy.tokens import Token

from dateline.read import statements
from dateline.read.acts.found import StoryContext
from dateline.records import Span
from dateline.text import sentences

_CLOSING = "\"'”’ "


class Sayings:
    """The sentences and attributions of a story, asked by token."""

    def __init__(self, context: StoryContext) -> None:
        self.text = context.doc.text
        self._doc = context.doc
        self._statements = context.statements
        self._sentences = sentences.spans(self.text)
        self._starts = [span.start for span in self._sentences]
        said = [span.of(self.text).rstrip(_CLOSING) for span in self._sentences]
        self._questions = {at for at, words_ in enumerate(said) if words_.endswith("?")}
        self._holding: dict[int, list[int]] = {}
        for index, found in enumerate(context.statements):
            for span in found.content:
                for place in self.places(span):
                    self._holding.setdefault(place, []).append(index)

    def asks(self, token: Token) -> bool:
        """Whether a token's sentence is a question."""
        at = bisect_right(self._starts, token.idx) - 1
        return at in self._questions

    def evidence(self, token: Token) -> Span:
        """The sentence that a token stands in."""
        at = bisect_right(self._starts, token.idx) - 1
        here = Span(token.idx, token.idx + len(token))
        return self._sentences[at] if at >= 0 and self._sentences[at].overlaps(here) else here

    def report(self, token: Token, actors: Iterable[str] = ()) -> int | None:
        """The innermost attribution in whose content a token stands, the actors' own last; None where there is none."""
        own = {actor.casefold() for actor in actors}
        said = self._statements
        holding = [
            ((said[index].speaker or "").casefold() in own, sum(s.end - s.start for s in said[index].content), index)
            for index in self._holding.get(token.i, ())
        ]
        return min(holding)[2] if holding else None

    def said(self, token: Token) -> statements.Found | None:
        """The innermost attribution with a speaker in whose content a token stands, or None."""
        holding = [self._statements[index] for index in self._holding.get(token.i, ())]
        named = [one for one in holding if one.speaker is not None and one.cue]
        return min(named, key=lambda one: sum(s.end - s.start for s in one.content), default=None)

    def reporter(self, index: int | None, actors: Iterable[str]) -> str | None:
        """Who reports it, where that is somebody else than the actors themselves."""
        speaker = None if index is None else self._statements[index].speaker
        return None if speaker is None or speaker.casefold() in {actor.casefold() for actor in actors} else speaker

    def places(self, span: Span) -> range:
        """The places of the tokens of a span."""
        found = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        return range(0) if found is None else range(found.start, found.end)
