"""The footer's promise: what is set as quoted stands in its source, and says where."""

from collections import Counter

import pytest

from dateline import publish
from tests.publish.walk import Passages, check, parsed, walk


def test_everything_quoted_says_where_it_stands(shipped_day):
    """Notices, captions and what was withdrawn too, each in its field."""
    site = shipped_day.folder / "site"
    assert walk(site, shipped_day.articles, shipped_day.readings, shipped_day.withdrawn()) > 4000
    found = Counter(
        given["data-field"].partition("-")[0]
        for file in site.rglob("*.html")
        for given, _ in parsed(file).found
        if given["data-field"]
    )
    assert {"text", "headline", "standfirst", "correction", "caption", "dateline", "author_box", "withdrawn"} <= {
        *found
    }


def test_the_desk_quotes_by_the_same_rule(contents):
    """Headlines, passages, and those that are offered instead."""
    briefs = [brief for section in contents.edition.sections for brief in section.briefs]
    view = publish.DeskView(
        key="k",
        fingerprint="f",
        message=None,
        approved=False,
        acts=(),
        offered={brief.story_id: brief.passages for brief in briefs},
    )
    page = Passages()
    page.feed(publish.desk_page(contents, view))
    for given, text in page.found:
        check(given, text, contents.articles, contents.readings, {})
    assert len(page.found) > 3 * len(briefs)


@pytest.mark.parametrize(
    "page",
    [
        '<p class="quoted">Nobody knows from where.</p>',
        '<p class="quoted" data-source="a-1" data-field="withdrawn" data-span="0-7">Changed</p>',
    ],
)
def test_what_is_quoted_from_nowhere_is_found(tmp_path, page):
    """Without a place, and with other words than its place has."""
    (tmp_path / "index.html").write_text(page, "utf-8")
    with pytest.raises(AssertionError):
        walk(tmp_path, {}, {}, {"a-1": "As told"})
