"""Small articles and what a day makes of them, written by hand."""

from datetime import UTC, date

from dateline import brief
from dateline.ledger import Least, ledger
from dateline.people import people
from dateline.records import (
    Article,
    CopySet,
    Edition,
    Moment,
    ParagraphKind,
    PressTime,
    Profile,
    Reading,
    Story,
    joined,
    record_id,
    story_id,
)

DAY = date(2031, 5, 8)


def article(name, text, **given):
    """An English article of the day, of the outlet `name`'s first word, unless it is given otherwise."""
    whole, paragraphs = joined([(ParagraphKind.TEXT, part) for part in text.split("\n")])
    values = {"outlet": name.split()[0], "headline": name, "language": "en", "published": Moment(DAY)} | given
    return Article(id=record_id("a", name), page_id=record_id("g", name), text=whole, paragraphs=paragraphs, **values)


def story(*articles):
    """A story of these articles."""
    days = [one.published.day for one in articles]
    ids = tuple(one.id for one in articles)
    return Story(id=story_id(ids[0]), article_ids=ids, first_day=min(days), last_day=max(days))


def material(*stories, readings=(), **given):
    """What an edition of the day is made from: lists of articles, each a story."""
    articles = {one.id: one for articles in stories for one in articles}
    told = tuple(story(*articles) for articles in stories)
    read = {reading.article_id: reading for reading in readings}
    return brief.Material(
        press=given.pop("press", PressTime(DAY)),
        articles=articles,
        readings=read,
        copy_sets=tuple(CopySet(original=key) for key in articles),
        stories=told,
        ledger=ledger(read, articles, told, people(read, articles, told, ()), least=Least()),
        **given,
    )


def before(day, *known, **given):
    """The one edition before, of a day, which knew of these articles."""
    lists = dict.fromkeys(("sections", "agenda", "commitments", "positions", "stories"), ())
    return (Edition(id="e-before", press=PressTime(day), known=known, **(lists | given)),)


def edition(found, profile=None, **given):
    """The edition of a profile."""
    profile = profile or Profile()
    rules = brief.BriefRules(
        zone=UTC, watched=brief.Watched(profile), minutes=profile.minutes, covers=profile.covers, **given
    )
    return brief.edition(found, rules)


def headlines(edition):
    """By section, the headlines in their order."""
    return {section.name: [one.headline.text for one in section.briefs] for section in edition.sections}


def reading(article, **lists):
    """What was read in an article."""
    return Reading(article_id=article.id, reader="en-test", **lists)
