"""The calendar: one entry for each event, the same over all editions."""

from dataclasses import replace
from datetime import timedelta

from dateline.records import AgendaItem, Certainty, Moment, Span
from tests.brief.made import DAY, article, before, edition, material, reading

EARLIER = DAY - timedelta(days=1)
TALKS = article("Post Talks", "The herring talks in Tolle open in May.", published=Moment(EARLIER))
LATER = article("Echo Talks", "The herring talks in Tolle were put off.")


def item(told_in, name, when, what="the herring talks in Tolle"):
    """An agenda item that rests on the whole text of an article."""
    return AgendaItem(
        id=f"g-{name}", article_id=told_in.id, span=Span(0, len(told_in.text)), confidence=0.9, made_by="test",
        reader="en-test", what=what, when=when, when_alternatives=(), where=None, participants=(),
        certainty=Certainty.SCHEDULED, reported_by=None, reported_in=None, condition=None,
    )  # fmt: skip


def calendar(articles, items, earlier=()):
    """By the day, the entries of an edition of one story."""
    readings = [reading(one, agenda=tuple(found for found in items if found.article_id == one.id)) for one in articles]
    made = edition(material(articles, readings=readings, earlier=earlier))
    return {entry.when: entry for entry in made.calendar}


def the_day_before(entries):
    """The edition of the day before, with these entries."""
    return before(EARLIER, TALKS.id, calendar=tuple(entries))


def test_events_of_several_days_are_several_events():
    """Told in the same words in one article, and in another: only those whose days overlap are one."""
    days = ["2031-05-12", "2031-05-13", "2031-05-14"]
    items = [item(TALKS, day, day) for day in days]
    again = item(LATER, "again", "2031-05-13", "talks on herring in Tolle")
    assert sorted(calendar([TALKS, LATER], [*items, again])) == days


def test_each_keeps_its_uid_in_the_next_edition():
    """Its own, not that of an event of another day, and nothing of it has changed."""
    items = [item(TALKS, day, day) for day in ("2031-05-12", "2031-05-13")]
    first = calendar([TALKS], items)
    told_anew = [replace(one, id=f"{one.id}-new", article_id=LATER.id) for one in items[::-1]]
    second = calendar([TALKS, LATER], told_anew, the_day_before(first.values()))
    assert {day: (one.uid, one.sequence) for day, one in second.items()} == {
        day: (one.uid, 0) for day, one in first.items()
    }


def test_an_event_that_moves_keeps_its_uid():
    """The one that is not told any more on its own day; its neighbour, which is, stays as it was."""
    first = calendar([TALKS], [item(TALKS, day, day) for day in ("2031-05-12", "2031-05-13")])
    moved = [item(LATER, "new", "2031-05-15"), item(LATER, "old", "2031-05-13")]
    second = calendar([TALKS, LATER], moved, the_day_before(first.values()))
    assert second.keys() == {"2031-05-13", "2031-05-15"}
    assert (second["2031-05-15"].uid, second["2031-05-15"].sequence) == (first["2031-05-12"].uid, 1)
    assert (second["2031-05-13"].uid, second["2031-05-13"].sequence) == (first["2031-05-13"].uid, 0)


def test_a_new_day_takes_no_uid_of_an_event_that_is_still_told():
    """Another day beside it is another event."""
    one = item(TALKS, "one", "2031-05-12")
    first = calendar([TALKS], [one])
    second = calendar([TALKS, LATER], [one, item(LATER, "two", "2031-05-10")], the_day_before(first.values()))
    assert second["2031-05-12"].uid == first["2031-05-12"].uid
    assert len({entry.uid for entry in second.values()}) == 2


def test_two_events_that_were_one_do_not_share_a_uid():
    """One keeps that of the earlier edition, the other has one of its own."""
    one, two = item(TALKS, "one", "2031-05-12"), item(LATER, "two", "2031-05-12", "herring talks of Tolle")
    (joined,) = calendar([TALKS, LATER], [one, two]).values()
    kept = replace(joined, item_id=two.id, article_id=LATER.id)
    second = calendar([TALKS, LATER], [replace(one, when="2031-05-14"), two], the_day_before([kept]))
    assert second["2031-05-12"].uid == joined.uid
    assert len({entry.uid for entry in second.values()}) == 2
