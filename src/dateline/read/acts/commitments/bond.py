"""A verb that binds, and who is bound by it."""

from dataclasses import dataclass

from spacy.tokens import Token

from dateline.read.acts.clauses import is_listed, is_negated
from dateline.read.acts.story import Story
from dateline.read.statements.tree import children, subtree
from dateline.records import CommitmentStatus

_DAYS = frozenset({"DATE", "TIME"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_COUNTING = frozenset({"amod", "cc", "det", "neg", "preconj", "predet"})
_CONTENT = frozenset({"acl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Bond:
    """A verb that binds, before the rest is looked up."""

    verb: Token
    """The verb whose clause is the act."""
    actor: str
    status: CommitmentStatus
    rule: str
    cue: tuple[Token, ...]
    """The words that decided."""
    who: Token | None
    """The words that name the actor; None where he is the speaker who tells it."""
    vowed: bool = False
    """Whether it is told of somebody else, whom the actor promises to make do it."""


def actor_of(story: Story, who: Token | None) -> str | None:
    """Whom the words name that say who is bound; None where they name nobody who can bind himself, or it is unsure."""
    if who is None or _is_nobody(story, who) or not _can_act(story, who):
        return None
    antecedent = _told_of(story, who)
    if antecedent is not None:
        return story.actor(antecedent) if story.can_act(antecedent) else None
    name = story.actor(who)
    if name is None:
        return None
    return _joined(story, who, name) or _of_whom(story, who, name)


def _is_nobody(story: Story, who: Token) -> bool:
    """Whether it is said of none or of few: "no council", "neither Marrow nor Pell", "hardly any states", "not all"."""
    known, near = story.known, [child for child in who.children if child.dep_ in _COUNTING]
    for child in near:
        if known.has("grammar.none", child.lower_) or known.has("grammar.neither", child.lower_) or child.dep_ == "neg":
            return True
        if child.dep_ in {"det", "predet"} and any(
            known.has("grammar.negations", one.lower_) for one in child.children
        ):
            return True
    few = [child for child in near if known.has("grammar.few", child.lower_)]
    counted = [one.lower_ for child in few for one in (*near, *child.children)]
    return bool(few) and known.lists["grammar.articles"].isdisjoint(counted)


def _can_act(story: Story, who: Token) -> bool:
    """As the story tells; not a thing in the abstract that opens its sentence and was so taken for a name."""
    if not story.can_act(who):
        return False
    lone = who.pos_ == "PROPN" and not who.ent_type_ and who.is_sent_start and who.lower_ not in story.known.agents
    endings = tuple(story.known.lists["grammar.abstract"])
    return not (lone and who.lower_.endswith(endings) and not _is_named_elsewhere(story, who))


def _is_named_elsewhere(story: Story, who: Token) -> bool:
    return any(one.text == who.text and not one.is_sent_start for one in story.words_of["PROPN"])


def _told_of(story: Story, who: Token) -> Token | None:
    """Whom a pronoun in the words of a relative clause means: "Freeman, who announced that he would step down"."""
    verb = who.head
    told = verb.head
    if who.dep_ != "nsubj" or verb.dep_ != "ccomp" or told.dep_ != "relcl":
        return None
    by_whom = any(one.lower_ in story.known.lists["grammar.who"] for one in children(told, "nsubj"))
    return told.head if by_whom and story.known.has("grammar.personal", who.lower_) else None


def _joined(story: Story, who: Token, name: str) -> str | None:
    """All of those who are joined, where the name found is that of the first alone: "he and his wife"."""
    others = [child for child in who.children if child.dep_ == "conj" or is_listed(who, child)]
    if not others or who.dep_ in _DESCRIBING or not all(one.pos_ in _NOMINAL for one in others):
        return None
    near, last = who.nbor(1), story.actor(others[-1])
    links = [near] if near.text == "," else children(who, "cc")
    rest = story.words(range(links[0].i, max(subtree(others[-1])) + 1)) if links else ""
    if not rest or last is None or last in name or name.endswith(rest.rsplit(" ", 1)[-1]):
        return None
    # "Tolle, Pell (PL) and": brackets that close elsewhere are of another name.
    if rest.count("(") != rest.count(")"):
        return None
    return f"{name}, {rest}" if near.text == "," else f"{name} {rest}"


def _of_whom(story: Story, who: Token, name: str) -> str:
    """A body that only what follows names: "the council of the harbour", where it was not known by a fuller name."""
    if name.rsplit(" ", maxsplit=1)[-1].casefold() != who.lower_:
        return name
    for of in children(who, "prep"):
        inner = [one for one in story.doc[of.i + 1 : of.right_edge.i + 1] if one.ent_type_ not in _DAYS]
        named = [one for one in inner if one.pos_ == "PROPN"]
        if of.lower_ in story.known.lists["grammar.part"] and of.i == who.i + 1 and named:
            return f"{name} {story.words(range(of.i, named[-1].i + 1))}"
    return name


def who_tells(story: Story, verb: Token) -> str | None:
    """The speaker who says what will be done, where he decides about it: somebody with a name, or a body."""
    said = story.said(verb)
    if said is None or said.speaker is None or said.anonymous:
        return None
    if not story.form("commitments.acts", verb) and story.condition(verb) is None:
        return None
    return None if story.is_onlooker(said) else story.speaker(said, verb)


def marked(story: Story, verb: Token, *relations: str) -> bool:
    """Whether a clause opens with a word that makes it no statement: "if", "whether", "what"."""
    marks = story.known.lists["conditions.marks"]
    return any(child.lower_ in marks for child in children(verb, *relations))


def is_denied(story: Story, verb: Token) -> bool:
    """Whether what its clause hangs from says that it is not so: "denied that it would", "reports that it would are
    false", "it is untrue that it will", "wrongly claimed that it had", "failed to promise that it would".
    """
    while verb.dep_ == "conj":
        verb = verb.head
    above = verb.head
    claimed = verb.dep_ == "relcl" and story.known.has("positions.claims", above.lemma_.lower())
    if above.i == verb.i or not (claimed or verb.dep_ in _CONTENT):
        return False
    if above.pos_ not in {"NOUN", "PROPN"}:
        return _says_untrue(story, above) or is_denied(story, above)
    told = not any(child.tag_ == "TO" for child in verb.children)
    return told and (_says_untrue(story, above) or _says_untrue(story, above.head))


def _says_untrue(story: Story, word: Token) -> bool:
    """Whether a word denies what it is said of: "dismissed", "wrongly claimed", "is untrue", "is not true"."""
    known = story.known
    called = {one.lemma_.lower() for one in (word, *children(word, "acomp", "attr", "amod", "oprd"))}
    if not called.isdisjoint(known.lists["denials.untrue"]) and not is_negated(word):
        return True
    if not called.isdisjoint(known.lists["denials.true"]) and is_negated(word):
        return True
    if any(known.has("denials.adverbs", one.lower_) for one in children(word, "advmod")):
        return True
    failed = word.dep_ == "xcomp" and story.form("denials.failing", word.head) is not None
    return failed or story.form("denials.verbs", word) is not None


def is_of_any(verb: Token) -> bool:
    """Whether a relative clause only tells of which of a kind something is said: "countries which signed it must"."""
    if verb.dep_ != "relcl":
        return False
    noun = verb.head
    comma = noun.i + 1 < len(noun.doc) and noun.nbor(1).text == ","
    return noun.tag_ == "NNS" and not comma and not children(noun, "det", "poss", "nummod", "amod", "nmod", "compound")


def is_not_yet(story: Story, verb: Token) -> bool:
    """Whether its clause only tells what else comes first: "before it reaches agreement", "before they will sign"."""
    before = story.known.lists["commitments.not_yet"]
    return any(one.lower_ in before and one.i < verb.i for one in (*children(verb, "mark", "prep"), verb.head))


def is_only_pointed_at(story: Story, verb: Token) -> bool:
    """Whether it only points to an act told elsewhere: "will do so"."""
    pointing = story.known.lists["grammar.unnamed"]
    return story.known.has("commitments.hollow", verb.lemma_) and any(
        child.lower_ in pointing for child in children(verb, "dobj", "advmod")
    )
