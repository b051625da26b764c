"""Makes every document of the shipped day under a clock that is wrong by so many seconds, and prints their hashes.

    python -m tests.clocks FOLDER SECONDS

The store and its records are loaded first; then everything that asks what time it is, in whatever module, gets the
wrong time. Prints one JSON object: the hash of each form, and "year", which says that the clock is wrong indeed.
"""

import datetime as dt
import hashlib
import json
import sys
import time
from pathlib import Path

from dateline import path
from dateline.publish import documents
from dateline.publish.documents import Envelope
from dateline.records import PressTime
from tests import shipped

REAL = (dt.datetime, dt.date)


class AsReal(type):
    """Takes what the real class made for its own."""

    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__mro__[1])


def set_wrong(seconds):
    """Make every clock of this process wrong."""
    now, local, utc, written = time.time, time.localtime, time.gmtime, time.strftime
    shift = dt.timedelta(seconds=seconds)

    class Wrong(REAL[0], metaclass=AsReal):
        @classmethod
        def now(cls, tz=None):
            return REAL[0].now(tz) + shift

        @classmethod
        def today(cls):
            return cls.now()

        @classmethod
        def utcnow(cls):
            return cls.now(dt.UTC).replace(tzinfo=None)

    class WrongDay(REAL[1], metaclass=AsReal):
        @classmethod
        def today(cls):
            return Wrong.now().date()

    for module in list(sys.modules.values()):
        for name, value in list(vars(module).items()):
            if any(value is real for real in REAL) and module is not sys.modules[__name__]:
                setattr(module, name, Wrong if value is REAL[0] else WrongDay)
    time.time = lambda: now() + seconds
    time.time_ns = lambda: int(time.time() * 1e9)
    time.localtime = lambda when=None: local(time.time() if when is None else when)
    time.gmtime = lambda when=None: utc(time.time() if when is None else when)
    time.strftime = lambda form, when=None: written(form, when or time.localtime())


def hashes(folder, seconds):
    """By form, what the documents hash to."""
    run = shipped.loaded(folder)
    store = shipped.open_store(run.text("store"))
    contents = path.stored_contents(PressTime(shipped.demo.DAYS[-1]), run, store)
    store.close()
    sent = REAL[0](2031, 5, 8, tzinfo=dt.UTC)
    envelope = Envelope("press@embassy.example", "one@paper.example", "b.example", None, sent, "<1@b.example>")
    set_wrong(seconds)
    made = {form: documents.document(contents, form) for form in documents.FORMS}
    made["eml"] = documents.edition_mail(documents.edition_outline(contents), envelope).as_bytes()
    return {form: hashlib.sha256(content).hexdigest() for form, content in made.items()}


if __name__ == "__main__":
    found = hashes(Path(sys.argv[1]), float(sys.argv[2]))
    print(json.dumps({**found, "year": time.localtime().tm_year}))
