"""Who is who: one entry for each person and body over all articles, whatever names they have there.

`people(readings, articles, stories, decisions)` gives `People`. Where it is not sure, there are two entries.
"""

from dateline.people.identity import Identity, Join, People, Rule
from dateline.people.names import folded
from dateline.people.sightings import names_in
from dateline.people.who import people

__all__ = ["Identity", "Join", "People", "Rule", "folded", "names_in", "people"]
