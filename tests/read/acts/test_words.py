"""The sense of the data of `acts.toml`."""

from dataclasses import replace
from pathlib import Path

import dateline.read.acts
from dateline.lang import tables
from dateline.read.acts.words import words

READ = Path(dateline.read.acts.__file__).parent
TEXT = "".join(module.read_text("utf-8") for module in sorted(READ.rglob("*.py")))


def test_every_confidence_has_its_rule():
    """A share without a rule would be of nothing."""
    for rule in words("en").confidence:
        name = rule.removeprefix("acts/")
        assert f'"{name.removesuffix("-not")}"' in TEXT or f'"acts/{name}"' in TEXT, rule


def test_a_confidence_is_a_share():
    """Between nothing and all."""
    assert all(0 < share < 1 for share in words("en").confidence.values())


def test_a_rule_of_nothing_wrong_is_still_no_certainty():
    """A table may have 1.00 or 0.00, as fitted from a few labels."""
    known = replace(words("en"), confidence={"acts/sure": 1.0, "acts/never": 0.0})
    assert [known.confidence_of(rule, (), {}) for rule in ("acts/sure", "acts/never")] == [0.99, 0.01]
    assert known.confidence_of("acts/sure", ["odd"], {"odd": -1.0}) < 0.99


def test_lists_are_of_lemmas_in_order_without_repeats():
    """In lower case, sorted, none twice in a list."""
    for part, named in tables.table("en", "acts").items():
        for name, listed in named.items():
            if isinstance(listed, list):
                assert sorted(set(listed)) == listed, f"{part}.{name}"
                assert all(word == word.lower() for word in listed), f"{part}.{name}"


def test_no_verb_is_a_forecast_and_an_act():
    """What is listed as an act is none of the states."""
    lists = words("en").lists
    assert not lists["commitments.acts"] & lists["commitments.states"]


def test_no_verb_takes_two_stances():
    """Support and opposition share no word."""
    lists = words("en").lists
    assert not (lists["positions.supports"] | lists["positions.supports_loosely"]) & (
        lists["positions.opposes"] | lists["positions.opposes_loosely"]
    )


def test_every_list_is_asked_for():
    """A list that no rule names has no sense."""
    for name in words("en").lists:
        part, key = name.split(".")
        family = key.rsplit("_", 1)[0]
        assert f'"{name}"' in TEXT or f'"{key}"' in TEXT or f"{part}.{family}_{{" in TEXT, name
