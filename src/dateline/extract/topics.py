"""What a section is about, in the words of the IPTC."""

from functools import cache

from dateline.lang import tables


def topic_of(section: str | None) -> str | None:
    """The Media Topic that a section of this name is, as "medtop:11000000"; None where the name tells none.

    By `lang/any/sections.toml`; the topics are those of https://cv.iptc.org/newscodes/mediatopic.
    """
    return _topics().get(" ".join(section.lower().split())) if section else None


@cache
def _topics() -> dict[str, str]:
    table = tables.table("any", "sections")["topics"]
    return {section: f"medtop:{code}" for code, topic in table.items() for section in topic["sections"]}
