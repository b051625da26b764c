"""What came from the web goes into the store, and what it names becomes due: the same live and from an archive."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from dateline.collect import CollectRules, addresses, answers, reservations
from dateline.collect.answers import Came
from dateline.collect.feeds import Entry, Listing
from dateline.collect.fetch import Answered, header
from dateline.records import Page, Skipped, SkipReason, Source, skipped, skipped_at
from dateline.store import Connection, pages, sources
from dateline.store.sources import Address

# What a listing dates earlier than so at first sight is its archive, not news.
_OLD = timedelta(days=7)
_MOST_PARTS = 50
_MOST_TRIES = 5
_DAY = timedelta(days=1)


def stamp(moment: datetime) -> str:
    """A moment as the store has it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def key_of(role: str, url: str) -> str:
    """The key of an address: pages by their identity, so that one page has one, others as they stand."""
    return f"{role}:{addresses.identity(url) if role == answers.PAGE else url}"


def _sites(url: str) -> list[str]:
    """How the addresses of a host begin, asked in the open or not."""
    return [f"{scheme}://{urlsplit(url).netloc}/" for scheme in ("http", "https")]


@dataclass(slots=True)
class Took:
    """What was taken, in numbers, and what became due by it."""

    seen: int = 0
    new: int = 0
    due: list[Address] = field(default_factory=list)

    def add(self, other: "Took") -> None:
        """Count another's as well."""
        self.seen, self.new = self.seen + other.seen, self.new + other.new
        self.due += other.due


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes what came of addresses of known sources."""

    sources: dict[str, Source]
    rules: CollectRules
    fresh: timedelta
    """After how long a listing is asked for again."""

    def take(self, db: Connection, row: Address, answer: Answered, at: datetime, place: str) -> tuple[Took, Came]:
        """Take an answer that is kept at `place`."""
        came = self._came(db, row, answer)
        noted = replace(
            row,
            etag=header(answer, "etag") or (row.etag if came.unchanged else None),
            modified=header(answer, "last-modified") or (row.modified if came.unchanged else None),
            place=place,
        )
        return self.note(db, noted, came, at), came

    def pages_again(self, db: Connection, row: Address, answer: Answered) -> Took:
        """Keep the pages of an answer that was taken before, or that a later one has followed."""
        took = Took()
        if row.page_id is not None:
            _keep(db, self._came(db, row, answer).pages, took)
        return took

    def _came(self, db: Connection, row: Address, answer: Answered) -> Came:
        source = self.sources[row.source]
        try:
            came = answers.came(answer, source, self.rules)
        except Exception as error:  # noqa: BLE001  one hostile answer must not cost the others
            detail = f"a fault of ours, the answer is kept: {type(error).__name__}: {error}"[:300]
            return answers.failed(row.url, source, detail)
        of_site = _of_site(db, answer) if came.pages else None
        if of_site is None:
            return came
        if self.rules.obey_tdm:
            return answers.reserved(row.url, source, of_site)
        return replace(came, pages=tuple(_reserved(page, of_site) for page in came.pages))

    def note(self, db: Connection, row: Address, came: Came, at: datetime) -> Took:
        """Take what came of an address, though it were nothing."""
        if came.trouble:
            return self._failed(db, row, came, at)
        took = Took()
        before = row
        row = replace(row, fetched=stamp(at), tries=0, trouble=None, due=self._again(row, came, at))
        if row.role == answers.TDM:
            row = row if came.unchanged else replace(row, told=json.dumps(came.rules))
        elif came.listing is not None:
            row = replace(row, told=came.listing.hub)
            took.due = self._listed(db, row, came.listing, at)
            self._passed_over(db, before, _faults(row, came.listing))
        elif not came.unchanged:
            row, skips = self._pages(db, row, came, took)
            self._passed_over(db, before, skips)
        sources.save_address(db, row)
        return took

    def _passed_over(self, db: Connection, row: Address, skips: Sequence[Skipped]) -> None:
        """Make `skips` all that is passed over of an address, as it was noted before this answer."""
        if skips or row.fetched or row.tries:
            pages.replace_skipped_of_name(db, row.source, row.url, skips)

    def _again(self, row: Address, came: Came, at: datetime) -> str | None:
        if row.role == answers.LISTING:
            told = timedelta(minutes=came.listing.fresh or 0) if came.listing else timedelta()
            return stamp(at + max(self.fresh, told))
        return None

    def _failed(self, db: Connection, row: Address, came: Came, at: datetime) -> Took:
        tries = row.tries + 1
        wait = min(self.fresh * 2 ** min(tries - 1, 8), _DAY)
        if came.wait is not None:
            wait = timedelta(seconds=came.wait)
        elif came.gone:
            wait = _DAY
        over = row.role != answers.LISTING and (came.gone or tries >= _MOST_TRIES)
        due = None if over else stamp(at + wait)
        sources.save_address(db, replace(row, tries=tries, trouble=came.trouble, due=due))
        if came.wait is not None:
            sources.postpone(db, _sites(row.url), stamp(at + wait))
        if over:
            sources.add_visit(db, row, stamp(at), (0, 0))
        if row.role != answers.TDM:
            pages.replace_skipped_of_name(db, row.source, row.url, came.skipped)
        return Took()

    def _listed(self, db: Connection, row: Address, listing: Listing, at: datetime) -> list[Address]:
        named = [(answers.PAGE, entry) for entry in listing.entries]
        if row.role == answers.LISTING:
            newest = sorted(listing.more, key=lambda entry: entry.changed or at, reverse=True)
            named += [(answers.PART, entry) for entry in newest[:_MOST_PARTS]]
        wanted = {key_of(role, entry.url): (role, entry) for role, entry in reversed(named)}
        known = sources.load_addresses(db, list(wanted))
        found = [self._named(row.source, key, wanted[key], known.get(key), at) for key in wanted]
        rows = [one for one in found if one is not None]
        sources.save_addresses(db, rows)
        fresh = sum(1 for key, (role, _) in wanted.items() if role == answers.PAGE and key not in known)
        sources.add_visit(db, row, stamp(at), (len(listing.entries), fresh))
        return [one for one in rows if one.due is not None][::-1]

    def _named(
        self, name: str, key: str, named: tuple[str, Entry], known: Address | None, at: datetime
    ) -> Address | None:
        """An address that a listing names, as it stands from now; None where nothing is new of it."""
        role, entry = named
        changed = stamp(entry.changed) if entry.changed else None
        if known is None:
            due = None if entry.changed and entry.changed < at - _OLD else stamp(at)
            return Address(key=key, source=name, role=role, url=entry.url, due=due, changed=changed)
        is_left = known.source not in self.sources
        if is_left:
            # Its source is gone, or is called otherwise now.
            known = replace(known, source=name)
        is_newer = changed is not None and changed > (known.changed or "") and changed > (known.fetched or "")
        if is_newer or (role == answers.PART and changed is None):
            return replace(known, due=stamp(at), changed=changed, tries=0)
        return known if is_left and known.due is not None else None

    def _pages(self, db: Connection, row: Address, came: Came, took: Took) -> tuple[Address, Sequence[Skipped]]:
        own = key_of(answers.PAGE, came.own) if came.own else row.key
        if own != row.key and came.own:
            other = sources.load_addresses(db, [own]).get(own)
            if row.role == answers.PAGE and other and other.page_id and other.twin_of != row.key:
                detail = f"the same page as {other.url}"
                skip = skipped_at(row.source, row.url, "collect", SkipReason.SAME_ADDRESS, detail)
                return replace(row, told=came.layout), [skip]
            known = other or Address(key=own, source=row.source, role=answers.PAGE, url=came.own)
            page_id = came.pages[0].id if came.pages else None
            twin = replace(known, due=None, fetched=row.fetched, page_id=page_id, twin_of=row.key)
            sources.save_address(db, twin)
        again = _keep(db, came.pages, took)
        page_id = came.pages[0].id if came.pages else None
        return replace(row, page_id=page_id, told=came.layout), [*came.skipped, *again]


def rules_of(row: Address | None) -> tuple[reservations.Rule, ...]:
    """The reservations that a site was heard to make."""
    return tuple(reservations.Rule(*rule) for rule in json.loads(row.told)) if row and row.told else ()


def _of_site(db: Connection, answer: Answered) -> str | None:
    """The reservation of the site that was asked, or of the one that it led to, as far as they were heard."""
    told = (reservations.of_address(_site_rules(db, url), url) for url in dict.fromkeys((answer.asked, answer.url)))
    return next((one for one in told if one is not None), None)


def _site_rules(db: Connection, url: str) -> tuple[reservations.Rule, ...]:
    key = key_of(answers.TDM, addresses.site(url) + reservations.WELL_KNOWN)
    return rules_of(sources.load_addresses(db, [key]).get(key))


def _reserved(page: Page, of_site: str) -> Page:
    """A page with the reservation of its site, where it has none of its own."""
    return page if page.reservation else replace(page, reservation=of_site)


def _keep(db: Connection, found: Iterable[Page], took: Took) -> list[Skipped]:
    again = []
    for page in found:
        took.seen += 1
        if pages.add_page(db, page):
            took.new += 1
            continue
        first = pages.page_name(db, page.id)
        if first is not None and first != (page.source, page.name):
            detail = f"the same bytes as {first[1]} of {first[0]}"
            again.append(skipped(page, "collect", SkipReason.SAME_BYTES, detail))
    return again


def _faults(row: Address, listing: Listing) -> list[Skipped]:
    """What of a listing was not taken."""
    told = []
    if listing.fault:
        told.append(f"of this {listing.kind} {len(listing.entries)} entries could be read: {listing.fault}"[:300])
    if listing.nameless:
        where = "what they say is read where the file itself lies in a folder"
        told.append(f"{listing.nameless} entries of this {listing.kind} name no address; {where}")
    return [skipped_at(row.source, row.url, "collect", SkipReason.MALFORMED, "; ".join(told))] if told else []
