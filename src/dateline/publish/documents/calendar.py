"""The agenda as iCalendar (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, tzinfo

from icalendar import Calendar, Event

from dateline.publish.documents.outline import Outline
from dateline.records import CalendarEntry, Certainty, PressTime
from dateline.text.timex import day_range

_STATUS = {Certainty.SCHEDULED: "CONFIRMED", Certainty.EXPECTED: "TENTATIVE", Certainty.CANCELLED: "CANCELLED"}


def calendar(found: Outline, entries: Iterable[CalendarEntry], links: dict[str, str], zone: tzinfo) -> bytes:
    """The events as whole days, since the zone of an hour is seldom stated; the hour stands in the description.

    `links` are by item id. A moved event has its old UID and a higher SEQUENCE; what was called off or withdrawn is
    CANCELLED. DTSTAMP is the edition's press time, so that the same edition gives the same bytes.
    """
    made = Calendar()
    made.add("prodid", "-//Dateline//Agenda//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", found.name)
    press = PressTime.parse(found.key)
    stamp = datetime.combine(press.day, press.hour or time.min, zone).astimezone(UTC)
    for entry in entries:
        made.add_component(_event(entry, stamp, links.get(entry.item_id)))
    ready: bytes = made.to_ical()
    return ready


def _event(entry: CalendarEntry, stamp: datetime, link: str | None) -> Event:
    days = day_range(entry.when) or (stamp.date(), stamp.date())
    event = Event()
    event.add("uid", f"{entry.uid}@dateline")
    event.add("dtstamp", stamp)
    event.add("sequence", entry.sequence)
    event.add("dtstart", days[0])
    event.add("dtend", days[1] + timedelta(days=1))
    event.add("status", "CANCELLED" if entry.withdrawn else _STATUS[entry.certainty])
    event.add("summary", f"{', '.join(entry.who)}: {entry.what}" if entry.who else entry.what)
    if entry.where:
        event.add("location", entry.where)
    event.add("description", f"As stated: {entry.when}{'; the report was withdrawn' if entry.withdrawn else ''}")
    if link:
        event.add("url", link)
    return event
