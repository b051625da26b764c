"""What a person decided about who is who, done again to what the rules say."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.people.groups import Group, group
from dateline.people.identity import Join, Rule
from dateline.people.sightings import Sighting
from dateline.records import Decision, DecisionKind, record_id


def taken_apart(groups: Sequence[Group], decisions: Iterable[Decision]) -> tuple[list[Group], list[Group]]:
    """The groups without the articles that a person took out of them; and these, each a group that no rule joins."""
    made = {one.id: one for one in groups}
    apart: dict[str, Group] = {}
    for decision in decisions:
        found = made.get(decision.subject)
        if decision.kind is not DecisionKind.SPLIT_PEOPLE or decision.value is None or found is None:
            continue
        leaving = [one for one in found.sightings if one.article_id == decision.value]
        staying = [one for one in found.sightings if one.article_id != decision.value]
        if leaving and staying:
            made[found.id] = _group(staying, found.id)
            alone = _group(leaving, record_id("p", found.key, decision.value, "apart"))
            apart[alone.id] = alone
    return list(made.values()), list(apart.values())


def mended(joins: Iterable[Join], groups: Iterable[Group], decisions: Iterable[Decision]) -> list[Join]:
    """The joins with those that a person made, and without those that one undid, each decision after the other.

    One that names a group that is not there does nothing.
    """
    by_id = {one.id: one for one in groups}
    found = list(joins)
    for decision in decisions:
        one = by_id.get(decision.subject)
        if one is None:
            continue
        if decision.kind is DecisionKind.SPLIT_PEOPLE and decision.value is None:
            found = _without(found, one.id)
        elif decision.kind is DecisionKind.MERGE_PEOPLE and decision.value in by_id and decision.value != one.id:
            found.append(_merge(one, by_id[decision.value], decision))
    return found


def _group(sightings: Sequence[Sighting], key: str) -> Group:
    return replace(group(sightings, first_of_its_name=True), id=key)


def _without(joins: Sequence[Join], key: str) -> list[Join]:
    """Without what takes a group for another one's; of one that others are taken for, without that."""
    if any(one.child == key for one in joins):
        return [one for one in joins if one.child != key]
    return [one for one in joins if one.parent != key]


def _merge(child: Group, parent: Group, decision: Decision) -> Join:
    return Join(
        child=child.id,
        parent=parent.id,
        rule=Rule.DECISION,
        known_as=child.name,
        article_id=child.sightings[0].article_id,
        by=None,
        told=f"{decision.who}, {decision.when[:10]}: {decision.why}",
    )
