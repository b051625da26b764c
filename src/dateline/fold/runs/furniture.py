"""What an outlet prints under one article after the other: subscribe, follow us, all rights reserved."""

import numpy as np

from dateline.fold.runs.kept import HALF, Kept, Places, Sketch

_OFTEN = 5
"""Articles of one outlet that hold a run before it is the outlet's furniture; few texts come again as often."""


def furniture(kept: Kept, senders: Places) -> Sketch:
    """The kept runs that many articles of one sender hold, sorted; `senders` has each place's number, 0 for none."""
    found = [np.empty(0, np.uint32)]
    for run, place in kept.slices():
        sender = senders[place]
        told = (run.astype(np.uint64) << HALF | sender)[sender > 0]
        pairs, counts = np.unique(told, return_counts=True)
        found.append(np.unique((pairs[counts >= _OFTEN] >> HALF).astype(np.uint32)))
    return np.concatenate(found)
