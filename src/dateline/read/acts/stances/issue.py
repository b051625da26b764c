"""What a stand is about, in the words of the story: trimmed, and told in full where its sentence only points at it."""

from spacy.tokens import Token

from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, subtree

_LONGEST = 30
"""Words of the longest issue."""
_TELLING = frozenset({"acl", "amod", "compound", "nmod", "nummod", "poss", "prep", "relcl"})
_POINTED = 2
"""Words of an issue that only points: "the increase"."""
_ASIDE = frozenset({"relcl", "acl", "advcl"})
_DANGLING = frozenset({"ADP", "CCONJ", "DET", "PART", "SCONJ"})


def phrase(story: Story, head: Token, issue: set[int]) -> str:
    """The words of an issue; `head` is the word that takes the stand. Empty where nothing is left.

    Where they only point at a thing ("the increase"), those by which the sentence before names it in full, if there it
    names but one ("an increase in bus fares").
    """
    places = _trimmed(head, issue)
    noun = _bare(story, places)
    fuller = None if noun is None else _told_before(story, noun)
    return story.words(places if fuller is None else fuller)


def is_bare(story: Story, head: Token, issue: set[int]) -> bool:
    """Whether an issue only points at a thing that the sentence before does not name in full."""
    noun = _bare(story, _trimmed(head, issue))
    return noun is not None and _told_before(story, noun) is None


def _trimmed(head: Token, issue: set[int]) -> set[int]:
    """Without what only goes on from it: "the toll, lauded by Maren Oru", "the toll, which is to end in May"."""
    low = min(issue, default=head.i)
    places = {place for place in issue if place < low + _LONGEST}
    if places and head.doc[min(places)].dep_ == "cc":
        places.remove(min(places))
    for place in sorted(places):
        token = head.doc[place]
        if token.dep_ not in _ASIDE or token.left_edge.i <= low or token.right_edge.i < max(places):
            continue
        if token.i == head.i or token.left_edge.nbor(-1).text == ",":
            places = {one for one in places if one < token.left_edge.i}
    if len(issue) > len(places):
        while places and head.doc[max(places)].pos_ in _DANGLING:
            places.remove(max(places))
    return places


def _bare(story: Story, places: set[int]) -> Token | None:
    """The noun of an issue that says nothing more of it: "the increase", "this step"; None for others."""
    heads = [story.doc[place] for place in places if story.doc[place].head.i not in places]
    if len(heads) != 1 or heads[0].pos_ != "NOUN":
        return None
    noun = heads[0]
    points = any(story.known.has("positions.pointing", one.lower_) for one in children(noun, "det", "amod", "predet"))
    return noun if points and len(places) == _POINTED else None


def _told_before(story: Story, noun: Token) -> set[int] | None:
    """The places by which the sentence before names the same noun in full, where it does so but once."""
    first = story.doc[max(noun.sent.start - 1, 0)].sent.start
    told = [
        other
        for other in story.words_of["NOUN"]
        if first <= other.i < noun.sent.start
        and other.lemma_ == noun.lemma_
        and any(one.dep_ in _TELLING for one in other.children)
    ]
    if not told:
        return None
    named = [subtree(other) for other in told]
    return named[0] if len(named) == 1 else None
