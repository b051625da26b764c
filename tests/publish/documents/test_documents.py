"""The edition in every form says the same, and nothing of a source is read as a mark of the form."""

import email
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from email.policy import default
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from icalendar import Calendar

from dateline import path
from dateline.publish import documents
from dateline.publish.documents import Envelope
from dateline.records import PressTime, Withdrawal
from tests import shipped
from tests.publish.plain import Words, plain

ROOT = Path(__file__).parents[3]
PRESS = PressTime(date(2031, 5, 8))


@pytest.fixture(scope="module")
def contents(shipped_day):
    return path.stored_contents(PRESS, shipped.loaded(shipped_day.folder), shipped_day.store)


def quoted(contents):
    """The words of every passage of the sections."""
    briefs = [brief for section in contents.edition.sections for brief in section.briefs]
    return [" ".join(passage.text.split()) for brief in briefs for passage in brief.passages if not passage.names]


@pytest.mark.parametrize("form", ["docx", "html", "json", "md", "txt"])
def test_every_form_has_every_passage(contents, form):
    """Each word for word; headlines too."""
    words = plain(form, documents.document(contents, form))
    expected = quoted(contents)
    assert len(expected) > 10
    assert [one for one in expected if one not in words] == []


def test_a_pdf_is_made(contents):
    """With the system's own fonts, from a page that fetches nothing."""
    made = documents.document(contents, "pdf")
    assert made.startswith(b"%PDF-")
    assert len(made) > 10_000


@pytest.fixture(scope="module")
def hashed(shipped_day):
    """What the documents hash to in two processes, years and seconds apart, that order sets differently."""

    def made(seconds, seed):
        command = [sys.executable, "-m", "tests.clocks", str(shipped_day.folder), str(seconds)]
        given = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(command, env=given, cwd=ROOT, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return made(0, "1"), made(63_000_013, "2")


@pytest.mark.parametrize("form", [*documents.FORMS, "eml"])
def test_the_same_edition_gives_the_same_bytes(hashed, form):
    """Nothing depends on a clock, or on chance."""
    one, again = hashed
    assert again["year"] > one["year"]
    assert one[form] == again[form]


def test_a_mail_needs_no_picture_and_no_script(contents):
    """Its styles stand on the elements, where mail clients leave them."""
    page = Words()
    made = documents.document(contents, "html").decode()
    page.feed(made)
    assert not page.tags & {"script", "img", "link", "iframe", "form"}
    assert 'style="' in made.partition("<h3")[2][:300]


HOSTILE = '<script>alert(1)</script> [click](javascript:x) **bold** | # no & "q"\r\nBcc: all@example.org \x07 1. one'


@pytest.fixture(scope="module")
def hostile(contents):
    """The edition with one headline that wants to be more than words."""
    section = contents.edition.sections[0]
    brief = section.briefs[0]
    headline = replace(brief.headline, text=HOSTILE)
    sections = (replace(section, briefs=(replace(brief, headline=headline),)), *contents.edition.sections[1:])
    return replace(contents, name=f"Briefing\r\nBcc: {HOSTILE}", edition=replace(contents.edition, sections=sections))


def test_a_hostile_headline_stays_words(hostile):
    """In HTML it is escaped, in Markdown no mark of it counts, in a document no control character is left."""
    page = documents.document(hostile, "html").decode()
    assert "<script" not in page
    marked = documents.document(hostile, "md").decode()
    assert "<script>" not in marked
    assert "[click](" not in marked
    assert "**bold**" not in marked
    assert "\x07" not in "".join(
        one.text for one in Document(io.BytesIO(documents.document(hostile, "docx"))).paragraphs
    )


def envelope(**given):
    values = {
        "sender": "Press <press@embassy.example>", "recipient": "reader@paper.example",
        "list_id": "briefing.embassy.example",
        "reply_to": "press@embassy.example", "sent": datetime(2031, 5, 8, 7, 15, tzinfo=UTC),
        "message_id": "<2031-05-08.edition.1@briefing.embassy.example>",
    }  # fmt: skip
    return Envelope(**(values | given))


def test_a_hostile_name_makes_no_header(hostile):
    """A line end in what becomes a subject begins no header of its own."""
    made = documents.edition_mail(documents.edition_outline(hostile), envelope())
    again = email.message_from_bytes(made.as_bytes(), policy=default)
    assert again["Bcc"] is None
    assert "Bcc: " in again["Subject"]


def test_a_mail_has_what_mail_clients_look_for(contents):
    """A stable subject with the day, List-Id, the Message-ID that it is given, plain text before HTML, a preheader."""
    found = documents.edition_outline(contents)
    one = documents.edition_mail(found, envelope())
    assert one["Subject"] == "The Halvern Strait, morning briefing, Thursday 8 May 2031"
    assert one["List-Id"] == "<briefing.embassy.example>"
    assert one["Message-ID"] == envelope().message_id
    assert [part.get_content_type() for part in one.iter_parts()] == ["text/plain", "text/html"]
    assert max(map(len, one.as_bytes().splitlines())) <= 998
    assert found.preheader.split(" · ")[0] in one.get_body(("html",)).get_content().partition("<h1")[0]


def test_links_lead_to_the_site_where_there_is_one_else_to_the_passage_at_the_outlet(contents):
    """By a text directive, so that the outlet's page opens at the words."""
    at_outlet = documents.document(contents, "txt").decode()
    assert "#:~:text=" in at_outlet
    on_site = documents.document(replace(contents, address="https://briefing.example"), "txt").decode()
    assert "#:~:text=" not in on_site
    assert "https://briefing.example/2031-05-08/articles/" in on_site


def test_the_calendar_has_the_agenda(contents):
    """Whole days with stable UIDs, each told in the whole sentence in which it was read."""
    made = Calendar.from_ical(documents.document(contents, "ics"))
    events = {str(event["uid"]): event for event in made.walk("VEVENT")}
    assert len(events) == len(contents.edition.calendar) > 5
    texts = [" ".join(article.text.split()) for article in contents.articles.values()]
    told = [re.sub(r"^\[.*?\] ", "", str(event["summary"])) for event in events.values()]
    assert all(any(words in text for text in texts) for words in told)
    assert not any(str(event["summary"]).startswith("a vote from 1 June") for event in events.values())
    assert all(event["dtend"].dt > event["dtstart"].dt for event in events.values() if "dtend" in event)


@pytest.mark.parametrize(
    ("when", "start", "has_end"),
    [
        ("2031-05-09T21:00Z", datetime(2031, 5, 9, 21, tzinfo=UTC), False),
        ("2031-05-09T16:00-04:00", datetime(2031, 5, 9, 20, tzinfo=UTC), False),
        ("2031-05-09T16:00", date(2031, 5, 9), True),
        ("2031-05-09TEV", date(2031, 5, 9), True),
    ],
)
def test_an_hour_whose_zone_is_told_stands_in_the_calendar(contents, when, start, has_end):
    """Others are whole days, as nobody knows when they begin; how long one lasts is not guessed."""
    first, *others = contents.edition.calendar
    edition = replace(contents.edition, calendar=(replace(first, when=when), *others))
    events = Calendar.from_ical(documents.document(replace(contents, edition=edition), "ics")).walk("VEVENT")
    (event,) = [event for event in events if str(event["uid"]).startswith(first.uid)]
    assert (event["dtstart"].dt, "dtend" in event) == (start, has_end)
    assert str(event["description"]) == f"As stated: {when}"


def test_what_was_withdrawn_is_cancelled_in_the_calendar_and_told(contents):
    """With its UID, marked, without a word of the article, and as the first note of every document."""
    first, *others = contents.edition.calendar
    gone = replace(first, withdrawn=True, sequence=first.sequence + 1)
    told = Withdrawal(press=PressTime(date(2031, 5, 6)), article_id="a-gone", headline="Caldrey to shut Tarrick")
    edition = replace(contents.edition, calendar=(gone, *others), withdrawn=(told,))
    changed = replace(contents, edition=edition)
    events = Calendar.from_ical(documents.document(changed, "ics")).walk("VEVENT")
    (event,) = [event for event in events if str(event["uid"]).startswith(first.uid)]
    assert (str(event["status"]), int(event["sequence"])) == ("CANCELLED", first.sequence + 1)
    assert str(event["summary"]) == "Withdrawn"
    assert not any(words in str(event.to_ical()) for words in (*first.who, first.what, first.where) if words)
    assert "Withdrawn by its agency" in documents.document(changed, "txt").decode()[:200]


def test_the_shipped_kill_is_told_in_the_next_edition(shipped_day):
    """Wednesday's edition says what Tuesday's told and may no longer be used; the archive is marked."""
    site = shipped_day.folder / "site"
    assert "Withdrawn by its agency" in (site / "2031-05-07" / "index.html").read_text("utf-8")
    assert "Withdrawn by its agency" not in (site / "2031-05-08" / "index.html").read_text("utf-8")
    assert "Withdrawn since" in (site / "index.html").read_text("utf-8")


def test_feeds_have_every_edition(shipped_day):
    """The newest first, with stable ids."""
    editions = [
        path.stored_contents(PressTime(day), shipped.loaded(shipped_day.folder), shipped_day.store).edition
        for day in (date(2031, 5, 8), date(2031, 5, 7))
    ]
    feed = json.loads(documents.json_feed(editions, 'Name "& <b>', "https://briefing.example", UTC))
    assert [item["id"] for item in feed["items"]] == [edition.id for edition in editions]
    rss = documents.rss(editions, 'Name "& <b>', "https://briefing.example", UTC).decode()
    assert rss.count("<item>") == 2
    assert "<b>" not in rss


def test_the_hours_of_an_edition_are_those_of_its_zone(contents):
    """07:15 in Madrid is 05:15 UTC, in the feeds and in the calendar."""
    madrid = ZoneInfo("Europe/Madrid")
    edition = replace(contents.edition, press=PressTime(date(2031, 5, 8), time(7, 15)))
    assert b"Thu, 08 May 2031 07:15:00 +0200" in documents.rss([edition], "N", "https://briefing.example", madrid)
    (item,) = json.loads(documents.json_feed([edition], "N", "https://briefing.example", madrid))["items"]
    assert item["date_published"] == "2031-05-08T07:15:00+02:00"
    made = documents.document(replace(contents, edition=edition, zone=madrid), "ics")
    assert b"DTSTAMP:20310508T051500Z" in made


def test_unknown_days_and_outlets_are_shown_as_unknown(contents):
    """Nothing is guessed in a document either."""
    key = contents.edition.sections[0].briefs[0].passages[0].article_id
    article = replace(contents.articles[key], outlet=None, agency=None, published=None, url=None)
    changed = replace(contents, articles={**contents.articles, key: article})
    assert "(unknown outlet, day unknown)" in documents.document(changed, "txt").decode()
