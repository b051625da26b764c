"""Fetches what is due: orders go out by host, answers are kept, then taken, each batch in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from dateline.collect import answers, reservations
from dateline.collect.addresses import clean, site
from dateline.collect.answers import Came
from dateline.collect.fetch import Done, Fetcher, FetcherError, FetchRules, Order, answer_at
from dateline.path.gather.archives import recover
from dateline.path.gather.queue import Queue
from dateline.path.gather.room import Room
from dateline.path.gather.rules import collect_rules, daily, fetch_rules, freshness
from dateline.path.gather.taking import Taker, Took, key_of, rules_of, stamp
from dateline.path.until import Until
from dateline.records import Source
from dateline.settings import Settings
from dateline.store import Connection, Store, sources
from dateline.store.sources import Address

Watch = Callable[[str, int, int | None], None]
_WAIT = 1.0
# Longer than one answer and its robots.txt may take, each tried twice: a host with a longer Crawl-delay waits for the
# next run.
_PATIENCE = 600.0


def gather(settings: Settings, store: Store, watch: Watch, until: Until) -> Took:
    """Fetch and keep what is due of all sources of the web; a source that fails stops none of the others.

    What a run that was killed had fetched is taken first, and not fetched again. Raises `BusyError` where another run
    collects, and `SettingsError` where what a logged-in source needs is not there.
    """
    web = [source for source in settings.sources if source.is_web]
    if not web:
        return Took()
    taker = taker_of(settings)
    with store.alone("collect"), store.kept_open():
        took = recover(store, taker, Path(settings.text("archive")))
        with store.begin() as db:
            _schedule(db, web)
            due = [row for row in sources.due_addresses(db, stamp(now())) if row.source in taker.sources]
            before = sources.kept_on(db, f"{now():%Y-%m-%d}")
        if due:
            rules = fetch_rules(settings, web)
            room = Room(Path(rules.folder), daily(settings), now(), before, len(web))
            gathering = Gathering(store=store, taker=taker, rules=rules, until=until, room=room)
            gathering.queue.add(due)
            took.add(gathering.run(watch))
    _name_what_failed(store, web, until)
    return took


def taker_of(settings: Settings) -> Taker:
    """Takes what came for the sources of the settings."""
    return Taker({source.name: source for source in settings.sources}, collect_rules(settings), freshness(settings))


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class Gathering:
    """One run of collecting from the web."""

    store: Store
    taker: Taker
    rules: FetchRules
    until: Until
    room: Room
    queue: Queue = field(default_factory=Queue)
    took: Took = field(default_factory=Took)
    left: int = 0
    """How many addresses that are due the day has no room for."""
    reserved: dict[str, tuple[reservations.Rule, ...]] = field(default_factory=dict)
    """By site, what it reserves."""

    def run(self, watch: Watch) -> Took:
        """Fetch until nothing is waiting, the time is over, or the process that fetches is gone."""
        ended, last = 0, monotonic()
        try:
            with Fetcher(self.rules) as fetcher:
                while self._goes_on() and monotonic() - last < _PATIENCE:
                    self._order(fetcher)
                    done = fetcher.done(_WAIT)
                    self._take(done)
                    ended, last = ended + len(done), monotonic() if done else last
                    watch("collect", ended, ended + len(self.queue))
        except FetcherError as error:
            self.until.lacks("some of what is new: fetching broke off", str(error))
        self._ended()
        return self.took

    def _ended(self) -> None:
        left, over = "{} addresses of the web that were due", len(self.queue)
        if not over:
            with self.store.begin() as db:
                for file, bytes_of in self.room.kept.items():
                    sources.mark_read(db, file, bytes_of)
        if over:
            self.until.lacks(f"{left.format(over)}: they wait for the next run")
        if self.left:
            self.until.lacks(*self.room.full(left.format(self.left)))

    def _goes_on(self) -> bool:
        return bool(len(self.queue)) and not self.until.is_over()

    def _order(self, fetcher: Fetcher) -> None:
        waits = self.room.waits()
        if waits is not None:
            self.left += self.queue.leave(lambda row: waits(row.role, row.source))
        for row in self.queue.take(self.rules.at_once):
            if row.role != answers.PAGE:
                self._say(fetcher, row)
                continue
            place = site(row.url)
            if place not in self.reserved:
                self._ask_first(row, place)
                continue
            told = reservations.of_address(self.reserved[place], row.url)
            if told and self.taker.rules.obey_tdm:
                self._note(row.url, answers.reserved(row.url, self.taker.sources[row.source], told))
            else:
                self._say(fetcher, row)

    def _say(self, fetcher: Fetcher, row: Address) -> None:
        # The rules of a site are wanted whole each day: a day's archive is read without the others.
        known = {} if row.role == answers.TDM else {"If-None-Match": row.etag, "If-Modified-Since": row.modified}
        headers = {name: value for name, value in known.items() if value}
        fetcher.order(Order(url=row.url, source=row.source, role=row.role, headers=headers))

    def _ask_first(self, row: Address, place: str) -> None:
        """Before the first page of a site, know what it reserves: as it said today (UTC), or else by asking.

        So the folder of a day holds what the sites of its pages reserve, and its replay knows.
        """
        url = place + reservations.WELL_KNOWN
        key = key_of(answers.TDM, url)
        with self.store.begin() as db:
            known = sources.load_addresses(db, [key]).get(key)
        self.queue.ended(row.url)
        self.queue.add([row], first=True)
        if known and not known.trouble and (known.place or "").startswith(f"{now():%Y-%m-%d}/"):
            self.reserved[place] = rules_of(known)
        else:
            asked = known or Address(key=key, source=row.source, role=answers.TDM, url=url)
            # Who asked for it before may be gone.
            self.queue.add([replace(asked, source=row.source)], first=True)

    def _take(self, done: list[Done]) -> None:
        folder = Path(self.rules.folder)
        with self.store.begin() as db:
            for one in done:
                if one.file:
                    row = self.queue.ended(one.url)
                    place = f"{one.file}#{one.offset:012}"
                    took, came = self.taker.take(db, row, answer_at(folder, one), now(), place)
                    self._go_on(row, came, took)
                    self.room.note(one.file, one.end, row.source, one.kept)
        for one in done:
            if not one.file:
                row = self.queue.row(one.url)
                source = self.taker.sources[row.source]
                self._note(one.url, answers.failed(one.url, source, one.trouble, too_large=one.too_large))

    def _note(self, url: str, came: Came) -> None:
        """Note what came of an address without an answer."""
        row = self.queue.ended(url)
        with self.store.begin() as db:
            took = self.taker.note(db, row, came, now())
        self._go_on(row, came, took)

    def _go_on(self, row: Address, came: Came, took: Took) -> None:
        self.took.add(took)
        if row.role == answers.TDM:
            self.reserved[site(row.url)] = rules_of(row) if came.trouble else came.rules
        if came.wait is not None:
            self.queue.hold(row.url)
        self.queue.add(took.due)


def _schedule(db: Connection, web: list[Source]) -> None:
    """Have every source's own address in the store; a new one is due at once."""
    wanted = {key_of(answers.LISTING, url): (source, url) for source in web if (url := clean(source.location))}
    known = sources.load_addresses(db, list(wanted))
    new = [
        Address(key=key, source=source.name, role=answers.LISTING, url=url, due=stamp(now()))
        for key, (source, url) in wanted.items()
        if key not in known or known[key].source != source.name
    ]
    sources.save_addresses(db, new)


def _name_what_failed(store: Store, web: list[Source], until: Until) -> None:
    with store.begin() as db:
        for source in web:
            for row in sources.addresses_of(db, source.name, answers.LISTING):
                if row.trouble:
                    until.lacks(f"source {source.name}: it could not be fetched", row.trouble)
