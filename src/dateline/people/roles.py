"""Whether two roles can be one person's."""

from dataclasses import dataclass
from functools import lru_cache

from dateline.people.names import folded
from dateline.people.words import Words, words


@dataclass(frozen=True, slots=True)
class Role:
    """A role as it is compared: "former French foreign minister" is a minister, former, of {french, foreign}."""

    head: str
    modifiers: frozenset[str]
    about: frozenset[str]
    sphere: str | None
    gender: str | None


@lru_cache(maxsize=1 << 16)
def role(printed: str, language: str) -> Role | None:
    """What a role says; None where none of its words is a title."""
    known = words(language)
    parts = folded(printed).split()
    end = next((at for at, word in enumerate(parts) if at and word in known.prepositions), len(parts))
    head = next((word for word in reversed(parts[:end]) if word in known.titles), None)
    if head is None:
        return None
    rest = set(parts) - {head} - known.articles - known.prepositions - known.modifiers
    return Role(
        head=head,
        modifiers=frozenset(parts) & known.modifiers,
        about=frozenset(rest),
        sphere=known.spheres.get(head),
        gender=known.genders.get(head),
    )


def agree(one: Role, other: Role) -> bool:
    """Whether both are the same role, one of them perhaps in fewer words."""
    if (one.head, one.modifiers) != (other.head, other.modifiers):
        return False
    return one.about <= other.about or other.about <= one.about


def conflict(one: Role, other: Role) -> bool:
    """Whether one person hardly has both: of two spheres of life, or the same office of two different things."""
    if one.sphere and other.sphere and one.sphere != other.sphere:
        return True
    if one.gender and other.gender and one.gender != other.gender:
        return True
    return one.head == other.head and bool(one.about and other.about) and not one.about & other.about


def is_one_of_a_kind(found: Role, known: Words) -> bool:
    """Whether there is one at a time who has the role, and its words say of what: "Pact chief", not "minister"."""
    return found.head in known.offices and (found.head not in known.shared_offices or bool(found.about))
