"""The pages of one source, asked for by hand: a file, a folder, or one address of the web."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from dateline.collect import answers
from dateline.collect.addresses import clean
from dateline.collect.fetch import Answered, Done, Fetcher, FetcherError, FetchRules, Order, answer_at
from dateline.collect.pages import CollectRules, pages_on_disk
from dateline.records import Page, Skipped, Source

_WAIT = 5.0


def pages(source: Source, rules: CollectRules) -> Iterator[Page | Skipped]:
    """Everything that a source holds, in the order of the names, and what could not be taken of it.

    Of an address it is the page that stands there; what a feed names is not followed. Raises `SourceError` where the
    file or folder of the source is not there.
    """
    if not source.is_web:
        yield from pages_on_disk(source, rules)
        return
    answer = fetched(source.location, rules)
    if isinstance(answer, str):
        yield from answers.failed(source.location, source, answer).skipped
        return
    came = answers.came(answer, source, rules)
    yield from came.pages
    yield from came.skipped


def fetched(url: str, rules: CollectRules) -> Answered | str:
    """What an address answers, or in words why it does not. It is asked for once, and kept nowhere."""
    address = clean(url)
    if address is None:
        return "it is no address of the web"
    with TemporaryDirectory() as folder:
        fetching = FetchRules(
            folder=folder,
            agent=rules.agent,
            max_bytes=rules.max_bytes,
            timeout=rules.timeout,
            whole=5 * rules.timeout if rules.whole is None else rules.whole,
            delay=0,
            allow_private=rules.allow_private,
        )
        try:
            with Fetcher(fetching) as fetcher:
                done = _done(fetcher, address)
        except FetcherError as error:
            return str(error)
        return answer_at(Path(folder), done) if done.file else done.trouble


def _done(fetcher: Fetcher, url: str) -> Done:
    fetcher.order(Order(url=url, source="", role=answers.PAGE))
    # The process that fetches holds every answer to its time.
    while not (done := fetcher.done(_WAIT)):
        continue
    return done[0]
