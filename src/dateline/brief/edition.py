"""The one entry of the step: an edition of everything up to a day."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.brief import choose, lists, rank
from dateline.brief.calendar import calendar
from dateline.brief.headings import headings
from dateline.brief.material import BriefRules, Material, known, withdrawals
from dateline.records import Article, Brief, Edition, Record, Section, Span, record_id
from dateline.text.words import words

_WORDS_A_MINUTE = 238
"""Of silent reading of English non-fiction (Brysbaert 2019, a mean over 190 studies)."""


def edition(material: Material, rules: BriefRules) -> Edition:
    """The edition of `material.press`: the stories with something new since the last one, and the lists beside them.

    Sections stand in the order of the profile, the others after them in the order of their most valued story. What
    the profile leaves out, and that for which its minutes do not suffice, is named and not lost. A day without an
    article gives an edition without sections.
    """
    ranked = rank.new_stories(material, rules)
    left_out = {one.story.id: why for one in ranked if (why := _left_out(one.new, rules))}
    shown = [one for one in ranked if one.story.id not in left_out]
    briefs = [_brief(one, material, rules) for one in shown]
    whole = _within(rules.minutes, briefs)
    agenda = lists.agenda(material, rules)
    return Edition(
        id=record_id("e", material.press.key),
        press=material.press,
        since=material.since,
        missing=material.missing,
        known=known(material, rules),
        sections=_sections(briefs[:whole], rules),
        further=tuple(briefs[whole:]),
        left_out=tuple(left_out.items()),
        agenda=agenda,
        week=lists.week(agenda, material),
        commitments=lists.commitments(material, rules),
        due=lists.due(material),
        overdue=lists.overdue(material),
        positions=lists.positions(material, rules),
        stories=tuple(story.id for story in material.stories),
        headings=headings(material, briefs),
        calendar=calendar(agenda, material),
        withdrawn=withdrawals(material),
    )


def _picked(records: Iterable[Record], rules: BriefRules) -> tuple[str, ...]:
    """The ids of the surest records, one of each sentence, in the order of the text."""
    first: dict[tuple[str, Span], Record] = {}
    for record in records:
        first.setdefault((record.article_id, record.span), record)
    surest = sorted(first.values(), key=lambda one: -one.confidence)[: rules.records]
    return tuple(record.id for record in first.values() if record in surest)


def _left_out(new: Sequence[Article], rules: BriefRules) -> str | None:
    """Why a story stands in no section, or None where it does."""
    news = [article for article in new if not rank.is_notice(article)]
    return rules.watched.left_out(news) if news else "a notice to editors"


def _sections(briefs: Iterable[Brief], rules: BriefRules) -> tuple[Section, ...]:
    sections: dict[str, list[Brief]] = {}
    for brief in briefs:
        # "World" and "WORLD" are one section; the name first seen is shown.
        name = next((name for name in sections if name.casefold() == brief.section.casefold()), brief.section)
        sections.setdefault(name, []).append(replace(brief, section=name))
    order = rules.watched.order
    ordered = sorted(sections.items(), key=lambda one: order.get(one[0], len(order)))
    return tuple(Section(name=name, briefs=tuple(briefs)) for name, briefs in ordered)


def _within(minutes: int | None, briefs: Sequence[Brief]) -> int:
    """How many of the first briefs can be read in that time; at least one."""
    if minutes is None:
        return len(briefs)
    left = minutes * _WORDS_A_MINUTE
    for place, brief in enumerate(briefs):
        left -= sum(len(words(passage.text)) for passage in (*brief.passages, *filter(None, [brief.headline])))
        if left < 0:
            return max(place, 1)
    return len(briefs)


def _brief(ranked: rank.Ranked, material: Material, rules: BriefRules) -> Brief:
    readable = [one for one in ranked.new if rules.watched.reads(one) and not rank.is_notice(one)]
    new, far = choose.together(readable)
    readings = [reading for article in new if (reading := material.readings.get(article.id)) is not None]
    earlier = [material.articles[key] for key in ranked.story.article_ids if material.articles[key] not in new]
    passages = choose.passages(new, earlier, material, rules)
    return Brief(
        story_id=ranked.story.id,
        headline=next((found for article in new if (found := choose.headline(article))), None),
        passages=passages,
        statements=choose.statements(new, passages, material, rules),
        questions=choose.questions(new, material, rules),
        commitments=_picked((one for found in readings for one in found.commitments if rules.least.prints(one)), rules),
        agenda=_picked(
            (one for found in readings for one in found.agenda if lists.is_ahead(one, material, rules)), rules
        ),
        differences=choose.differences(new, material, rules),
        articles=tuple(article.id for article in (*new, *far)),
        also=tuple(found for article in far if (found := choose.headline(article))),
        independent_sources=ranked.independent_sources,
        carried_by=ranked.carried_by,
        why=ranked.why,
        section=ranked.section,
        value=ranked.value,
    )
