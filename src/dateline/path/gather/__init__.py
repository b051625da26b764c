"""Collecting from the web: what is due, in which order, and what came of it, with the store around it."""

from dateline.path.gather.archives import replay
from dateline.path.gather.health import Health, health
from dateline.path.gather.rules import collect_rules
from dateline.path.gather.run import gather, taker_of
from dateline.path.gather.taking import Took

__all__ = ["Health", "Took", "collect_rules", "gather", "health", "replay", "taker_of"]
