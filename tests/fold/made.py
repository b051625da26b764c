"""A dispatch and what papers make of it, written by hand."""

from datetime import UTC, date, datetime, time, timedelta

from dateline.fold import FoldRules, copies
from dateline.records import Article, Moment, ParagraphKind, joined, record_id

DISPATCH = (
    "Talks on the sharing of the river Vey broke down in Orlast on Tuesday after nine hours, both delegations said.",
    "The two countries have argued since the dry summer of 2028 about how much water the upper dams may hold back.",
    "Foreign Minister Ketta Ambrose left the hotel by a side door and drove to the airfield without a word.",
    "Her counterpart, Dorun Heske, told a crowd of farmers outside that he would not sign away a single bucket.",
    "Some 40,000 families on the lower river depend on the flow of May and June to plant rice and early maize.",
    "Mediators from the Lake Commission will fly to both capitals next week with a new timetable for the locks.",
    "A first round of talks failed in March, when the upper country asked for fifteen years to rebuild its turbines.",
    "The price of rice in the markets of the lower river has risen by a third since the beginning of the year.",
)
OWN = (
    "Old Perrin Macauley counts his goats twice every evening now, because two of them have gone through the fence.",
    "The drought has turned the meadow behind his house at Little Sarn into something like the floor of an oven.",
    "His daughter sells cheese at the Saturday market, and she says that the regulars have begun to ask for halves.",
    "At the school the teacher has stopped watering the beans, and the children have drawn faces on the dry pots.",
    "Nobody here has seen a minister since the bridge was opened, eleven years ago, with a band and a free lunch.",
    "The parish has asked the district for a tanker, and the district has asked the parish for a form in triplicate.",
    "There is still water in the deep well by the church, but the priest has put a padlock on the cover of it.",
    "Macauley says that he has seen worse, in the year when his father walked the whole flock to the coast and back.",
)
NOON = datetime.combine(date(2031, 5, 6), time(12), UTC)


def article(name, paragraphs, hour=0, **given):
    """An article of the outlet `name`, so many hours after noon, unless it is given otherwise."""
    text, placed = joined([(ParagraphKind.TEXT, part) for part in paragraphs])
    values = {
        "outlet": name,
        "headline": f"{name} has it",
        "language": "en",
        "published": Moment.parse((NOON + timedelta(hours=hour)).isoformat()),
    }
    return Article(id=record_id("a", name), page_id=name, text=text, paragraphs=placed, **(values | given))


def sent(name, paragraphs, hour=0, **given):
    """The same, sent by an agency as an item of its wire."""
    return article(name, paragraphs, hour, **({"outlet": None, "agency": "OPA", "wire_item": name} | given))


def folded(*articles):
    """By the original's page, the copy set."""
    name = {one.id: one.page_id for one in articles}
    return {name[found.original]: found for found in copies({one.id: one for one in articles}, FoldRules())}


def relations(found, *articles):
    """By page, what each is to the original of a set."""
    name = {one.id: one.page_id for one in articles}
    return {name[copy.article_id]: copy.relation for copy in found.copies}
