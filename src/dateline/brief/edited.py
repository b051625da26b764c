"""What an editor did to an edition, done again to every draft of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.brief import choose
from dateline.brief.decided import standing
from dateline.brief.material import BriefRules, Material, is_new
from dateline.records import Brief, Decision, DecisionKind, Edition, Passage, Section, Span, ids_since
from dateline.text import sentences

_PLACE = re.compile(r"(a-\w+):(\d{1,9})-(\d{1,9})")
_MOST = 12
"""Other sentences that are offered for a passage."""


def edited(edition: Edition, decisions: Sequence[Decision], material: Material, rules: BriefRules) -> Edition:
    """The edition with every act on it that stands, in the order in which they were done.

    An act on a story that the draft no longer has does nothing, and counts again should the story come back.
    """
    draft = _Draft(edition, material, rules)
    for act in standing(decisions):
        if act.field == edition.press.key and act.kind in _ACTS:
            _ACTS[act.kind](draft, act)
    return draft.edition()


def alternatives(brief: Brief, material: Material, rules: BriefRules) -> tuple[Passage, ...]:
    """Up to twelve passages of a story that it does not show and that can stand alone, those of new articles first."""
    found: dict[str, Passage] = {}
    articles = [material.articles[key] for key in _quotable(brief.story_id, material)]
    for article in sorted(articles, key=lambda one: not is_new(one, material, rules)):
        for span in sentences.spans(article.text)[:_MOST]:
            passage = choose.quoted(article, span, material.readings.get(article.id), rules)
            if passage not in brief.passages and choose.is_readable(passage, article, rules):
                found.setdefault(passage.place, passage)
    return tuple(found.values())[:_MOST]


def passage_at(place: str, story_id: str, material: Material, rules: BriefRules) -> Passage | None:
    """The passage of a story's article at a place ("a-2lsdg2ntalbhygtp:120-211"), whole sentences with whole
    attributions; None where there is none such.
    """
    found = _PLACE.fullmatch(place)
    if found is None or found[1] not in _quotable(story_id, material):
        return None
    article, span = material.articles[found[1]], Span(int(found[2]), int(found[3]))
    if not span.start < span.end <= len(article.text):
        return None
    passage = choose.quoted(article, span, material.readings.get(article.id), rules)
    return passage if passage.span == span else None


def _quotable(story_id: str, material: Material) -> tuple[str, ...]:
    story = next((one for one in material.stories if one.id == story_id), None)
    return tuple(key for key in (story.article_ids if story else ()) if key not in material.unquotable)


class _Draft:
    """An edition while it is edited: its briefs by section, in order."""

    def __init__(self, edition: Edition, material: Material, rules: BriefRules) -> None:
        self._edition, self._material, self._rules = edition, material, rules
        self._sections = {section.name: list(section.briefs) for section in edition.sections}
        self._further = list(edition.further)
        self._dropped: dict[str, str] = {}
        self._remark = edition.remark
        self._now = ids_since(material.stories, material.copy_sets)

    def edition(self) -> Edition:
        """The edition as it stands now."""
        order = self._rules.watched.order
        ordered = sorted(self._sections.items(), key=lambda one: order.get(one[0], len(order)))
        sections = tuple(Section(name=name, briefs=tuple(briefs)) for name, briefs in ordered if briefs)
        left_out = (*self._edition.left_out, *self._dropped.items())
        return replace(
            self._edition, sections=sections, further=tuple(self._further), left_out=left_out, remark=self._remark
        )

    def drop(self, act: Decision) -> None:
        brief = self._take(act.subject)
        if brief is not None:
            self._dropped[brief.story_id] = f"the editor ({act.who})"

    def pin(self, act: Decision) -> None:
        brief = self._take(act.subject)
        if brief is not None:
            self._sections.setdefault(brief.section, []).insert(0, replace(brief, pinned=True))

    def place(self, act: Decision) -> None:
        brief = self._take(act.subject)
        if brief is not None:
            # Past the end is the end, before the beginning the beginning.
            self._sections.setdefault(brief.section, []).insert(max(int(act.value or 1), 1) - 1, brief)

    def move(self, act: Decision) -> None:
        brief = self._take(act.subject)
        if brief is not None and act.value:
            self._sections.setdefault(act.value, []).append(replace(brief, section=act.value))

    def retitle(self, act: Decision) -> None:
        self._change(act.subject, lambda brief: replace(brief, title=act.value or None))

    def remark(self, act: Decision) -> None:
        if act.subject == self._edition.id:
            self._remark = act.value or None
        self._change(act.subject, lambda brief: replace(brief, remark=act.value or None))

    def swap(self, act: Decision) -> None:
        out, _, into = (act.value or "").partition(">")

        def swapped(brief: Brief) -> Brief:
            taken = passage_at(into, brief.story_id, self._material, self._rules)
            if taken is None or taken in brief.passages:
                return brief
            if all(one.place != out for one in brief.passages):
                # What was to go is not shown any more; the editor's sentence stands last.
                return replace(brief, passages=(*brief.passages[: self._rules.passages - 1], taken))
            return replace(brief, passages=tuple(taken if one.place == out else one for one in brief.passages))

        self._change(act.subject, swapped)

    def _take(self, story_id: str) -> Brief | None:
        """A brief taken out of where it stands, or None where the draft does not have it."""
        return next((briefs.pop(place) for briefs, place in self._places(story_id)), None)

    def _change(self, story_id: str, change: Callable[[Brief], Brief]) -> None:
        for briefs, place in self._places(story_id):
            briefs[place] = change(briefs[place])

    def _places(self, story_id: str) -> Iterator[tuple[list[Brief], int]]:
        """The lists that have the story, and where in them it stands."""
        wanted = self._now.get(story_id, story_id)
        for briefs in (*self._sections.values(), self._further):
            for place, brief in enumerate(briefs):
                if brief.story_id == wanted:
                    yield briefs, place


_ACTS = MappingProxyType(
    {
        DecisionKind.DROP: _Draft.drop,
        DecisionKind.PIN: _Draft.pin,
        DecisionKind.PLACE: _Draft.place,
        DecisionKind.MOVE: _Draft.move,
        DecisionKind.RETITLE: _Draft.retitle,
        DecisionKind.REMARK: _Draft.remark,
        DecisionKind.SWAP: _Draft.swap,
    }
)
