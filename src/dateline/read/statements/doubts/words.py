"""What makes it doubtful which words are said."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.read.statements.found import Draft
from dateline.read.statements.lexicon import Lexicon

_SHORT, _LONG = 5, 40
"""Words of a short and of a long content."""
_INNER = ("advcl", "acl", "relcl", "ccomp", "xcomp", "pcomp")
_STARTS = {"VERB": "starts with a verb", "AUX": "starts with a verb", "PART": "starts with a particle"}
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_FINITE = ("VBD", "VBP", "VBZ", "MD")
_DASHES = frozenset({":", "--", "—", "–"})
_JOINED = "-‑'’"


def words_doubts(draft: Draft, doc: Doc, known: Lexicon, marked: frozenset[int]) -> frozenset[str]:
    """The names of the doubts about what is said; `marked` are the tokens in quotation marks."""
    said = _Said(draft, doc, known, marked, [doc[at] for at in sorted(draft.content) if doc[at].text[0].isalnum()])
    parts = (_of_extent, _of_start, _of_end, _of_marks, _of_clauses, _of_cue)
    return frozenset(name for part in parts for name in part(said))


@dataclass(frozen=True, slots=True)
class _Said:
    draft: Draft
    doc: Doc
    known: Lexicon
    marked: frozenset[int]
    words: list[Token]
    """Those of the content, without marks."""

    @property
    def behind_cue(self) -> bool:
        return self.words[0].i > self.draft.head.i


def _of_extent(said: _Said) -> Iterator[str]:
    quoted = sum(token.i in said.marked for token in said.words)
    if quoted:
        yield "direct" if quoted == len(said.words) else "mixed"
    if len(said.words) < _SHORT:
        yield "short"
    elif len(said.words) > _LONG:
        yield "long"
    if said.words[0].sent != said.words[-1].sent:
        yield "several sentences"
    inside = said.doc[said.words[0].i : said.words[-1].i]
    if any(token.text[0].isalnum() and token.i not in said.draft.tokens() for token in inside):
        yield "with a gap"


def _of_start(said: _Said) -> Iterator[str]:
    first, draft = said.words[0], said.draft
    if said.behind_cue:
        before = [
            token for token in said.doc[max(draft.cue, default=draft.head.i) + 1 : first.i] if _is_free(token, draft)
        ]
        linked = any(token.lower_ in said.known.linking for token in (first, *before[-1:]))
        if not linked and first.i not in said.marked:
            yield "far without a link" if before else "no link"
    else:
        yield "on both sides" if said.words[-1].i > draft.head.i else "before the cue"
        if not _opens(first) and first.i not in said.marked:
            yield "starts within a sentence"
    if first.pos_ in _STARTS:
        yield _STARTS[first.pos_]
    if _lacks_subject(said):
        yield "no subject"


def _lacks_subject(said: _Said) -> bool:
    """Whether the clause that the content is has a verb, and nobody who does it."""
    places = {token.i for token in said.words}
    heads = [token for token in said.words if token.head.i not in places or token.head is token]
    verbs = [token for token in heads if token.pos_ in ("VERB", "AUX")]
    if not verbs or any(child.dep_ in _SUBJECTS and child.i in places for verb in verbs for child in verb.children):
        return False
    return verbs[0].tag_ in _FINITE or any(child.tag_ in _FINITE for child in verbs[0].children)


def _is_free(token: Token, draft: Draft) -> bool:
    return token.text[0].isalnum() and token.i not in draft.tokens()


def _opens(token: Token) -> bool:
    """Whether no word of its sentence stands before it."""
    return not any(before.text[0].isalnum() for before in token.doc[token.sent.start : token.i])


def _of_end(said: _Said) -> Iterator[str]:
    last, draft = said.words[-1], said.draft
    after = [token for token in said.doc[last.i + 1 : last.sent.end] if _is_free(token, draft)]
    clause = draft.cue | draft.source
    if after and clause and last.i < min(clause) and after[0].i < min(clause):
        yield "words before the cue"
    elif after:
        yield "sentence goes on"
    if _touches(said.doc, said.words[0].i - 1) or _touches(said.doc, last.i):
        yield "cut within a word"


def _touches(doc: Doc, at: int) -> bool:
    """Whether the token at `at` and the one behind it are parts of one word."""
    if not 0 <= at < len(doc) - 1 or doc[at].whitespace_:
        return False
    left, right = doc[at].text[-1], doc[at + 1].text[0]
    return (left.isalnum() and (right.isalnum() or right in _JOINED[:2])) or (left in _JOINED[:2] and right.isalnum())


def _of_marks(said: _Said) -> Iterator[str]:
    inside = [said.doc[at] for at in said.draft.content]
    texts = [token.text for token in inside if token.i not in said.marked]
    if sum(token.is_quote for token in inside) % 2:
        yield "odd marks"
    if texts.count("(") != texts.count(")"):
        yield "odd brackets"
    if ";" in texts:
        yield "semicolon"
    if not _DASHES.isdisjoint(texts):
        yield "dash or colon"


def _of_clauses(said: _Said) -> Iterator[str]:
    """The clauses outside of quotation marks, of which the end may tell something of its own."""
    for token in said.words[1:]:
        if token.i in said.marked:
            continue
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_clause(token, said)
            yield from _of_other_cue(token, said)
        elif token.dep_ == "appos" and token.pos_ == "NOUN" and token.right_edge.i >= said.words[-1].i:
            yield "ends with an apposition"


def _of_other_cue(token: Token, said: _Said) -> Iterator[str]:
    """Another word of saying within: it may be of a speaker of its own."""
    shapes = said.known.verbs.get(said.known.name(token), frozenset())
    if not shapes or token.tag_ not in ("VBD", "VBN", "VBZ", "VBG"):
        return
    if said.behind_cue and not _has_subject(token) and token.dep_ in ("conj", "advcl") and token.tag_ != "VBN":
        yield "word of saying joined"
    elif "say" in shapes and token.tag_ != "VBG":
        telling = any(child.dep_ == "ccomp" and child.i > token.i for child in token.children)
        yield "word of saying within" if telling else "ends with a cue"


def _of_clause(token: Token, said: _Said) -> Iterator[str]:
    comma = _behind_comma(token)
    if token.dep_ == "conj" and _has_subject(token):
        yield "clause joined"
    if token.dep_ == "advcl" and any(child.lower_ in said.known.meanwhile for child in token.children):
        yield "meanwhile"
    if not comma:
        return
    if token.tag_ == "VBG" and said.behind_cue:
        yield "participle behind a comma"
    elif token.dep_ == "advcl":
        yield "adverbial clause behind a comma"
    elif token.dep_ in ("acl", "relcl"):
        yield "relative clause behind a comma"


def _behind_comma(token: Token) -> bool:
    at = token.left_edge.i
    if token.dep_ == "pcomp" and at > 0:
        at -= 1
    return at > 0 and token.doc[at - 1].text == ","


def _has_subject(verb: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in verb.children)


def _of_cue(said: _Said) -> Iterator[str]:
    verb = said.draft.head
    if any(child.dep_ == "neg" for child in verb.children):
        yield "denied"
    if verb.dep_ in _INNER:
        yield "cue in an inner clause"
    if verb.pos_ != "VERB":
        return
    name = said.known.name(verb)
    if not said.known.verbs.get(name, frozenset()) & {"say", "tell"}:
        yield "no word of saying"
    elif name not in said.known.plain:
        yield "other word of saying"
