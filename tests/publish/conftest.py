"""What the tests of the pages share."""

from datetime import date

import pytest

from dateline import path
from dateline.records import PressTime
from tests import chromium, shipped


@pytest.fixture(scope="module")
def browser():
    with chromium.opened() as opened:
        yield opened


@pytest.fixture(scope="session")
def contents(shipped_day):
    """What the site of the last shipped day shows."""
    return path.stored_contents(PressTime(date(2031, 5, 8)), shipped.loaded(shipped_day.folder), shipped_day.store)


@pytest.fixture(scope="session")
def site_folder(shipped_day):
    """The pages of the last shipped day."""
    return shipped_day.reports[-1].site.parent.resolve()
