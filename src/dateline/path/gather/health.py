"""How the sources are: what is due, what came, what failed, and what looks as if a site had changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from dateline.collect import answers
from dateline.records import Source
from dateline.settings import Settings
from dateline.store import Store, sources

_VISITS = 30
_PAGES = 50
_LAST = 10
# Fewer than this say nothing of what is usual.
_USUAL = 5
_ENTRIES = 3
# A share or likeness below this part of what was usual is told.
_DROP = 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How one source is. Times are ISO 8601 in UTC."""

    source: Source
    due: str | None = None
    """When it is asked again; None for one that was never asked, and for files and folders, which every run reads."""
    success: str | None = None
    """When it last gave something."""
    trouble: str | None = None
    """Why it gave nothing since."""
    failed: tuple[int, str, str] | None = None
    """How many of the addresses that it named failed; the last of them, and why."""
    taken: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    """How much was skipped for each reason, but by an edition."""
    waiting: int = 0
    """Addresses that it named and that are to be fetched."""
    hub: str | None = None
    """The WebSub hub that it names."""
    alarms: tuple[str, ...] = ()


def health(settings: Settings, store: Store) -> tuple[Health, ...]:
    """How each source of the settings is, in their order."""
    return tuple(_health(source, store) for source in settings.sources)


def _health(source: Source, store: Store) -> Health:
    with store.begin() as db:
        taken, waiting = sources.counts(db, source.name)
        reasons = sources.reasons(db, source.name)
        failed = sources.failed(db, source.name)
        own = sources.addresses_of(db, source.name, answers.LISTING)
        row = next((one for one in own if one.url == source.location), own[0] if own else None)
        visits = sources.last_visits(db, source.name, row.url, _VISITS) if row else []
        seen = sources.last_pages(db, source.name, _PAGES)
    alarms = (_listed(visits), _articles([gave for gave, _ in seen]), _layout([told for _, told in seen]))
    return Health(
        source=source,
        due=row.due if row else None,
        success=row.fetched if row else None,
        trouble=row.trouble if row else None,
        failed=failed,
        taken=taken,
        reasons=tuple(sorted(reasons.items())),
        waiting=waiting,
        hub=row.told if row and "://" in (row.told or "") else None,
        alarms=tuple(alarm for alarm in alarms if alarm),
    )


def _listed(visits: Sequence[int]) -> str | None:
    if len(visits) <= _USUAL:
        return None
    usual = median(visits[1:])
    if usual < _ENTRIES or visits[0] >= usual * _DROP:
        return None
    return f"it lists {visits[0]} pages, usually {usual:g}"


def _articles(gave: Sequence[bool]) -> str | None:
    last, before = gave[:_LAST], gave[_LAST:]
    if len(last) < _LAST or len(before) < _USUAL:
        return None
    share, usual = sum(last) / len(last), sum(before) / len(before)
    if usual < 0.5 or share >= usual * _DROP:
        return None
    return f"{sum(last)} of its last {len(last)} pages gave an article, before {usual * len(last):.0f} of {len(last)}"


def _layout(told: Sequence[str]) -> str | None:
    last, before = ([set(one.split()) for one in some] for some in (told[:_USUAL], told[_USUAL:]))
    if len(last) < _USUAL or len(before) < _USUAL:
        return None
    likeness = median(max(_likeness(one, other) for other in before) for one in last)
    return None if likeness >= _DROP else "its pages are laid out in another way than before"


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0
