"""The draft of an edition, and acts on it. The page and the commands of the terminal both act through here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from dateline import brief, path, publish
from dateline.records import Brief, Decision, DecisionKind, Edition, Passage, PressTime, Record, Story, ids_since
from dateline.settings import Settings
from dateline.store import Store, decisions, deliveries, editions, readings

_LONGEST = 500
"""Characters of an editor's words."""
_DIGITS = 4
"""Of the last place that a section has."""
_OF_RECORDS = frozenset(
    {
        DecisionKind.REMOVE,
        DecisionKind.CORRECT,
        DecisionKind.MERGE,
        DecisionKind.MOVE_ARTICLE,
        DecisionKind.SPLIT_STORY,
        DecisionKind.NAME_STORY,
    }
)
"""These change what the draft is made from."""


class WrongAct(ValueError):  # noqa: N818  what is wrong is the act, not the program
    """An act that cannot be done, with the reason in one line."""


class Draft:
    """An edition as it stands, made from what the store holds; nothing is collected or read anew."""

    def __init__(self, press: PressTime, settings: Settings, store: Store) -> None:
        """Makes the draft. Raises `DocumentError` where there is no edition of that press time."""
        self.press = press
        self._settings, self._store = settings, store
        self._changed_since = False
        self._load()

    def refresh(self) -> None:
        """Make the draft again where a run has made the edition anew since; cheap where none has."""
        if self._stored_word() != self._seen:
            self._load()

    def act(self, kind: DecisionKind, subject: str, value: str | None, who: str, why: str = "") -> Decision:
        """Do an act on the edition and keep it; the draft is made again. Raises `WrongAct` where it cannot be done."""
        self.refresh()
        self._check(kind, subject, value)
        if kind is DecisionKind.APPROVE:
            subject, value = self.edition.id, self._approved(value)
        done = self._keep(kind, subject, who, field=self.press.key, value=value, why=why)
        self._make()
        self._save()
        return done

    def reject(self, record_id: str, why: str, who: str) -> Decision:
        """Show a record nowhere. Raises `WrongAct` where there is none of that id."""
        self._record(record_id)
        return self._changed(self._keep(DecisionKind.REMOVE, record_id, who, why=why))

    def correct(self, record_id: str, change: tuple[str, str], why: str, who: str) -> Decision:
        """Give a field of a record another value: `change` is the two. Raises `WrongAct` where that cannot be."""
        with self._store.begin() as db:
            record = readings.find_record(db, record_id)
        wrong = f"there is no record {record_id!r}" if record is None else brief.check_correction(record, *change)
        if wrong:
            raise WrongAct(wrong)
        done = self._keep(DecisionKind.CORRECT, record_id, who, field=change[0], value=change[1], why=why)
        return self._changed(done)

    def undo(self, number: int, who: str, why: str = "") -> Decision:
        """Let an act count no longer. Raises `WrongAct` where there is none of that number that counts."""
        act = next((one for one in self.acts() if one.number == number), None)
        if act is None:
            raise WrongAct(f"there is no act {number} that could be undone")
        if act.kind not in _OF_RECORDS:
            self._check_open()
        return self._changed(self._keep(DecisionKind.UNDO, str(number), who, why=why))

    def acts(self) -> list[Decision]:
        """The acts that count, on this edition and on records, oldest first."""
        return [
            act for act in brief.standing(self._decisions()) if act.field == self.press.key or act.kind in _OF_RECORDS
        ]

    def is_approved(self) -> bool:
        """Whether the edition has been approved as it stands now."""
        return path.is_approved(self.edition, self._store)

    def publish_site(self) -> None:
        """Write the site of the edition as it stands, where an act has changed it since it was written."""
        if self._changed_since:
            path.publish_edition(self.contents(), self._settings, self._store, _silent)
            self._changed_since = False

    def contents(self) -> publish.Contents:
        """Everything that the pages of the draft show; where a run has made the edition anew, of the new one."""
        self.refresh()
        return path.contents_of(self.edition, self._material, self._folded, self._settings, self._store)

    def title_of(self, subject: str) -> str:
        """What an act is about, in words: the headline of a story, the words of a record, "the edition"."""
        if subject == self.edition.id:
            return "the edition"
        if subject in self._material.articles:
            return self._material.articles[subject].headline or "an article without a headline"
        story = self._story(subject)
        if story is not None:
            headlines = (self._material.articles[key].headline for key in story.article_ids)
            return story.title or next(filter(None, headlines), "a story without a headline")
        with self._store.begin() as db:
            record = readings.find_record(db, subject)
        return "a story that is gone" if record is None else f"a record: {record.span.of(self._text(record))[:80]}"

    def view(self, key: str, message: str | None) -> publish.DeskView:
        """What the page of the desk shows beside the draft."""
        rules = path.brief_rules(self._settings)
        return publish.DeskView(
            key=key,
            fingerprint=path.fingerprint(self.edition, self._store),
            message=message,
            approved=self.is_approved(),
            acts=tuple((act, self.title_of(act.subject)) for act in reversed(self.acts())),
            offered={one.story_id: brief.alternatives(one, self._material, rules) for one in self.briefs()},
        )

    def briefs(self) -> list[Brief]:
        """Every brief of the draft, those without passages last."""
        return self.edition.briefs()

    def offered(self, story_id: str) -> tuple[Passage, ...]:
        """Passages of a story that it does not show. Raises `WrongAct` where the draft does not have it."""
        shown = next((one for one in self.briefs() if one.story_id == story_id), None)
        if shown is None:
            raise WrongAct(f"there is no story {story_id!r} in the edition of {self.press}")
        return brief.alternatives(shown, self._material, path.brief_rules(self._settings))

    def _story(self, key: str) -> Story | None:
        """The story that has, or had, an id."""
        return self._stories.get(self._ids.get(key, ""))

    def _text(self, record: Record) -> str:
        article = self._material.articles.get(record.article_id)
        return article.text if article else ""

    def _load(self) -> None:
        missing = path.stored_contents(self.press, self._settings, self._store).edition.missing
        self._seen = self._stored_word()
        self._folded = path.fold_articles(self.press, self._settings, self._store, _silent)
        material = path.group_stories(self._folded, self._settings, self._store, _silent)
        self._material = replace(material, missing=missing)
        self._stories = {story.id: story for story in material.stories}
        self._ids = ids_since(material.stories, material.copy_sets)
        self._make()

    def _make(self) -> None:
        self.edition: Edition = path.draft_edition(self._material, self._settings, self._store)

    def _save(self) -> None:
        path.save_edition(self.edition, self._store)
        self._changed_since = True
        self._seen = self._stored_word()

    def _changed(self, done: Decision) -> Decision:
        self._load()
        self._save()
        return done

    def _stored_word(self) -> str:
        with self._store.begin() as db:
            stored = editions.load_edition(db, self.press)
            made = len(decisions.all_decisions(db))
        return "" if stored is None else editions.fingerprint(stored, str(made))

    def _approved(self, shown: str | None) -> str:
        """What is approved: the draft as it stands. Raises `WrongAct` where the editor was shown another."""
        now = path.fingerprint(self.edition, self._store)
        if shown is not None and shown != now:
            raise WrongAct("the draft has changed since it was shown: read it again, then approve")
        return now

    def _decisions(self) -> tuple[Decision, ...]:
        with self._store.begin() as db:
            return decisions.all_decisions(db)

    def _keep(self, kind: DecisionKind, subject: str, who: str, **values: str | None) -> Decision:
        when = datetime.now(UTC).isoformat(timespec="seconds")
        why = values.pop("why", None) or "at the desk"
        done = Decision(number=0, kind=kind, subject=subject, who=who, when=when, why=why, **values)
        with self._store.begin() as db:
            return decisions.add_decision(db, done)

    def _record(self, record_id: str) -> None:
        with self._store.begin() as db:
            if readings.find_record(db, record_id) is None:
                raise WrongAct(f"there is no record {record_id!r}")

    def _check(self, kind: DecisionKind, subject: str, value: str | None) -> None:
        if kind not in _CHECKS:
            raise WrongAct(f"{kind} is no act on an edition")
        self._check_open()
        is_edition = subject == self.edition.id and kind in {DecisionKind.REMARK, DecisionKind.APPROVE}
        shown = next((one for one in self.briefs() if one.story_id == subject), None)
        if shown is None and not is_edition and kind is not DecisionKind.APPROVE:
            wanted = "name a story by its id: `dateline edit` shows them"
            known = f"there is no story {subject!r} in the edition of {self.press}"
            raise WrongAct(wanted if subject == self.edition.id else known)
        wrong = _CHECKS[kind](value or "")
        if wrong:
            raise WrongAct(wrong)
        if kind is DecisionKind.SWAP and shown is not None:
            self._check_swap(shown, value or "")

    def _check_open(self) -> None:
        with self._store.begin() as db:
            if self.press.key in deliveries.sent(db):
                raise WrongAct(f"the edition of {self.press} was sent and stays as it is")

    def _check_swap(self, shown: Brief, value: str) -> None:
        out, _, into = value.partition(">")
        taken = brief.passage_at(into, shown.story_id, self._material, path.brief_rules(self._settings))
        if out not in {one.place for one in shown.passages}:
            raise WrongAct(
                f"{out!r} is no passage that the story shows; `dateline edit show {shown.story_id}` has them"
            )
        if taken is None or taken in shown.passages:
            raise WrongAct(
                f"{into!r} is no other passage of the story: whole sentences, as `dateline edit show` has them"
            )


def _silent(*_: object) -> None:
    """Nobody watches a draft being made: it takes a moment."""


def _nothing(_: str) -> str | None:
    return None


def _words(value: str) -> str | None:
    if len(value) > _LONGEST or not all(letter.isprintable() for letter in value):
        return f"it wants up to {_LONGEST} characters on one line"
    return None


def _some_words(value: str) -> str | None:
    return _words(value) if value.strip() else "it wants a name"


def _number(value: str) -> str | None:
    is_place = value.isascii() and value.isdigit() and len(value) <= _DIGITS and int(value) > 0
    return None if is_place else f"{value!r} is no place; it wants 1, 2, …"


_CHECKS: dict[DecisionKind, Callable[[str], str | None]] = {
    DecisionKind.DROP: _nothing,
    DecisionKind.PIN: _nothing,
    DecisionKind.APPROVE: _nothing,
    DecisionKind.PLACE: _number,
    DecisionKind.MOVE: _some_words,
    DecisionKind.RETITLE: _words,
    DecisionKind.REMARK: _words,
    DecisionKind.SWAP: _nothing,
}
