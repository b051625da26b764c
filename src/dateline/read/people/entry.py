"""The mentions of a story put together: one entry for each person or body."""

from dataclasses import dataclass, field

from dateline.read.people.actor import Actor
from dateline.read.people.mentions import Mention


@dataclass(slots=True)
class Entry:
    """One person or body with every mention of it."""

    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def person(self) -> bool:
        """Whether most of its mentions are of a person, or one has a title."""
        return 2 * sum(mention.person for mention in self.mentions) >= len(self.mentions) or self.role is not None

    @property
    def role(self) -> str | None:
        """The first role printed beside the name; None where there is none."""
        return next((mention.role for mention in self.mentions if mention.role), None)

    @property
    def gender(self) -> str | None:
        """Whether a man or a woman: "man", "woman", or None where no title says so."""
        return next((mention.gender for mention in self.mentions if mention.gender), None)

    def actor(self) -> Actor:
        """What to print."""
        return Actor(" ".join(self.words), self.role, named=True)


def gathered(mentions: list[Mention]) -> list[Entry]:
    """Longest names first, so that a surname finds the full name wherever in the story that stands."""
    entries: list[Entry] = []
    for mention in sorted(mentions, key=lambda m: (-len(m.words), m.start)):
        fitting = [entry for entry in entries if _fits(mention, entry)]
        if len({entry.words for entry in fitting}) == 1:
            fitting[0].mentions.append(mention)
        else:
            entries.append(Entry(mention.words, [mention]))
    for entry in entries:
        entry.mentions.sort(key=lambda m: m.start)
    return entries


def _fits(mention: Mention, entry: Entry) -> bool:
    short, full = mention.words, entry.words
    if short == full:
        return True
    if not entry.person or len(full) < 2 or _genders_differ(mention, entry):
        return False
    if len(short) == 1:
        return short[0] == full[-1] or (short[0] == full[0] and mention.person)
    return short[-1] == full[-1] and short[0] == full[0]


def _genders_differ(mention: Mention, entry: Entry) -> bool:
    return bool(mention.gender and entry.gender and mention.gender != entry.gender)
