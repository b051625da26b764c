"""The mentions of a story put together: one entry for each person or body."""

from dataclasses import dataclass, field

from dateline.read.people.actor import Actor, Words
from dateline.read.people.mentions import Mention


@dataclass(slots=True)
class Entry:
    """One person or body with every mention of it."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def person(self) -> bool:
        """Whether most of its mentions by the full name are of a person, or one has a title."""
        full = [mention for mention in self.mentions if len(mention.words) == len(self.words)]
        return 2 * sum(mention.person for mention in full) >= len(full) or self.role is not None

    @property
    def place(self) -> bool:
        """Whether most of its mentions are of a country, a people or a place."""
        return 2 * sum(mention.place for mention in self.mentions) > len(self.mentions)

    @property
    def role(self) -> str | None:
        """The first role printed beside the name; None where there is none."""
        return next((mention.role for mention in self.mentions if mention.role), None)

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role printed beside the name."""
        return tuple({mention.role: None for mention in self.mentions if mention.role})

    @property
    def gender(self) -> str | None:
        """Whether a man or a woman: "man", "woman", or None where no title says so."""
        return next((mention.gender for mention in self.mentions if mention.gender), None)

    def actor(self) -> Actor:
        """What to print."""
        return Actor(" ".join(self.words), self.role, named=True)


def gathered(mentions: list[Mention], known: Words) -> list[Entry]:
    """Longest names first, so that a short one finds the full name wherever in the story that stands."""
    entries: list[Entry] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.start)):
        entry = _only(mention, [entry for entry in entries if _fits(mention, entry, known)])
        if entry is not None:
            entry.mentions.append(mention)
        else:
            entries.append(Entry(mention.words, [mention]))
    for entry in entries:
        entry.mentions.sort(key=lambda m: m.start)
    return entries


def _only(mention: Mention, fitting: list[Entry]) -> Entry | None:
    """The one that a name can mean; of several for a subject the one that alone was the subject by its full name."""
    if len({entry.words for entry in fitting}) > 1 and mention.subject:
        fitting = [entry for entry in fitting if any(_acted(full, mention) for full in entry.mentions)]
    return fitting[0] if len({entry.words for entry in fitting}) == 1 else None


def _acted(full: Mention, later: Mention) -> bool:
    return full.subject and full.start < later.start and len(full.words) > len(later.words)


def _fits(mention: Mention, entry: Entry, known: Words) -> bool:
    short, full = mention.words, entry.words
    if short == full:
        return True
    if not entry.person:
        return _shortens(mention, entry, known)
    if len(full) < 2 or _genders_differ(mention, entry):
        return False
    if len(short) == 1:
        return short[0] == full[-1] or (short[0] in full and (mention.person or not mention.place))
    return short == full[: len(short)] or short == full[-len(short) :] or (short[0], short[-1]) == (full[0], full[-1])


def _shortens(mention: Mention, entry: Entry, known: Words) -> bool:
    """Whether a body's name is the first word of a longer one, or a longer one without what it is of."""
    short, full = mention.words, entry.words
    if mention.place or short != full[: len(short)]:
        return False
    return len(short) == 1 or full[len(short)] in known.linkers


def _genders_differ(mention: Mention, entry: Entry) -> bool:
    return bool(mention.gender and entry.gender and mention.gender != entry.gender)
