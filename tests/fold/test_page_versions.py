"""A page that was changed is one article, in its newest version."""

from dataclasses import replace

import pytest

from dateline.fold import FoldRules, copies
from dateline.records import Article, Moment, Relation

FIRST = (
    "The ferry to Selmory stays in harbour, the harbour master said on Tuesday, since the wind is too strong for it to "
    "leave. Passengers were sent to the hall of the fish market, where there is soup and tea."
)
REST = (
    " By evening the storm had torn two moorings and the board of the harbour met without its chairman, who was on the "
    "island. It will decide on Wednesday whether the mail may go by air, as it did in the winter of the long ice."
)
OTHER = (
    "A bakery of Lower Pell has baked the largest half loaf of the valley. Forty people carried it to the bridge, "
    "where the mayor cut it with a saw that the joiners had sharpened for the day."
)


def page(key, text, **given):
    told = {
        "url": "https://harbourpost.example/ferry",
        "outlet": "Harbour Post",
        "published": Moment.parse("2031-05-06"),
    }
    return Article(id=key, page_id=f"p{key}", language="en", text=text, **{**told, **given})


def folded(*articles):
    return {
        found.original: {one.article_id: one.relation for one in found.copies}
        for found in copies({one.id: one for one in articles}, FoldRules())
    }


def test_the_newest_version_of_a_page_is_the_original():
    """By the time of its update, though most of it is new."""
    old = page("a-1", FIRST, published=Moment.parse("2031-05-06T07:00Z"))
    new = page("a-2", FIRST[:90] + REST, published=old.published, updated=Moment.parse("2031-05-06T19:00Z"))
    assert folded(old, new) == folded(new, old) == {"a-2": {"a-1": Relation.EARLIER}}


def test_two_articles_that_a_site_gives_one_address_stay_two():
    """A canonical link that is wrong hides nothing; nor does one to the front page."""
    assert folded(page("a-1", FIRST), page("a-2", OTHER)) == {"a-1": {}, "a-2": {}}
    front = {"url": "https://harbourpost.example/"}
    assert folded(page("a-1", FIRST, **front), page("a-2", FIRST[:90] + REST, **front)) == {"a-1": {}, "a-2": {}}


def test_two_outlets_have_two_pages():
    """Though one address stands in both."""
    assert len(folded(page("a-1", FIRST), page("a-2", FIRST[:90] + REST, outlet="Sorvale Ledger"))) == 2


PROMISE = f"{FIRST} The bridge will be mended by the end of June, Ana Ruz said."


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (PROMISE.replace("June", "August"), "a-2"),
        (PROMISE.replace("Ana Ruz", "she"), "a-1"),
        (PROMISE[: len(PROMISE) // 2] + " In May, he said.", "a-1"),
    ],
)
def test_what_an_outlet_prints_again_with_another_day_is_read(text, leads):
    """At another address the next day; not where only words differ, or most is cut."""
    old = replace(page("a-1", PROMISE, published=Moment.parse("2031-05-06")), url="https://courier.example/one")
    new = replace(page("a-2", text, published=Moment.parse("2031-05-07")), url="https://courier.example/two")
    found = folded(old, new)
    assert list(found) == [leads]
    if leads == "a-2":
        assert found["a-2"] == {"a-1": Relation.EARLIER}


def test_another_outlets_later_print_with_another_day_is_a_copy():
    """Which of the two is right is not known."""
    old = replace(page("a-1", PROMISE, published=Moment.parse("2031-05-06")), url="https://courier.example/one")
    new = page("a-2", PROMISE.replace("June", "August"), published=Moment.parse("2031-05-07"))
    assert list(folded(old, replace(new, outlet="Echo", url="https://echo.example/two"))) == ["a-1"]
