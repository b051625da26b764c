"""Which texts are worth comparing: an index over a sample of their word runs."""

from collections import Counter

# One run in eight is enough to meet again: of a text cut to 40 runs, five are in the sample on average. The sample is
# by the run's own number, so both texts sample the same runs.
_SAMPLE = 8
# A run that so many texts hold is furniture ("the agency said in a statement"), no sign of a copy.
_TOO_COMMON = 200
_MOST = 5


class Index:
    """Originals by the sampled runs of their texts."""

    def __init__(self) -> None:
        """An index of nothing."""
        self._holders: dict[int, list[str]] = {}

    def add(self, article_id: str, runs: frozenset[int]) -> None:
        """Let a text be found."""
        for run in _sampled(runs):
            self._holders.setdefault(run, []).append(article_id)

    def candidates(self, runs: frozenset[int]) -> list[str]:
        """The ids of up to five texts that share the most sampled runs with these, the likeliest first."""
        met: Counter[str] = Counter()
        for run in _sampled(runs):
            holders = self._holders.get(run, [])
            if len(holders) <= _TOO_COMMON:
                met.update(holders)
        return [key for key, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:_MOST]]


def _sampled(runs: frozenset[int]) -> list[int]:
    """One run in eight; all of them where the text is short."""
    if len(runs) <= 10 * _SAMPLE:
        return sorted(runs)
    return sorted(run for run in runs if run % _SAMPLE == 0)
