"""What was promised, what is coming and who stands where, each followed over the articles of days."""

from dateline.ledger.entries import Entry, Followed, Least, Ledger, Mention, Step
from dateline.ledger.evidence import evidence
from dateline.ledger.follow import ledger

__all__ = ["Entry", "Followed", "Least", "Ledger", "Mention", "Step", "evidence", "ledger"]
