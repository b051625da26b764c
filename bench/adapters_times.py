"""What the times scorer calls."""

from dateline.read import pipeline
from dateline.read import times as time_expressions
from dateline.records import Moment


def times(text: str, date: str) -> list[dict[str, int | str | None]]:
    """The time expressions of `text`, published on `date`, as character offsets with TIMEX3 type and value."""
    doc = pipeline.parse(pipeline.load(), text)
    return [
        {"start": one.span.start, "end": one.span.end, "type": str(one.type), "value": one.value}
        for one in time_expressions.find(text, Moment.parse(date), doc)
    ]
