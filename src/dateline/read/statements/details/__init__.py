"""What a story says of an attribution beside who, how and what: of a source without a name, and of the occasion."""

from dateline.read.statements.details.occasion import addressee, medium, place
from dateline.read.statements.details.unnamed import body, reason, source_type

__all__ = ["addressee", "body", "medium", "place", "reason", "source_type"]
