"""Small articles in which somebody speaks, and who is who in them."""

from datetime import date, timedelta

from dateline import people
from dateline.records import (
    Article,
    Moment,
    Reading,
    Span,
    Statement,
    StatementKind,
    StatementSpans,
    Story,
    record_id,
    story_id,
)

DAY = date(2031, 5, 6)


class Press:
    """Articles, who speaks in each, and their stories."""

    def __init__(self):
        self.articles, self.readings, self.stories = {}, {}, {}

    def prints(self, outlet, *speakers, story="fishing", days=0, text=None):
        """An article of a story some days after the first day; each speaker is a name, or a name and a role."""
        named = [speaker if isinstance(speaker, tuple) else (speaker, None) for speaker in speakers]
        text = text or " ".join(f"{role or ''} {name} said so.".strip() for name, role in named)
        key = record_id("a", outlet, story, str(days), text)
        published = Moment(DAY + timedelta(days=days))
        self.articles[key] = Article(
            id=key, page_id=record_id("g", key), outlet=outlet, text=text, language="en", published=published
        )
        said = tuple(statement(key, name, role, at) for at, (name, role) in enumerate(named))
        self.readings[key] = Reading(article_id=key, reader="en-test", statements=said)
        self.stories.setdefault(story, []).append(key)
        return key

    def people(self, *decisions):
        """Everybody of these articles."""
        stories = [
            Story(id=story_id(keys[0]), article_ids=tuple(keys), first_day=DAY, last_day=DAY)
            for keys in self.stories.values()
        ]
        return people.people(self.readings, self.articles, stories, decisions)


def statement(article_id, name, role, at):
    """That somebody said something."""
    return Statement(
        id=record_id("q", article_id, name, str(at)),
        article_id=article_id,
        span=Span(0, 1),
        confidence=0.9,
        made_by="test",
        reader="en-test",
        speaker=name,
        role=role,
        anonymous=False,
        kind=StatementKind.INDIRECT,
        cue="said",
        content="so",
        truncated=False,
        spans=StatementSpans((), (), (Span(0, 1),)),
    )


def names(found):
    """The names of everybody, sorted."""
    return sorted(one.name for one in found.all)
