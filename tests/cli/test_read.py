"""`dateline read`: the card of one text."""

import json

import pytest
from click.testing import CliRunner

from dateline.cli.main import dateline

TEXT = """Harbour minister vows a new quay

Harbour minister Aud Rehn promised on Tuesday to pay five million crowns for a new quay at Dunmarrow by 7 May 2031.

"We said that the fishermen wanted more," Rehn said.

The old quay was eventually ready to close, and the move will help Dunmarrow decide on its own future.
"""


@pytest.fixture
def read(tmp_path):
    """Runs the command on the text; gives what it prints, on one line."""
    page = tmp_path / "quay.txt"
    page.write_text(TEXT, "utf-8")

    def run(*options):
        made = CliRunner().invoke(dateline, ["read", "--published", "2031-05-06", str(page), *options])
        assert made.exit_code == 0, made.output
        return " ".join(made.output.split())

    return run


def test_the_card_has_what_an_edition_would_print_and_marks_the_rest(read):
    """The promise is sure, what is hardly right is left out, and what is left out is counted."""
    card, everything = read(), read("--all")
    promised = "Aud Rehn · pledged: to pay five million crowns"
    assert promised in card
    assert f"? {promised}" not in card
    assert "acts/" not in card
    assert "more that are unlikely or stand within another: --all" in card
    assert "sure to" in everything
    assert "by “promised”, acts/promise" in everything
    assert "--all" not in everything


def test_a_statement_within_another_of_its_speaker_stands_once(read):
    """The outer quotation has it; `--all` shows both."""
    inner = "that the fishermen wanted more"
    assert "said that the fishermen wanted more" in read()
    assert f"indirect: {inner}" not in read()
    assert f"direct: {inner}" in read("--all")


def test_json_has_every_record_with_its_confidence(read):
    """What a program reads is not thinned out."""
    answer = json.loads(read("--json"))
    assert {one["confidence"] < 0.5 for one in answer["statements"]} == {True, False}
