"""What the grammar says of a verb: who does it, what leads to it, whether it is denied or only possible.

A verb that lies ahead has a lead: "will", "is due to", "agreed to", "plans to", "its pledge to". The rules for
commitments and for the agenda ask for the lead by its name, and the names are the data of `acts.toml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.words import lemma_of, words
from dateline.read.statements.tree import children, is_passive, subject, subtree

_SHARED = frozenset({"xcomp", "advcl", "ccomp"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_INNER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "appos", "csubj"})
_ABOUT = frozenset({"nsubj", "nsubjpass", "csubj"})
# The day of a subject is that of the clause only where it has none of its own.
_FAR = 10
_FOLLOWS = frozenset({"xcomp", "acl", "ccomp", "advcl", "pcomp"})


def _grammar(name: str) -> frozenset[str]:
    """A list of the small words of the language."""
    return words("en").lists[f"grammar.{name}"]


@dataclass(frozen=True, slots=True)
class Lead:
    """What says that a verb lies ahead."""

    name: str
    """As in the data: "will", "be" for "is to", "be due", "agree", "plan" for both the verb and the noun."""
    word: Token
    """The word that says it: the modal, the verb, the adjective, the noun."""
    owner: Token
    """The verb or noun whose subject or holder is the actor."""

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun: "its pledge to"."""
        return self.owner.pos_ in {"NOUN", "PROPN"}

    @property
    def denied(self) -> bool:
        """Whether the lead itself is negated: "has not agreed to"."""
        return is_negated(self.owner) or (self.word.i != self.owner.i and is_negated(self.word))


def lead(verb: Token) -> Lead | None:
    """What leads to a verb; a verb joined to another has that one's lead."""
    strength = _modal(verb)
    if strength is not None:
        name = words("en").modals.get(strength.lower_, strength.lower_)
        return None if _is_perfect(verb) else Lead(name, strength, verb)
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"} and _goes_on(verb, head):
        return lead(head)
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and head.head.pos_ in {"VERB", "NOUN"}:
        return None if head.lower_ in _grammar("around") or head.head.lemma_ == "go" else _led_by(head.head)
    if verb.dep_ not in _FOLLOWS or head.i > verb.i:
        return None
    to = next((child for child in verb.children if child.tag_ == "TO"), None)
    if to is None and not (verb.tag_ == "VBG" and verb.dep_ == "xcomp"):
        return None
    if head.pos_ == "VERB" and lemma_of(head) in _grammar("transparent"):
        return lead(head)
    near = head.lemma_ == "be" or (head.lemma_ == "go" and head.tag_ == "VBG")
    if near and to is not None and not _is_close(head, to):
        return None
    return _led_by(head)


def _is_close(head: Token, to: Token) -> bool:
    """Whether nothing but a small adverb stands between "is" and "to": not "is here to", "going to Pell to"."""
    between = _grammar("between")
    return all(one.lower_ in between for one in head.doc[head.i + 1 : to.i])


def _led_by(head: Token) -> Lead | None:
    """The lead that a word is to the infinitive or gerund behind it."""
    if head.pos_ in {"NOUN", "PROPN"}:
        return Lead(head.lemma_.lower(), head, head)
    if head.lemma_ == "be":
        plain = head.tag_ in {"VBZ", "VBP", "VBD"} and not children(head, "acomp", "attr", "expl")
        return Lead("be", head, head) if plain else None
    if head.lemma_ == "go" and head.tag_ == "VBG":
        return Lead("will", head, head)
    if head.head.lemma_ == "be" and head.dep_ in {"acomp", "attr", "oprd"}:
        return Lead(f"be {head.lower_}", head, head.head)
    if head.pos_ == "ADJ":
        return Lead(f"be {head.lower_}", head, head)
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    particle = "".join(f" {child.lower_}" for child in children(head, "prt"))
    name = f"be {head.lower_}" if is_passive(head) else lemma_of(head)
    return Lead(name + particle, head, head)


def _goes_on(verb: Token, head: Token) -> bool:
    """Whether a joined verb has the same form as the first and nothing of its own: "will repair and widen"."""
    own = any(child.dep_ in {"aux", "nsubj", "nsubjpass", "auxpass"} for child in verb.children)
    return not own and (verb.tag_ == head.tag_ or verb.tag_ in {"VB", "VBP"})


def _is_perfect(verb: Token) -> bool:
    """Whether it stands in the perfect: "might have sent" looks back."""
    return verb.tag_ == "VBN" and any(child.lower_ in _grammar("perfect") for child in children(verb, "aux"))


def _modal(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.tag_ == "MD"), None)


def is_negated(word: Token) -> bool:
    """Whether a verb, or a noun by its determiner, is negated."""
    negations, longer = _grammar("negations"), _grammar("longer")
    for child in word.children:
        if child.dep_ == "neg" or child.lower_ in negations or (child.lower_ in longer and is_ended(word)):
            return True
    if word.dep_ == "acomp":
        return is_negated(word.head)
    own = next(iter(children(word, "nsubj", "nsubjpass")), None)
    return own is not None and (
        own.lower_ in _grammar("nobody") or any(c.lower_ in _grammar("none") for c in own.children)
    )


def is_ended(word: Token) -> bool:
    """Whether it was so and is so no longer: "is no longer willing"."""
    return any(
        child.lower_ in _grammar("longer") and any(below.lower_ in _grammar("none") for below in child.children)
        for child in word.children
    )


def own_subject(verb: Token) -> Token | None:
    """Who or what the clause of a verb is about, in the active and in the passive; None where it has no subject."""
    own = children(verb, "nsubj", "nsubjpass")
    if own:
        return meant(own[-1])
    if verb.dep_ in {"relcl", "acl"}:
        return verb.head
    above = verb.head.head if verb.head.pos_ == "ADJ" and verb.dep_ == "xcomp" else verb.head
    if verb.dep_ in {"conj", *_SHARED} and above.pos_ in {"VERB", "AUX"} and above.i != verb.i:
        return own_subject(above)
    return None


def doer(verb: Token) -> Token | None:
    """Who does it: the subject, or in the passive whom "by" names; None where nobody is said to.

    Who is asked to do it or accused of it does it: "accused the board of seeking delay".
    """
    asked = _asked(verb)
    if asked is not None:
        return asked
    first = verb
    while first.dep_ == "conj" and not children(first, *_ABOUT):
        first = first.head
    # "She was asked by the board to stay, and will answer": she will.
    asked_by = first.i != verb.i and is_passive(first) and not is_passive(verb)
    found = next(iter(children(first, "nsubjpass")), None) if asked_by else subject(verb)
    return None if found is None else meant(found)


def _asked(verb: Token) -> Token | None:
    if children(verb, "nsubj", "nsubjpass") or is_passive(verb):
        return None
    through = verb.dep_ == "pcomp" and verb.head.lower_ in _grammar("accusing")
    if verb.dep_ not in {"xcomp", "ccomp"} and not through:
        return None
    asking = verb.head.head if through else verb.head
    if asking.pos_ != "VERB" or asking.lemma_ in _grammar("of_itself"):
        return None
    return next((one for one in asking.children if one.dep_ in {"dobj", "dative"} and one.i < verb.i), None)


def meant(token: Token) -> Token:
    """What "which" or "who" stands for; the word itself where it is neither."""
    if token.lower_ not in _grammar("relatives"):
        return token
    verb = token.head
    while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def holder(noun: Token, carriers: frozenset[str]) -> Token | None:
    """Whose a noun is: "its pledge", "the pledge of the board", "announced a pledge", "a German pledge"."""
    owners = [one for one in children(noun, "poss") if one.pos_ != "PRON"]
    owners += [
        one for by in children(noun, "prep", "agent") if by.lower_ in _grammar("owning") for one in children(by, "pobj")
    ]
    owners += [one for one in children(noun, "amod", "nmod", "compound") if one.ent_type_ in {"NORP", "GPE", "ORG"}]
    if owners:
        return owners[0]
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ in {"dobj", "attr", "pobj"} and verb.lemma_.lower() in carriers:
        return doer(verb)
    return next(iter(children(noun, "poss")), None)


def whose(verb: Token) -> Token | None:
    """Whose it is that something is done with: "Marrow's troops will be sent", "EU aid would be stopped"."""
    what = own_subject(verb)
    owner = None if what is None or what.ent_type_ in _NAMED else holder(what, frozenset())
    # "Investors from other states will be given": not theirs who are only described.
    if owner is None or (owner.dep_ == "pobj" and owner.head.lower_ in _grammar("part")):
        return None
    return owner if owner.dep_ == "poss" or owner.ent_type_ in _NAMED else None


def complement(verb: Token) -> Token | None:
    """What the verb is about: its infinitive, its clause, its object, or the gerund of its preposition."""
    for relations in (("xcomp", "ccomp"), ("dobj", "oprd"), ("pcomp",)):
        found = children(verb, *relations)
        if found:
            return found[0]
    return None


def objects(verb: Token) -> Iterator[Token]:
    """What is done or given: the object of the active, the subject of the passive, the noun of "imposed by"."""
    yield from children(verb, "dobj", "nsubjpass", "oprd")
    described = _described(verb)
    if described is not None:
        yield from children(described, "dobj")
    if verb.dep_ == "acl" and is_passive(verb) and verb.head.pos_ == "NOUN":
        yield verb.head
    for made in children(verb, "ccomp"):
        # The parser takes "sent troops to" for a clause at times.
        if made.pos_ in {"NOUN", "PROPN"}:
            yield made


def _described(verb: Token) -> Token | None:
    """The participle of those to whom something is given, "will pay all families affected 500 crowns", which the parser
    takes for the verb of a clause; what stands behind it belongs to the giving.
    """
    if lemma_of(verb) not in words("en").lists["commitments.transfers"]:
        return None
    return next((one for one in children(verb, "ccomp") if _has_only_subject(one, verb)), None)


def _has_only_subject(clause: Token, verb: Token) -> bool:
    """Whether a clause opens with its subject, right behind the verb above it, and has no auxiliary."""
    who = children(clause, "nsubj")
    alone = clause.tag_ in {"VBD", "VBN"} and not children(clause, "aux", "mark")
    return alone and bool(who) and who[0].left_edge.i == verb.i + 1


def can_act(token: Token, agents: frozenset[str]) -> bool:
    """Whether a noun phrase names somebody or some body: a name, a personal pronoun, or a word for one."""
    if token.pos_ == "PRON":
        return token.lower_ in _grammar("personal")
    if token.ent_type_ in {"DATE", "TIME", "MONEY", "QUANTITY", "EVENT", "WORK_OF_ART", "LAW"}:
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in _NAMED:
        return True
    if token.pos_ == "NUM" or token.lemma_.lower() in _grammar("quantities"):
        counted = [
            one for of in children(token, "prep") if of.lower_ in _grammar("owning") for one in children(of, "pobj")
        ]
        return any(can_act(one, agents) for one in counted)
    return token.lemma_.lower() in agents or any(one.lemma_.lower() in agents for one in children(token, "conj"))


def is_done(verb: Token) -> bool:
    """Whether it has happened: past or perfect, or happens at once ("is sending"), and nothing leads to it."""
    helpers = {child.lower_ for child in children(verb, "aux")}
    if _modal(verb) is not None:
        return False
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ == "VBN":
        return is_passive(verb) or not helpers.isdisjoint(_grammar("perfect"))
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBG" and bool(children(verb, "aux")))


def is_manner(verb: Token) -> bool:
    """Whether it is a gerund that tells what was done: "blamed it for imposing a toll", "helped by sending aid"."""
    return verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ in _grammar("manner")


def clause_places(token: Token, left_out: frozenset[str]) -> set[int]:
    """The places of a word and all below it but what stands in the left out relations to it."""
    places = subtree(token)
    for child in token.children:
        if child.dep_ in left_out:
            places -= subtree(child)
    return places


def steps(token: Token, head: Token) -> int | None:
    """How many steps below a head a token stands in the same clause; None where it is elsewhere.

    "After the vote on Friday" is after that vote, and no Friday of what is to come after it.
    """
    taken, first = 0, token
    while token.i != head.i:
        inner = token.dep_ in _INNER_CLAUSES and token != _described(token.head)
        elsewhere = inner or (token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"})
        if elsewhere or token.head.i == token.i:
            return None
        if token.dep_ == "prep" and token.lower_ in _grammar("around") and first.head.i != token.i:
            return None
        aside = token.dep_ in _ABOUT and token.i < token.head.i
        token, taken = token.head, taken + (_FAR if aside else 1)
    return taken


def is_listed(token: Token, child: Token) -> bool:
    """Whether an apposition is the next name of a list: "Marrow, Pell, Tolle and Quay"."""
    countries = child.dep_ == "appos" and child.ent_type_ == token.ent_type_ == "GPE"
    return countries and any(below.dep_ in {"conj", "appos"} and below.ent_type_ == "GPE" for below in child.children)
