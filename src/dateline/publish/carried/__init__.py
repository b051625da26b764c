"""Who carried a text: one row for each article of its copy set, and what it left out, added or changed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.records import Article, Copy, CopySet, Relation, Stage, Step, by_time
from dateline.text.difference import Change, Mark, difference

_TOLD = {
    Mark.LEFT_OUT: "left out",
    Mark.ADDED: "added",
    Mark.CHANGED: "changed",
    Mark.MOVED: "moved",
}
_STAGES = {
    Stage.URGENT: "urgent",
    Stage.LEAD: "a further lead",
    Stage.UPDATE: "an update",
    Stage.ADDS: "with additions",
    Stage.RECASTS: "told anew",
    Stage.CORRECTION: "a correction",
    Stage.WITHHELD: "withheld",
    Stage.KILL: "the notice that withdraws it",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """An article of a copy set beside the version of its text that it is compared with."""

    article: Article
    of: Article
    copy: Copy
    step: Step | None
    """Its place in the life of the agency's story, where it has one."""
    changes: tuple[Change, ...]

    def told(self) -> str:
        """What was changed, counted in paragraphs: "3 paragraphs left out, 1 added"."""
        counts = Counter(change.mark for change in self.changes)
        parts = [f"{counts[mark]} {words}" for mark, words in _TOLD.items() if counts[mark]]
        if not parts:
            return "word for word the same"
        number, _, rest = parts[0].partition(" ")
        return ", ".join([f"{number} {'paragraph' if number == '1' else 'paragraphs'} {rest}", *parts[1:]])

    def what(self) -> str:
        """What it is: "a copy", "an earlier version, urgent"."""
        article = "an" if self.copy.relation in {Relation.EARLIER, Relation.EXTENDED} else "a"
        kind = "version" if self.copy.relation is Relation.EARLIER else "copy"
        words = "a copy" if self.copy.relation is Relation.COPY else f"{article} {self.copy.relation} {kind}"
        return f"{words}, {_STAGES[self.step.stage]}" if self.step and self.step.stage else words


def carried(copy_set: CopySet, articles: Mapping[str, Article]) -> list[Carried]:
    """The articles of a copy set beside its original, in order of time; what is no longer there is left out.

    An earlier version is what the original was made of, so there what is told is what the original changed.
    """
    steps = {step.article_id: step for step in copy_set.life}
    found = []
    for copy in copy_set.copies:
        article, of = articles.get(copy.article_id), articles.get(copy.of or "")
        if article is None or of is None:
            continue
        old, new = (article, of) if copy.relation is Relation.EARLIER else (of, article)
        changes = difference(_paragraphs(old), _paragraphs(new))
        found.append(Carried(article, of, copy, steps.get(article.id), changes))
    return sorted(found, key=lambda one: by_time(one.article))


def _paragraphs(article: Article) -> list[str]:
    return [article.text[one.span.start : one.span.end] for one in article.paragraphs]
