"""What an item is about, in the codes of the IPTC."""

import re
from collections.abc import Iterable

_CODE = re.compile(r"(?:(?P<scheme>.*)[:/])?(?P<code>[0-9]{8})")
_SCHEMES = {
    "medtop": "medtop",
    "mediatopic": "medtop",
    "http://cv.iptc.org/newscodes/mediatopic": "medtop",
    "https://cv.iptc.org/newscodes/mediatopic": "medtop",
    "http://cv.iptc.org/newscodes/subjectcode": "subj",
    "https://cv.iptc.org/newscodes/subjectcode": "subj",
    "iptcsubjectcodes": "subj",
    "subj": "subj",
}
_TOP = re.compile(r"(?:medtop|subj):(0[1-9]|1[0-7])[0-9]{6}")


def subjects(codes: Iterable[str | None], scheme: str = "") -> tuple[str, ...]:
    """The codes among some that are of the IPTC, in order, each once: "medtop:20000523", "subj:04005004".

    Media Topics are of https://cv.iptc.org/newscodes/mediatopic, Subject Codes, which came before them, of
    https://cv.iptc.org/newscodes/subjectcode. A code of a scheme of the agency's own is none of them, even where its
    figures look alike; one without a scheme, and without one in `scheme`, is told by its figures.
    """
    return tuple(dict.fromkeys(found for one in codes if (found := _subject(one or "", scheme))))


def topic(found: Iterable[str]) -> str | None:
    """The one of the seventeen broadest Media Topics that all of some subjects are of, or None where they tell none.

    The seventeen have the numbers of the Subject Codes that they came from; below them, the numbers have nothing in
    common.
    """
    tops = {match[1] for one in found if (match := _TOP.fullmatch(one))}
    return f"medtop:{tops.pop()}000000" if len(tops) == 1 else None


def _subject(words: str, scheme: str) -> str | None:
    found = _CODE.fullmatch(words.strip())
    if found is None:
        return None
    code = found["code"]
    given = (found["scheme"] or scheme).rstrip("/:").lower()
    if not given:
        given = "medtop" if code.startswith("2000") else "subj" if "01" <= code[:2] <= "17" else ""
    known = _SCHEMES.get(given)
    return f"{known}:{code}" if known else None
