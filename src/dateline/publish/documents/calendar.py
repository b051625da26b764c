"""The agenda as iCalendar (RFC 5545)."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from dateline.publish.contents import Contents
from dateline.publish.documents.outline import Outline, links
from dateline.publish.environment import participants_not_in
from dateline.publish.shelf import Shelf, Shown
from dateline.records import AgendaItem, CalendarEntry, Certainty, Rights
from dateline.text.timex import day_range, instant

_STATUS = {Certainty.SCHEDULED: "CONFIRMED", Certainty.EXPECTED: "TENTATIVE", Certainty.CANCELLED: "CANCELLED"}


def calendar(found: Outline, contents: Contents, shelf: Shelf) -> bytes:
    """The events as whole days, or from their hour on where the text tells its zone; what it tells of the time stands
    in the description. How long an event lasts is not guessed.

    A moved event has its old UID and a higher SEQUENCE; what was called off or withdrawn is CANCELLED, and of what was
    withdrawn no word is left. Events whose words may not be shown are left out. DTSTAMP is the edition's press time, so
    that the same edition gives the same bytes.
    """
    made = Calendar()
    made.add("prodid", "-//Dateline//Agenda//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", found.name)
    press = contents.edition.press
    stamp = datetime.combine(press.day, press.hour or time.min, contents.zone).astimezone(UTC)
    places = links(contents, shelf)
    for entry in contents.edition.calendar:
        if not entry.withdrawn and not _may_be_told(entry, contents, shelf):
            continue
        event = _event(entry, stamp)
        if entry.withdrawn:
            _withdraw(event)
        else:
            told = shelf.shown.get(entry.item_id)
            _tell(event, entry, _words(told) if told else entry.what, places.get(entry.item_id))
        made.add_component(event)
    ready: bytes = made.to_ical()
    return ready


def _may_be_told(entry: CalendarEntry, contents: Contents, shelf: Shelf) -> bool:
    """Whether its words may be shown; where its item is not read any more, only where all of the article may."""
    if entry.item_id in shelf.shown:
        return shelf.tells(shelf.shown[entry.item_id])
    return entry.article_id in contents.articles and shelf.allowance.rights(entry.article_id) is Rights.FULL


def _words(told: Shown) -> str:
    """The sentence, behind the names in brackets of those whom it does not name."""
    words = " ".join(told.passage.text.split())
    who = participants_not_in(told.record, words) if isinstance(told.record, AgendaItem) else ""
    return f"[{who}] {words}" if who else words


def _event(entry: CalendarEntry, stamp: datetime) -> Event:
    days = day_range(entry.when) or (stamp.date(), stamp.date())
    event = Event()
    event.add("uid", f"{entry.uid}@dateline")
    event.add("dtstamp", stamp)
    event.add("sequence", entry.sequence)
    hour = instant(entry.when)
    event.add("dtstart", hour or days[0])
    if hour is None:
        event.add("dtend", days[1] + timedelta(days=1))
    return event


def _tell(event: Event, entry: CalendarEntry, words: str, link: str | None) -> None:
    """The sentence in which the event was read: a part of it could say what its source does not."""
    event.add("status", _STATUS[entry.certainty])
    event.add("summary", words)
    if entry.where:
        event.add("location", entry.where)
    event.add("description", f"As stated: {entry.when}")
    if link:
        event.add("url", link)


def _withdraw(event: Event) -> None:
    event.add("status", "CANCELLED")
    event.add("summary", "Withdrawn")
    event.add("description", "The report was withdrawn")
