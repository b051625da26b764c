"""Questions about clauses: who acts, what it says, under which condition, on whose word, when."""

from collections.abc import Iterable

from spacy.tokens import Token

from dateline.read.acts.found import StoryContext
from dateline.read.acts.words import words
from dateline.read.statements.tree import children, subject, subtree
from dateline.records import Span
from dateline.text import sentences

_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_NEGATIONS = frozenset({"no", "not", "n't", "n’t", "never", "neither"})

_NO_ACT = frozenset({"nsubj", "nsubjpass", "csubj", "mark", "cc", "conj", "punct", "parataxis", "relcl"})
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Penn tags of "which", "who", "whose", "where"."""


class Story:
    """A story's context with the lookups that the rules share."""

    def __init__(self, context: StoryContext) -> None:
        self.context = context
        self.doc = context.doc
        self.text = context.doc.text
        self._sentences = sentences.spans(self.text)
        self._known = words("en")

    def evidence(self, token: Token) -> Span:
        """The sentence that a token stands in."""
        here = Span(token.idx, token.idx + len(token))
        return next((span for span in self._sentences if span.overlaps(here)), here)

    def actor(self, token: Token) -> str:
        """Whom a noun phrase means; "we" means the body for which the speaker speaks, as far as his role names it."""
        if token.lower_ in {"we", "our", "us"} and (index := self.report(token)) is not None:
            said = self.context.statements[index]
            return _body(said.role) or said.speaker or token.text
        if token.lower_ in {"i", "my", "me"} and (index := self.report(token)) is not None:
            return self.context.statements[index].speaker or token.text
        left = [child for child in token.subtree if child.dep_ not in {"relcl", "acl", "advcl"}]
        span = self.doc[min(child.i for child in left) : token.right_edge.i + 1]
        clause = next(
            (
                child
                for child in token.children
                if child.dep_ in {"relcl", "acl", "appos", "prep"} and child.i > token.i
            ),
            None,
        )
        if clause is not None and span.end > clause.left_edge.i:
            span = self.doc[span.start : max(clause.left_edge.i, token.i + 1)]
        while len(span) > 1 and (span[-1].is_punct or span[-1].is_space):
            span = span[:-1]
        return self.context.cast.resolve(span).name

    def report(self, token: Token, actors: Iterable[str] = ()) -> int | None:
        """The innermost attribution in whose content a token stands, the actors' own last; None where there is none."""
        place = token.idx
        own = {actor.casefold() for actor in actors}
        holding = [
            ((found.speaker or "").casefold() in own, sum(span.end - span.start for span in found.content), index)
            for index, found in enumerate(self.context.statements)
            if any(span.start <= place < span.end for span in found.content)
        ]
        return min(holding)[2] if holding else None

    def reporter(self, index: int | None, actors: Iterable[str]) -> str | None:
        """Who reports it, where that is somebody else than the actors themselves."""
        speaker = None if index is None else self.context.statements[index].speaker
        return None if speaker is None or speaker.casefold() in {actor.casefold() for actor in actors} else speaker

    def condition(self, verb: Token) -> str | None:
        """The clause on which the verb hangs: "if Tolle opens by 1 June"."""
        for child in verb.children:
            if child.dep_ not in {"advcl", "prep", "ccomp"}:
                continue
            words_ = self.words(subtree(child))
            opening = words_.lower()
            if any(opening.startswith(f"{opener} ") for opener in self._known.lists["conditions.openers"]):
                return words_
        return None

    def words(self, places: Iterable[int]) -> str:
        """The characters from the first to the last token, verbatim, without marks at the edges."""
        inside = sorted(places)
        while inside and (self.doc[inside[-1]].is_punct or self.doc[inside[-1]].is_space):
            inside.pop()
        while inside and (
            self.doc[inside[0]].is_punct
            or self.doc[inside[0]].is_space
            or (self.doc[inside[0]].dep_ == "mark" and self.doc[inside[0]].lower_ == "that")
        ):
            inside.pop(0)
        if not inside:
            return ""
        last = self.doc[inside[-1]]
        return self.text[self.doc[inside[0]].idx : last.idx + len(last)]

    def clause(self, verb: Token) -> str:
        """The shortest clause that says what the verb does: verb, auxiliaries, objects and adverbials, no subject."""
        left_out: set[int] = set()
        for child in verb.children:
            if child.dep_ in _NO_ACT or child.tag_ in _RELATIVE:
                left_out |= subtree(child)
        run = subtree(verb) - left_out
        first = min(
            (place for place in run if self.doc[place].dep_ not in {"advmod", "prep", "npadvmod", "advcl"}),
            default=verb.i,
        )
        end = verb.i
        for place in sorted(place for place in run if place > verb.i):
            if place - end > 1 and not all(self.doc[gap].is_punct for gap in range(end + 1, place)):
                break
            end = place
        return self.words(range(min(first, verb.i), end + 1))

    def dates(self, verb: Token) -> tuple[str | None, tuple[str, ...]]:
        """The value of the first day or span of days in the verb's clause, and all readings where it is left open."""
        low, high = verb.left_edge.idx, verb.right_edge.idx + len(verb.right_edge)
        for found in self.context.times:
            days = found.type in {"DATE", "TIME"} and not (found.value or "").endswith("_REF")
            if days and low <= found.span.start < high:
                if found.alternatives and found.value:
                    return None, (found.value, *found.alternatives)
                if found.value:
                    return found.value, ()
        return None, ()


def is_negated(verb: Token) -> bool:
    """Whether the verb or what leads to it is negated."""
    own = any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in verb.children)
    return own or (verb.dep_ == "xcomp" and any(child.dep_ == "neg" for child in verb.head.children))


def modal(verb: Token) -> str | None:
    """The modal of a verb in full ("will", "would"), or None."""
    found = next((child.lower_ for child in verb.children if child.tag_ == "MD"), None)
    return {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can"}.get(
        found or "", found
    )


def acts_for_itself(token: Token) -> bool:
    """Whether a noun phrase may bind itself: a person, a body, a state, or a word for one."""
    if token.pos_ == "PRON":
        return token.lower_ in {"he", "she", "they", "we", "i"}
    return token.pos_ == "PROPN" or token.ent_type_ in _NAMED or token.tag_ == "NNS" or _is_office(token)


def who(verb: Token) -> Token | None:
    """The subject of a verb where it may bind itself."""
    found = subject(verb)
    if found is not None and found.lower_ in {"which", "who", "that"} and found.head.dep_ == "relcl":
        found = found.head.head
    return found if found is not None and acts_for_itself(found) else None


def complement(verb: Token) -> Token | None:
    """What the verb is about: its infinitive, its clause, its object, or the object of its preposition."""
    for relations in (("xcomp", "ccomp"), ("dobj", "oprd"), ("pcomp",)):
        found = children(verb, *relations)
        if found:
            return found[0]
    return None


def _is_office(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lemma_.lower() in _OFFICES


def _body(role: str | None) -> str | None:
    """As in "NATO chief" speaks for NATO."""
    first = (role or "").split(" ")[0]
    return first if len(first) > 1 and first.isupper() else None


_OFFICES = frozenset(
    "administration agency alliance ally army assembly authority bank board body bloc cabinet chairman "
    "chancellor chief city club commission committee company congress council country court department "
    "director embassy government group judge king leader league mayor military minister ministry mission "
    "navy official opposition organisation organization pact panel parliament party police premier "
    "president prosecutor prince queen regime rebel secretary senate senator spokesman spokeswoman "
    "spokesperson state team union".split()
)
