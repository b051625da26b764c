"""Templates, and the words of ours in them. Everything that goes into a page is escaped here."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.publish.contents import Contents
from dateline.records import AgendaItem, Article, Moment, Passage, PressTime, WireState
from dateline.text import attribution
from dateline.text.addresses import web_address
from dateline.text.timex import in_words

_AND = re.compile(r", | and ")
UNSHOWN = "the words stand in the article; its rights do not let us show them"
"""In the place of a record's words."""


def write(folder: Path, name: str, template: str, values: Mapping[str, object]) -> None:
    """Write the page `name` below `folder`; the same values give the same bytes."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(rendered(template, {"up": "../" * name.count("/"), "page": name, **values}), "utf-8", newline="\n")


def rendered(template: str, values: Mapping[str, object]) -> str:
    """A page; what is in `values` is escaped."""
    return _environment().get_template(template).render(**values)


def write_own_files(folder: Path, *more: str) -> None:
    """Write the style sheet and the script that all pages share, and what else a page of the folder has of its own."""
    for name in ("site.css", "site.js", *more):
        text = files("dateline.publish").joinpath(name).read_text("utf-8")
        (folder / name).write_text(text, "utf-8", newline="\n")


def day(value: date) -> str:
    """A day in words: "Thursday 8 May 2031"."""
    return in_words(value.isoformat())


def press(value: PressTime) -> str:
    """A press time in words: "Thursday 8 May 2031", or "Thursday 8 May 2031, 07:15"."""
    return day(value.day) if value.hour is None else f"{day(value.day)}, {value.hour:%H:%M}"


def span_of(contents: Contents) -> str:
    """What the edition covers, in words of ours; and how many of its texts may have come later."""
    edition = contents.edition
    since = (
        f"What is new since the edition of {press(edition.since)}" if edition.since else "The first edition, of its day"
    )
    shown = {key for section in edition.sections for brief in section.briefs for key in brief.articles}
    moments = [contents.articles[key].published for key in shown if key in contents.articles]
    hourless = sum(one is not None and one.day == edition.day and one.clock is None for one in moments)
    if edition.press.hour is None or not hourless:
        return since
    told = "One of its texts names" if hourless == 1 else f"{hourless} of its texts name"
    return f"{since}. {told} a day and no hour, and may have come out after {edition.press.hour:%H:%M}"


def emptiness(contents: Contents) -> str:
    """Why there is no story in an edition."""
    edition = contents.edition
    if any(key not in contents.articles for key in edition.known):
        return "What it told was withdrawn."
    if edition.since is not None:
        return f"Nothing new came in since the edition of {press(edition.since)}."
    return f"Nothing that came in is dated {day(edition.day)}."


def participants_not_in(item: AgendaItem, words: str) -> str:
    """Who takes part in an event, as far as the sentence that tells of it ("They will …") does not name them."""
    said = words.casefold()
    parts = [name for listed in item.participants for name in _AND.split(listed)]
    return ", ".join(name for name in parts if name.split()[-1].casefold() not in said)


def moment(value: Moment | None) -> str:
    """A moment for a reader, at the precision that is known; "day unknown" where nothing is."""
    if value is None:
        return "day unknown"
    told = day(value.day)
    if value.clock is None:
        return told
    zone = value.iso()[16:] if value.offset is not None else ""
    return f"{told}, {value.clock:%H:%M}{' UTC' if zone.endswith('Z') else f' {zone[-6:]}' if zone else ''}"


def when(value: str | None, alternatives: tuple[str, ...], unknown: str) -> str:
    """A day as the records give it; all readings where the words leave it open; `unknown` where none is stated."""
    if alternatives:
        return f"{' or '.join(map(in_words, alternatives))} (the words leave it open)"
    return in_words(value) if value else unknown


def pieces(passage: Passage) -> list[tuple[str, str | None]]:
    """The text of a passage in pieces, each with the name of ours that is shown behind it, or None."""
    cut, found = 0, []
    for name in passage.names:
        found.append((passage.text[cut : name.place], name.name))
        cut = name.place
    return [*found, (passage.text[cut:], None)]


def publication(article: Article) -> str:
    """Who published it: the outlet, else the agency, else that it is unknown."""
    return article.outlet or article.agency or "unknown outlet"


def notice(article: Article) -> str | None:
    """What the agency says about the item, where it says something."""
    said = {
        WireState.UPDATE: "an update by its agency",
        WireState.CORRECTION: "a corrected version by its agency",
    }
    return said.get(article.wire_state)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("dateline.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "day": day,
        "moment": moment,
        "notice": notice,
        "pieces": pieces,
        "press": press,
        "span_of": span_of,
        "emptiness": emptiness,
        "participants_not_in": participants_not_in,
        "publication": publication,
        "web_address": web_address,
    }
    made.globals |= {"unshown": UNSHOWN, "when": when, "attribution": attribution}
    return made
