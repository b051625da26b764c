"""What the attribution scorer calls."""

from dateline.read import people, pipeline, statements


def direct_quotations(text: str) -> list[dict[str, list[tuple[int, int]]]]:
    """The direct quotations of `text` as the fast mode finds them, in the same form."""
    given: list[dict[str, list[tuple[int, int]]]] = []
    for one in statements.quoted(text):
        content = [(span.start, span.end) for span in one.content]
        if one.source is None or one.cue is None:
            given[-1]["content"] += content
        else:
            source, cue = ([(span.start, span.end)] for span in (one.source, one.cue))
            given.append({"source": source, "cue": cue, "content": content})
    return given


def attributions(text: str) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of `text` that stand in no other one, as character offsets.

    The scheme has no quotation without a source: one that stands alone is a further piece of the attribution before it,
    and a sentence that goes on with what was said before is left out.
    """
    doc = pipeline.parse(pipeline.load(), text)
    given: list[dict[str, list[tuple[int, int]]]] = []
    for one in statements.find(doc, people.cast(doc)):
        content = [(span.start, span.end) for span in one.content]
        if one.rule == statements.ALONE and given:
            given[-1]["content"] += content
        elif one.cue and not one.nested:
            source, cue = ([(span.start, span.end) for span in part] for part in (one.source, one.cue))
            given.append({"source": source, "cue": cue, "content": content})
    return given
