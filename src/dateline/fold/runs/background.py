"""What texts share beside a background that many of them print."""

from collections.abc import Sequence

import numpy as np

from dateline.fold.runs.numbers import Numbers


def rarely_shared(texts: Sequence[Numbers], least: float) -> list[tuple[int, int]]:
    """The places of two texts, given by their sorted runs, that have in common most of what few hold; the later first.

    A run counts the less the more texts hold it, and not at all where one alone does. Two are told where what they
    share is at least `least`, 0 to 1, of what the one with more of it has. As in `likely` a text is compared with the
    first one that holds a run and with the one before it, so what it costs grows with the runs. At least one is given.
    """
    found = [np.unique(one) for one in texts]
    run = np.concatenate(found)
    place = np.repeat(np.arange(len(texts)), [len(one) for one in found])
    order = np.argsort(run, kind="stable")
    run, place = run[order], place[order]
    starts = np.flatnonzero(np.diff(run, prepend=~run[:1]))
    holders = np.diff(starts, append=len(run))
    counts = np.repeat(holders, holders)
    weight = np.where(counts > 1, 1 / counts, 0.0)
    all_told = np.bincount(place, weight, len(texts))
    first, before = place[np.repeat(starts, holders)], np.roll(place, 1)
    again = np.arange(len(run)) > np.repeat(starts, holders)
    other = again & (before != first)
    later, earlier = np.concatenate([place[again], place[other]]), np.concatenate([first[again], before[other]])
    pairs, at = np.unique(later * len(texts) + earlier, return_inverse=True)
    shared = np.bincount(at, np.concatenate([weight[again], weight[other]]), len(pairs))
    later, earlier = np.divmod(pairs, len(texts))
    alike = shared >= least * np.maximum(all_told[later], all_told[earlier])
    return list(zip(later[alike].tolist(), earlier[alike].tolist(), strict=True))
