"""What the records scorer calls."""

from dataclasses import asdict
from typing import Any

from dateline.read import acts, people, pipeline, statements, times
from dateline.records import Moment


def records(text: str, _title: str, date: str) -> dict[str, list[dict[str, Any]]]:
    """Commitments, agenda items and positions of a story, in the words of the guidelines."""
    doc = pipeline.parse(pipeline.load(), text)
    cast = people.cast(doc)
    published = Moment.parse(date)
    story = acts.StoryContext(
        doc=doc,
        cast=cast,
        statements=statements.find(doc, cast),
        times=times.find(text, published, doc),
        published=published,
    )
    found = acts.find(story)
    return {
        "commitments": [_plain(one, text) for one in found.commitments],
        "agenda": [_plain(one, text) for one in found.agenda],
        "positions": [_plain(one, text) for one in found.positions],
    }


def _plain(one: Any, text: str) -> dict[str, Any]:
    return asdict(one) | {"evidence": one.span.of(text)}
