"""ninjs 1 to 3, field by field."""

import json

import pytest

from dateline.records import Article, MediaType, SkipReason, WireState
from tests.extract.wire.made import article, extracted, paragraphs, skipped

KIND = MediaType.NINJS
COMMON = {"uri": "tva:42", "type": "text", "version": "3", "language": "en", "urgency": 2, "slugline": "Tolle-quay"}
ONE = {
    **COMMON, "headline": "Tolle keeps its quay", "description_text": "The board voted.", "byline": "By Ana Ruz",
    "source": "TVA", "firstcreated": "2031-05-08T06:00:00+02:00", "versioncreated": "2031-05-08T08:00:00+02:00",
    "embargoed": "2031-05-09T00:00:00+02:00", "pubstatus": "usable", "ednote": "Adds vote",
    "copyrightnotice": "(c) TVA",
    "usageterms": "No archive", "body_html": "<h1>Tolle keeps its quay</h1><p>The board voted.</p><p>It met.</p>",
    "subject": [{"code": "20000763", "name": "Quay"}, {"code": "04005004", "scheme": "own", "name": "Own"}],
    "located": "Tolle",
}  # fmt: skip
THREE = {
    **COMMON, "headlines": [{"role": "main", "value": "Tolle keeps its quay"}], "by": "Ana Ruz",
    "infoSources": [{"name": "TVA"}], "firstCreated": "2031-05-08T06:00:00+02:00",
    "versionCreated": "2031-05-08T08:00:00+02:00", "embargoed": "2031-05-09T00:00:00+02:00", "pubStatus": "usable",
    "edNote": "Adds vote", "copyrightNotice": "(c) TVA", "usageTerms": "No archive",
    "descriptions": [{"value": "The board voted."}],
    "subjects": [{"uri": "http://cv.iptc.org/newscodes/mediatopic/20000763", "name": "Quay"},
                 {"uri": "http://tva.example/own/04005004", "name": "Own"}],
    "bodies": [
        {"contentType": "text/plain",
         "value": "Tolle keeps its quay\nPorts TVA\nThe board voted, as all of it tells.\nIt met."},
        {"contentType": "text/html", "value": "<div>Ports <span>TVA</span></div><p>The board voted.</p><p>It met.</p>"},
        {"contentType": "application/xml", "value": "<nitf><body><body.content><p>Longer than all of the others. "
                                                    "But less sure.</p></body.content></body></nitf>"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("item", [ONE, THREE, {key.lower(): value for key, value in THREE.items()}])
def test_every_field_of_every_version(item):
    """The same item in ninjs 1, 3 and 2."""
    found = article(json.dumps(item), KIND)
    assert (found.headline, found.standfirst, found.authors) == (
        "Tolle keeps its quay",
        "The board voted.",
        ("Ana Ruz",),
    )
    assert (found.agency, found.language, found.urgency, found.slug) == ("TVA", "en", 2, "Tolle-quay")
    assert (found.published.iso(), found.updated.iso()) == ("2031-05-08T06:00+02:00", "2031-05-08T08:00+02:00")
    assert (found.embargo.iso(), found.terms) == ("2031-05-09T00:00+02:00", "(c) TVA No archive")
    assert (found.wire_item, found.wire_version, found.wire_note) == ("tva:42", 3, "Adds vote")
    assert (found.subjects, found.tags) == (("medtop:20000763",), ("Quay", "Own"))
    assert found.wire_state is WireState.UPDATE
    assert paragraphs(found) == ["The board voted.", "It met."]


def test_of_nitf_and_plain_text_nitf_is_surer():
    """Where there is no HTML; a body that is broken is none."""
    bodies = [THREE["bodies"][0], THREE["bodies"][2]]
    assert article(json.dumps({**THREE, "bodies": bodies}), KIND).text.startswith("Longer than all")
    broken = [bodies[0], {**bodies[1], "value": "<nitf><body.content><p>Longer"}]
    assert "as all of it tells" in article(json.dumps({**THREE, "bodies": broken}), KIND).text


@pytest.mark.parametrize("kind", ["picture", "video", "audio", "event", "planning"])
def test_what_is_no_text_is_named_though_it_has_words(kind):
    """A caption in the body of a picture is no article."""
    found = skipped(json.dumps({**ONE, "type": kind}), KIND)
    assert (found.reason, found.detail) == (SkipReason.NOT_TEXT, f"a {kind}, not a text: Tolle keeps its quay")


def test_the_details_of_an_event_make_an_event():
    """Where the item gives no type."""
    event = {**{key: value for key, value in THREE.items() if key != "type"}, "eventDetails": {"dates": {}}}
    assert skipped(json.dumps(event), KIND).detail.startswith("a event")


def test_a_package_gives_the_texts_in_it():
    """It is passed over itself; the pictures in it are, too."""
    package = {"uri": "tva:1", "type": "package", "headline": "All of Tolle",
               "associations": {"main": ONE, "picture": {**ONE, "type": "picture"}}}  # fmt: skip
    found = extracted(json.dumps(package), KIND)
    assert [isinstance(one, Article) for one in found] == [False, True, False]


def test_values_of_other_types_are_nothing():
    """An agency's list where a text is wanted, and a number where a list is."""
    odd = {**ONE, "byline": ["Ana"], "subject": 7, "urgency": [1], "usageterms": ["No archive", 3], "embargoed": 4}
    found = article(json.dumps(odd), KIND)
    assert (found.authors, found.subjects, found.urgency, found.embargo) == ((), (), None, None)
    assert found.terms == "(c) TVA No archive"


def test_bytes_of_another_charset_are_read_and_what_is_cut_is_malformed():
    """JSON wants UTF-8; some agencies do not know."""
    latin = json.dumps({**ONE, "headline": "Tolle hält den Kai für offen"}, ensure_ascii=False).encode("latin-1")
    assert article(latin, KIND).headline == "Tolle hält den Kai für offen"
    assert skipped(json.dumps(ONE)[:-30], KIND).reason is SkipReason.MALFORMED
    assert skipped("[" * 100_000, KIND).reason is SkipReason.MALFORMED
    assert skipped("{}", KIND).reason is SkipReason.UNKNOWN_FORMAT


def test_elements_nested_without_end_cost_bounded_time():
    """A parser that looks through each within each would take minutes."""
    deep = article(json.dumps({**ONE, "body_html": "<div>" * 200_000 + "The board met." + "</div>" * 200_000}), KIND)
    assert deep.text == "The board met."
