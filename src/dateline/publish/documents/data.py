"""The edition as data: what it says, and the records and characters behind it."""

import json
from dataclasses import asdict
from typing import Any

from dateline.publish.contents import Contents
from dateline.publish.documents.outline import Outline, items
from dateline.publish.shelf import Shelf
from dateline.records import Brief


def data(found: Outline, contents: Contents, shelf: Shelf) -> bytes:
    """JSON: `outline` as every document says it, `stories` with ids, spans and values, `records` by id.

    Of articles whose rights do not let us show their words there are no records and no passages.
    """
    wanted = {key for brief in items(contents.edition) for key in _keys(brief)}
    edition = contents.edition
    wanted |= {*edition.agenda, *edition.commitments, *edition.positions, *edition.due, *edition.overdue}
    records = {key: shelf.shown[key] for key in sorted(wanted) if key in shelf.shown}
    made = {
        "edition": found.key,
        "since": edition.since.key if edition.since else None,
        "outline": asdict(found),
        "stories": [_story(brief, shelf) for brief in items(edition)],
        "records": {
            key: {"kind": type(shown.record).__name__, **asdict(shown.record)}
            for key, shown in records.items()
            if shelf.allowance.shows(shown.passage)
        },
    }
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _keys(brief: Brief) -> list[str]:
    asked = [key for keys in brief.questions for key in keys]
    return [*brief.statements, *asked, *brief.commitments, *brief.agenda]


def _story(brief: Brief, shelf: Shelf) -> dict[str, Any]:
    made = asdict(brief)
    made["passages"] = [asdict(found) for found in brief.passages if shelf.allowance.shows(found)]
    both = [one for one in brief.differences if shelf.allowance.shows(one.one) and shelf.allowance.shows(one.other)]
    made["differences"] = [asdict(one) for one in both]
    return made
