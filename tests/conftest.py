"""What tests of several folders share."""

import hypothesis
import pytest

from tests import shipped

# How long an example takes says how busy the machine is.
hypothesis.settings.register_profile("dateline", deadline=None)
hypothesis.settings.load_profile("dateline")


@pytest.fixture(scope="session")
def shipped_day(tmp_path_factory):
    """The shipped day, run through all its three days; only to be looked at."""
    made = shipped.run(tmp_path_factory.mktemp("shipped"))
    yield made
    made.store.close()
