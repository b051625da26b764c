"""The cast of a story: its names put together, and who a phrase of it means."""

from spacy.tokens import Doc, Span, Token

from dateline.read.people import references
from dateline.read.people.actor import Actor, Words, words
from dateline.read.people.bodies import Bodies
from dateline.read.people.entry import Entry, gathered
from dateline.read.people.mentions import is_title, names
from dateline.text import initials

_PLURAL = ("NNS", "NNPS")


class Cast:
    """Who is in one story."""

    def __init__(self, doc: Doc, known: Words) -> None:
        self._doc = doc
        self._known = known
        self._long_forms = dict(initials.long_forms(doc.text))
        self.entries = gathered(list(names(doc, known)), known)
        self._at = {i: entry for entry in self.entries for m in entry.mentions for i in range(m.start, m.end)}
        self._ends = {i: m.end for entry in self.entries for m in entry.mentions for i in range(m.start, m.end)}
        self._roles = {
            i: (m.before, entry) for entry in self.entries for m in entry.mentions for i in range(m.before, m.start)
        }
        self._bodies = Bodies(doc, self.entries, self._long_forms, known)
        self._pronouns = references.pronouns(doc, self.entries, known)

    def resolve(self, span: Span) -> Actor:
        """Whom a noun phrase means, by the fullest name of the story; the words as they stand where that is unsure."""
        heads = self._joined_heads(span)
        if len(heads) > 1:
            parts = [self._one(head, span) for head in heads]
            listed = ", ".join(part.name for part in parts[:-1]) + _link(span, heads) + parts[-1].name
            return Actor(listed, None, all(p.anonymous for p in parts), all(p.named for p in parts))
        return self._one(span.root, span)

    def _one(self, head: Token, span: Span) -> Actor:
        entry = self.entry(head)
        opening, whose = self._roles.get(head.i, (-1, None))
        if (entry is None or not entry.person) and opening in (span.start, span.start + 1):
            entry = whose
        if entry is not None:
            actor = entry.actor()
            return Actor(self._long_forms.get(actor.name, actor.name), actor.role, named=True)
        if head.i in self._pronouns:
            antecedent = self._doc[self._pronouns[head.i]]
            return self._one(antecedent, references.phrase(antecedent))
        described = references.phrase(self._bodies.fuller(head) or head)
        hidden = self._is_anonymous(head, span)
        return Actor(_as_printed(described), None, anonymous=hidden)

    def _joined_heads(self, span: Span) -> list[Token]:
        """The heads of what is joined by "and"; a name that has the word in it is one."""
        heads = [span.root]
        for token in span:
            if token.dep_ == "cc" and token.head.i == heads[-1].i and token.lower_ not in self._known.joining:
                break
            joined = token.dep_ == "conj" and token.head.i == heads[-1].i and token.pos_ in ("NOUN", "PROPN", "PRON")
            if joined and token.i >= self._ends.get(token.head.i, 0):
                heads.append(token)
        return heads

    def meant(self, head: Token) -> Token:
        """The noun that a pronoun stands for; the word itself where it is none, or unsure."""
        return self._doc[self._pronouns.get(head.i, head.i)]

    def entry(self, head: Token) -> Entry | None:
        """The person or body that the noun phrase of `head` names or describes; None where it is unsure."""
        if head.i in self._at:
            return self._at[head.i]
        for child in head.children:
            if child.dep_ == "appos" and child.i in self._at and self._is_somebody(head, self._at[child.i]):
                return self._at[child.i]
        if head.lower_ in ("who", "whom") and head.head.dep_ == "relcl":
            return self.entry(head.head.head)
        if head.i in self._pronouns and self._pronouns[head.i] != head.i:
            return self._at.get(self._pronouns[head.i])
        return references.described(head, self.entries, self._known) or self._bodies.entry(head)

    def _is_somebody(self, head: Token, named: Entry) -> bool:
        """Whether a noun with a name behind it says what the one who is named is."""
        known = self._known.anonymous
        counted = head.pos_ == "NUM" and named.person
        return is_title(head, self._known) or (head.lemma_.lower() in known and head.tag_ not in _PLURAL) or counted

    def _is_anonymous(self, head: Token, span: Span) -> bool:
        if any(phrase in span.text.lower() for phrase in self._known.withheld):
            return True
        return head.lemma_.lower() in self._known.anonymous and head.pos_ != "PROPN"


def cast(doc: Doc, language: str = "en") -> Cast:
    """The cast of a parsed story. Raises `LanguageDataError` where the language has no tables."""
    return Cast(doc, words(language))


def _link(span: Span, heads: list[Token]) -> str:
    word = next((token.text for token in span if token.dep_ == "cc" and token.i > heads[0].i), "and")
    return f" {word} "


def _as_printed(span: Span) -> str:
    """The words, with a small letter where only the start of the sentence made it a capital."""
    first = span[0]
    text = span.text
    plain = first.pos_ in ("DET", "PRON", "NUM", "ADJ", "ADV") or first.tag_ == "NNS"
    nation = first.pos_ == "ADJ" and (first.ent_type_ == "NORP" or (len(first) > 1 and first.is_upper))
    known = plain or any(token.text == first.lower_ for token in span.doc)
    return (
        text[0].lower() + text[1:] if first.is_sent_start and known and not nation and first.pos_ != "PROPN" else text
    )
