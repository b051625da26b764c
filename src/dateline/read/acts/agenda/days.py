"""When an event is to be: the time of its words, as one that lies ahead, with what the words leave open."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from spacy.tokens import Token

from dateline.read import times
from dateline.read.acts.clauses import is_done, steps
from dateline.read.acts.found import Settled
from dateline.read.acts.story import Story
from dateline.read.times import calendar
from dateline.records import Span, TimeType
from dateline.text.timex import day_range

_CLOCK = "times/clock"
_WAIT = re.compile(r"P(\d+)([DWMY])$")
_YEAR = re.compile(r"\d{4}")
_OF_YEAR = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:T.*)?$")
_HOUR = re.compile(r"T\d\d:\d\d$")
_LATER = "times/earlier"
_WEEKDAY = "times/weekday"
_DAY = timedelta(days=1)
_NEAR = 100
"""Characters within which a day stands right before another."""
_FAR = timedelta(days=240)
_LOOSE = timedelta(days=3)
"""How far from the day that is reckoned something may be that is to come "in two weeks"."""
_NO_BREAK = frozenset({"VERB", "AUX", "PUNCT"})
_FURTHEST = 10
"""Words from an event's noun to a time behind it that is still its own."""


@dataclass(frozen=True, slots=True)
class Day:
    """When an event is to be."""

    value: str | None = None
    """A day, week, month, year, hour or interval; None where nothing says it, or the words leave several readings."""
    readings: tuple[str, ...] = ()
    """All readings, where the words leave several."""
    words: str | None = None
    """The words that say it, with what they are counted from: "two days after the summit"."""
    is_later: bool = False
    """Whether the words say that it is later in their time: "later Tuesday", "the end of the year"."""
    read: Settled | None = None
    """The same as it was read for itself, where it is one mention."""

    @property
    def all(self) -> tuple[str, ...]:
        """The value or the readings."""
        return self.readings if self.value is None else (self.value,)

    @property
    def settled(self) -> Settled | None:
        """The mention, with the value that it has here; None where it has none."""
        return replace(self.read, value=self.value) if self.read and self.value else None


NO_DAY = Day()


def day_of(story: Story, *heads: Token, moved: bool = False) -> Day:
    """The time nearest to the first head that has one.

    What stands behind "until" says when it ends, and not when it is; of what was put off (`moved`) it is the new day.
    """
    for head in heads:
        for found in (*story.times_of(head), *_behind(story, head), *_within(story, head)):
            until = not moved and story.word_before(found) in story.known.lists["agenda.till"]
            if not until and not _only_describes(story, found, head) and not _is_of_other(story, found, head):
                return _of(story, found)
        for found in _counted(story, head):
            return _of_wait(story, found)
    return NO_DAY


def _only_describes(story: Story, found: times.Found, head: Token) -> bool:
    """Whether it is a season or a feast that says what kind of event it is: "the winter exercise"."""
    seasons = story.known.lists["agenda.seasons"]
    return found.span.end < head.idx and any(found.text.lower().endswith(season) for season in seasons)


def _is_of_other(story: Story, found: times.Found, noun: Token) -> bool:
    """Whether it is the time of another event of its phrase: "a test for the 2033 cup", not "the end of the race"."""
    place = next((at for at, one in story.placed_times if one is found), noun.i)
    if noun.pos_ not in {"NOUN", "PROPN"} or not noun.is_ancestor(story.doc[place]):
        return False
    between = (one for one in story.doc[place].ancestors if noun.is_ancestor(one))
    return any(_names_event(story, one) and one.head.lower_ not in story.known.lists["agenda.of"] for one in between)


def of_day_before(story: Story, *verbs: Token) -> Day | None:
    """The day of which a clause tells: "on 6 May, when they will meet"; None where it tells of none."""
    for when in (one for verb in verbs for one in verb.lefts):
        if when.lower_ in story.known.lists["agenda.of_days"]:
            before = story.text[: when.idx].rstrip(", \n")
            for _, found in story.placed_times:
                if found.span.end == len(before):
                    return _of(story, found)
    return None


def coming(story: Story, day: Day) -> Day:
    """The same with a day of the last week or year as the one to come, as `Story.coming`."""
    value = story.coming(day.value)
    return replace(day, value=value)


def in_year(story: Story, day: Day, phrase: Iterable[Token]) -> Day:
    """The same in the year that a phrase names: "the 2033 games will begin on 1 December"."""
    start = next((one for one in story.context.times if one.value == one.text and _stands_in(story, one, phrase)), None)
    value = day.value
    if start is None or value is None or _YEAR.search(day.words or "") or not _OF_YEAR.match(value):
        return day
    return replace(day, value=f"{start.value}{value[4:]}")


def _stands_in(story: Story, found: times.Found, phrase: Iterable[Token]) -> bool:
    year = len(found.text) == len("2031")
    return year and any(one.idx == found.span.start for one in phrase) and not story.has_begun(found.text)


def is_ahead(story: Story, day: Day) -> bool:
    """Whether all readings have days on or after the story's; false where there is none."""
    return bool(day.all) and all(story.is_ahead(value) for value in day.all)


def lies_ahead(story: Story, day: Day) -> bool:
    """Whether it begins after the story's day, or later on it: "this year" does not."""
    return is_ahead(story, day) and (day.is_later or not any(story.has_begun(value) for value in day.all))


def is_far(story: Story, day: Day) -> bool:
    """Whether it is so far ahead that the words would name its year, and do not: "in March" is the last one."""
    days, published = day_range(day.value), story.context.published
    if days is None or published is None or _YEAR.search(day.words or ""):
        return False
    return len(day.value or "") > len("2031") and days[0] - published.day > _FAR


def is_own_day(story: Story, day: Day) -> bool:
    """Whether it is the day of the story without an hour, and not said to be later on it."""
    return not day.is_later and any(story.is_own_day(value) for value in day.all)


def _of(story: Story, found: times.Found) -> Day:
    found = _with_hour(story, found)
    is_later, words = _is_later(story, found), _words(story, found)
    hour = _in_brackets(story, found) or found
    if hour.alternatives and not is_later:
        values = (hour.value or "", *hour.alternatives)
        return Day(None, tuple(_in_zone(value, hour.zone) for value in values), words)
    if found.rule == _WEEKDAY and not is_later and _is_of_next_week(story, found):
        week_on = datetime.fromisoformat(found.value or "").date() + 7 * _DAY
        return Day(None, (found.value or "", str(week_on)), words)
    if found.rule == _LATER and story.word_before(found) in story.known.lists["agenda.or"]:
        # "Two or three days later".
        return Day(None, (), words)
    if found.value is None or (hour.is_dayless and not is_later):
        # It may be an hour of the day of which the sentence before told.
        return Day(None, (), words)
    day = Day(_in_zone(hour.value or "", hour.zone), (), words, is_later)
    joined = _joined(story, day, found)
    span = Span(found.span.start, max(found.span.end, hour.span.end))
    return replace(day, read=Settled(span, hour.value or "", hour.value or "")) if joined is day else joined


def _with_hour(story: Story, day: times.Found) -> times.Found:
    """A day with the hour that stands behind it: "on Friday at 4 p.m."."""
    hour = next((one for one in story.context.times if one.span.start > day.span.start), None)
    if hour is None or hour.rule != _CLOCK or not (hour.value or "").startswith(f"{day.value}T"):
        return day
    if hour.span.start - day.span.end > len(" at around "):
        return day
    span = Span(day.span.start, hour.span.end)
    return replace(hour, span=span, text=span.of(story.text))


def _is_of_next_week(story: Story, found: times.Found) -> bool:
    """Whether the story's own weekday may be that of next week, as a later day was told right before: "they will travel
    on Monday; the vote is due on Tuesday", told on a Tuesday.
    """
    before = [one for one in story.context.times if 0 < found.span.start - one.span.end < _NEAR]
    return story.is_own_day(found.value) and any(
        story.is_ahead(one.value) and not story.has_begun(one.value or "") for one in before
    )


def _words(story: Story, found: times.Found) -> str:
    """The words of a time, with the place whose clock it goes by and what it is counted from."""
    end = found.span.end
    if found.zone is not None and found.zone not in found.text:
        end = story.text.index(found.zone, end) + len(found.zone)
    return " ".join(story.text[found.span.start : found.anchor.end if found.anchor else end].split())


def _in_brackets(story: Story, found: times.Found) -> times.Found | None:
    """The same hour in a zone that is the same everywhere, where brackets give it: "5:30 p.m. (1530 GMT)"."""
    after = next((one for one in story.context.times if one.span.start > found.span.start), None)
    if after is None or "T" not in (found.value or "") or not (after.value or "").endswith("Z"):
        return None
    return after if story.text[found.span.end : after.span.start].strip() == "(" else None


def _in_zone(value: str, zone: str | None) -> str:
    """An hour with the offset of the place whose clock it goes by, where that is known."""
    known = times.zone_of(zone) if zone and _HOUR.search(value) else None
    if known is None:
        return value
    day, _, hour = value.partition("T")
    offset = f"{datetime.fromisoformat(day).replace(hour=int(hour[:2]) % 24, tzinfo=known):%z}"
    return f"{value}{offset[:3]}:{offset[3:]}"


def _joined(story: Story, day: Day, found: times.Found) -> Day:
    """With the end of a range, or the next day: "from Monday to Wednesday", "on Friday and Saturday";
    of either of two days their month, "on 16 or 23 June".
    """
    after = next((one for one in story.context.times if one.span.start > found.span.start), None)
    first, last = day_range(day.value), day_range(after.value if after else None)
    if after is None or first is None or last is None or day.value is None or len(day.value) != len(after.value or ""):
        return day
    between = story.text[found.span.end : after.span.start].replace("\n", " ").strip().lower()
    known = story.known.lists
    if between in known["agenda.or"]:
        month = day.value[: len("2031-05")]
        one_month = len(day.value) > len(month) and (after.value or "").startswith(month)
        return (
            replace(day, value=month)
            if one_month
            else replace(day, value=None, readings=(day.value, after.value or ""))
        )
    one_range = between in known["agenda.to"] and last[0] > first[1]
    if one_range or (between in known["agenda.and"] and last[0] - first[1] == _DAY):
        words = story.text[found.span.start : after.span.end]
        return Day(f"{day.value}/{after.value}", (), words, day.is_later)
    return day


def _behind(story: Story, noun: Token) -> Iterator[times.Found]:
    """A time that stands behind a noun, though the parser gives it to another word: to one that the noun belongs to, as
    in "the end of the fair in Tolle next month", or to a verb of the past, of which it cannot be the time.
    """
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for place, found in story.placed_times:
        between = story.doc[noun.i + 1 : place]
        if 0 < place - noun.i <= _FURTHEST and not any(one.pos_ in _NO_BREAK for one in between):
            above = list(story.doc[place].ancestors)
            top = next((one for one in above if one.pos_ in _NO_BREAK or one.is_ancestor(noun)), noun)
            if any(_names_event(story, one) for one in (*between, *above[: above.index(top) if top in above else 0])):
                continue
            ahead = _is_later(story, found) or (_is_sure(story, found) and not story.has_begun(found.value or ""))
            told = story.word_before(found) in story.known.lists["agenda.from"] or (
                (is_done(top) or top.tag_ == "VBG") and ahead
            )
            if top.pos_ not in _NO_BREAK or (told and top.is_ancestor(noun)):
                yield found


def _names_event(story: Story, word: Token) -> bool:
    return word.pos_ in {"NOUN", "PROPN"} and story.known.has("agenda.events", word.lemma_.lower())


def _is_sure(story: Story, found: times.Found) -> bool:
    """Whether its words alone tell its year: a day, or "next month"; "June" beside a past verb may be last year's."""
    turned = story.known.lists["agenda.turned"]
    return len(found.value or "") >= len("2031-05-06") or found.text.partition(" ")[0].lower() in turned


def _is_later(story: Story, found: times.Found) -> bool:
    later = story.known.lists["agenda.later"]
    if found.mod == "END" and len(found.value or "") < len("2031-05-06"):
        return True
    return found.text.partition(" ")[0].lower() in later or story.word_before(found) in later


def _within(story: Story, verb: Token) -> Iterator[times.Found]:
    """A time of the infinitive that a verb's object has: "will sign a treaty to share the water on 6 May"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    for place, found in story.placed_times:
        when = story.doc[place]
        inner = [one for one in when.ancestors if one.pos_ in {"VERB", "AUX"} and verb.is_ancestor(one)]
        if inner and all(_is_infinitive(one) for one in inner) and steps(when, inner[0]) is not None:
            yield found


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(one.tag_ == "TO" for one in verb.children)


def _counted(story: Story, head: Token) -> Iterator[times.Found]:
    """Lengths behind "in", and what is counted from an event: "will meet in two weeks", "two days after the summit"."""
    if head.pos_ not in {"VERB", "AUX"}:
        return
    known = story.known.lists
    for found in story.context.times:
        counted = (
            found.anchor is not None and found.anchor.of(story.text).split()[0].lower() not in known["agenda.till"]
        )
        waits = found.type is TimeType.DURATION and story.word_before(found) in known["agenda.in"]
        if (counted or waits) and story.evidence(head).overlaps(found.span):
            span = story.doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
            if span is not None and steps(span.root, head) is not None:
                yield found


def _of_wait(story: Story, found: times.Found) -> Day:
    """A length from the story's day, as fine as it is surely right: the month of what comes "in two weeks"."""
    wait, published = _WAIT.match(found.value or ""), story.context.published
    there = published and wait and calendar.shifted(published.day, int(wait[1]), wait[2])
    if not there or not wait or found.anchor is not None:
        return Day(None, (), _words(story, found))
    grain = "M" if wait[2] == "W" else wait[2]
    edges = {calendar.at_grain(there + gap, grain) for gap in ((-_LOOSE, _LOOSE) if wait[2] == "W" else (0 * _DAY,))}
    return Day(edges.pop() if len(edges) == 1 else None, (), found.text)
