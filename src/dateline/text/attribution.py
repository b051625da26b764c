"""An attribution in words: who says it, what an unnamed source is, to whom, where and through what it was said."""

from dataclasses import replace

from dateline.records import Phrase, SourceType, Statement


def label(said: Statement) -> str:
    """As "Aud Rehn, harbour minister; to reporters, in Hollin", or "a clerk (unnamed official, harbour board)"."""
    return speaker(said) + beside(said)


def in_full(said: Statement) -> str:
    """The label, and the words that tell that it was said; an occasion that those words name stands once."""
    rest = replace(
        said,
        said_to=_beside_cue(said, said.said_to),
        said_in=_beside_cue(said, said.said_in),
        said_through=_beside_cue(said, said.said_through),
    )
    return f"{label(rest)} · {said.cue or 'no cue'}"


def speaker(said: Statement) -> str:
    """Who says it; without a speaker, whether the story says of nobody that it is his, or it is not clear of whom."""
    if said.speaker is not None:
        return said.speaker
    return "nobody named" if said.sourceless else "who says it is not clear"


def credit(said: Statement) -> str:
    """Whom a quotation is credited to, as "Aud Rehn, harbour minister"; "" where there is no speaker."""
    return f"{said.speaker or ''}{_role(said)}"


def beside(said: Statement) -> str:
    """What stands behind the speaker of `label`; "" where the story tells no more of him."""
    unnamed = f" ({_unnamed(said)})" if said.anonymous else ""
    around = _circumstances(said)
    return f"{unnamed}{_role(said)}{f'; {around}' if around else ''}"


def _beside_cue(said: Statement, told: Phrase | None) -> Phrase | None:
    """A phrase, or None where it stands in the words that tell that it was said."""
    cues = said.spans.cue
    return None if told and any(cue.start <= told.span.start and told.span.end <= cue.end for cue in cues) else told


def _role(said: Statement) -> str:
    return f", {said.role}" if said.speaker and said.role else ""


def _unnamed(said: Statement) -> str:
    kind = {None: "unnamed", SourceType.CLOSE: "unnamed person close by"}
    told = kind.get(said.source_type, f"unnamed {said.source_type}")
    if said.source_body is not None:
        told = f"{told}, {said.source_body.text}"
    return f"{told}: “{said.withheld_because.text}”" if said.withheld_because is not None else told


def _circumstances(said: Statement) -> str:
    parts = [f"to {said.said_to.text}"] if said.said_to is not None else []
    if said.said_in is not None:
        parts.append(said.said_in.text)
    if said.said_through is not None and said.said_through != said.said_to:
        parts.append(f"through {said.said_through.text}")
    return ", ".join(parts)
