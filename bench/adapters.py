"""Dateline's steps in the forms that the scorers ask for; docs/measures.md has the commands."""

from bench.adapters_attribution import attributions, direct_quotations
from bench.adapters_extraction import extraction
from bench.adapters_records import records
from bench.adapters_stories import stories
from bench.adapters_times import times

__all__ = ["attributions", "direct_quotations", "extraction", "records", "stories", "times"]
