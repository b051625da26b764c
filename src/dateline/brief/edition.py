"""The one entry of the step: an edition of everything up to a day."""

from dateline.brief import choose, ledger, rank
from dateline.brief.material import BriefRules, Material
from dateline.records import Brief, Edition, Section, record_id


def edition(material: Material, rules: BriefRules) -> Edition:
    """The edition of `material.day`: the stories with something new that day, by section, and the lists beside them.

    A day without an article gives an edition without sections. Sections stand in the order of their first story.
    """
    sections: dict[str, list[Brief]] = {}
    for ranked in rank.stories_of_day(material, rules):
        # "World" and "WORLD" are one section; the name first seen is shown.
        name = next((name for name in sections if name.casefold() == ranked.section.casefold()), ranked.section)
        sections.setdefault(name, []).append(_brief(ranked, material, rules))
    return Edition(
        id=record_id("e", material.day.isoformat()),
        day=material.day,
        sections=tuple(Section(name=name, briefs=tuple(briefs)) for name, briefs in sections.items()),
        agenda=ledger.agenda(material, rules),
        commitments=ledger.commitments(material, rules),
        positions=ledger.positions(material, rules),
        stories=tuple(story.id for story in material.stories),
    )


def _brief(ranked: rank.Ranked, material: Material, rules: BriefRules) -> Brief:
    return Brief(
        story_id=ranked.story.id,
        headline=next((found for article in ranked.today if (found := choose.headline(article))), None),
        passages=choose.passages(ranked.today, material, rules),
        statements=choose.statements(ranked.today, material, rules),
        independent_sources=ranked.independent_sources,
        carried_by=ranked.carried_by,
        why=ranked.why,
    )
