"""A browser for the tests that look at pages; they are skipped, visibly, where the machine has none."""

import contextlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextlib.contextmanager
def opened():
    """A browser to open pages in."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on the PATH: the pages were not looked at in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
