"""What an editor did to an edition, done again to every draft of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.brief import choose
from dateline.brief.decided import standing
from dateline.brief.material import BriefRules, Material
from dateline.records import Brief, Decision, DecisionKind, Edition, Passage, Section
from dateline.text import sentences

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
    """Up to twelve passages of the new articles of a story that it does not show, in the order of the articles."""
    story = next((one for one in material.stories if one.id == brief.story_id), None)
    found: dict[str, Passage] = {}
    for key in story.article_ids if story else ():
        article = material.articles[key]
        if key in material.unquotable:
            continue
        for span in sentences.spans(article.text)[:_MOST]:
            passage = choose.quoted(article, span, material.readings.get(key), rules)
            if len(passage.text) <= rules.longest and passage not in brief.passages:
                found.setdefault(passage.place, passage)
    return tuple(found.values())[:_MOST]


class _Draft:
    """An edition while it is edited: its briefs by section, in order."""

    def __init__(self, edition: Edition, material: Material, rules: BriefRules) -> None:
        self._edition, self._material, self._rules = edition, material, rules
        self._sections = {section.name: list(section.briefs) for section in edition.sections}
        self._further = list(edition.further)
        self._dropped: dict[str, str] = {}
        self._remark = edition.remark

    def edition(self) -> Edition:
        """The edition as it stands now."""
        sections = tuple(Section(name=name, briefs=tuple(briefs)) for name, briefs in self._sections.items() if briefs)
        left_out = (*self._edition.left_out, *self._dropped.items())
        return replace(
            self._edition, sections=sections, further=tuple(self._further), left_out=left_out, remark=self._remark
        )

    def drop(self, act: Decision) -> None:
        if self._take(act.subject) is not None:
            self._dropped[act.subject] = f"the editor ({act.who})"

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
            offered = {one.place: one for one in alternatives(brief, self._material, self._rules)}
            if into not in offered:
                return brief
            shown = tuple(offered[into] if one.place == out else one for one in brief.passages)
            return replace(brief, passages=shown)

        self._change(act.subject, swapped)

    def _take(self, story_id: str) -> Brief | None:
        """A brief taken out of where it stands, or None where the draft does not have it."""
        for briefs in (*self._sections.values(), self._further):
            for place, brief in enumerate(briefs):
                if brief.story_id == story_id:
                    return briefs.pop(place)
        return None

    def _change(self, story_id: str, change: Callable[[Brief], Brief]) -> None:
        for briefs in (*self._sections.values(), self._further):
            for place, brief in enumerate(briefs):
                if brief.story_id == story_id:
                    briefs[place] = change(brief)


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
