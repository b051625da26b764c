"""What is given by an act, and to whom."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read import amounts
from dateline.read.acts.clauses import clause_places, objects
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, subtree
from dateline.records import Amount

_ASIDE = frozenset({"relcl", "acl", "prep"})
_NO_BODIES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})


def amount(story: Story, verb: Token) -> Amount | None:
    """How much is given, spent or sent: of the object or what it is worth, not of what else describes it; else of the
    deal by which it is done ("will buy the yard in a deal valued at 5 million dollars").
    """
    gerunds = [one for one in children(verb, "xcomp") if one.tag_ == "VBG"]
    things = [*objects(verb), *children(verb, "dative"), *(thing for one in gerunds for thing in objects(one))]
    for thing in things:
        for left_out in (_ASIDE, _ASIDE - {"prep"}):
            found = amounts.of_act(story.words(clause_places(thing, left_out))) or _counted(thing)
            if found is not None:
                return found
    heads = (*things, verb, *_deals(story, verb))
    worth = [one for head in heads for one in head.children if story.form("commitments.worth", one)]
    return next((found for one in worth if (found := amounts.of_act(story.words(subtree(one))))), None)


def _counted(thing: Token) -> Amount | None:
    """How many there are of what other words stand before: "44 young army officers"."""
    numbers = children(thing, "nummod")
    return amounts.of_act(f"{numbers[0].text} {thing.text}") if numbers else None


def _deals(story: Story, verb: Token) -> Iterator[Token]:
    """By what it is done: "will buy the yard in a deal"."""
    for preposition in children(verb, "prep"):
        for deal in children(preposition, "pobj"):
            if story.known.has("commitments.deals", deal.lemma_.lower()):
                yield deal


def beneficiary(story: Story, verb: Token) -> str | None:
    """Whom it is given to: the indirect object, or what stands after "to", "for" or "with" and is a person or body."""
    for child in children(verb, "dative"):
        inner = children(child, "pobj")
        return story.actor(inner[0] if inner else child)
    for giving in (verb, *children(verb, "dobj")):
        for preposition in children(giving, "prep"):
            inner = children(preposition, "pobj")
            if preposition.lower_ in story.known.lists["commitments.giving"] and inner and _is_body(inner[0]):
                return story.actor(inner[0])
    return None


def _is_body(word: Token) -> bool:
    """Whether it may be somebody or some body by its name: no time and no number."""
    return word.pos_ != "NUM" and word.ent_type_ not in _NO_BODIES and (word.pos_ == "PROPN" or bool(word.ent_type_))
