"""Which statements a brief picks, and under whose name."""

from dataclasses import replace

import pytest

from dateline.brief import BriefRules
from dateline.brief.choose import passages, statements
from dateline.records import Span, Statement, StatementKind, StatementSpans
from tests.brief.made import article, material, reading

RULES = BriefRules(zone=None)
TEXT = "The board met in Tolle on Thursday. “The quay at Dunmarrow is safe,” {source} said. Nobody else spoke there."


def said(source, speaker, content="The quay at Dunmarrow is safe", **given):
    """An article with one statement of a source."""
    found = article("Post Quay", TEXT.format(source=source).replace("The quay at Dunmarrow is safe", content))

    def at(words):
        return Span(found.text.index(words), found.text.index(words) + len(words))

    values = {"role": None, "anonymous": False, "confidence": 0.97} | given
    spans = StatementSpans(source=(at(source),), cue=(at("said"),), content=(at(content),))
    statement = Statement(
        id="s-1", article_id=found.id, span=at(content), speaker=speaker, kind=StatementKind.DIRECT, cue="said",
        content=content, truncated=False, made_by="test", reader="en-test", spans=spans, **values,
    )  # fmt: skip
    return found, material([found], readings=[reading(found, statements=(statement,))])


def picked(*given, **values):
    found, day = said(*given, **values)
    return statements([found], [], day, RULES)


@pytest.mark.parametrize(
    ("source", "speaker", "anonymous"),
    [
        ("Jon Orr", "Jon Orr", False),
        ("a ministry spokesman", "a ministry spokesman", False),
        ("officials", "officials", True),
        ("the harbour board", "the harbour board", False),
        ("he", "Jon Orr", False),
    ],
)
def test_somebody_is_named_or_described(source, speaker, anonymous):
    """A name, a role with what it belongs to, a body; a pronoun only where the reading knows whom it means."""
    if speaker == "the harbour board":
        speaker = "the harbour ministry"
    assert picked(source, speaker, anonymous=anonymous) == ("s-1",)


@pytest.mark.parametrize("speaker", ["we", "He", "their use", "the second factor", "the spokesman", "it"])
def test_nobody_is_not_somebody(speaker):
    """ "Who said what" wants a who."""
    assert picked("the spokesman", speaker) == ()


def test_a_speaker_does_not_call_himself_by_his_name():
    """ "Orr has left, he said": he is not Orr, whatever the reader takes him for."""
    assert picked("he", "Jon Orr", content="Mr Orr has left the board") == ()
    assert picked("Jon Orr", "Jon Orr", content="Mr Orr has left the board") == ("s-1",)


def test_what_the_reader_is_not_sure_of_is_in_no_brief():
    """It stands with its article only."""
    assert picked("Jon Orr", "Jon Orr", confidence=0.9) == ()


def test_passages_stand_in_the_order_of_their_article_and_are_four_sentences_at_most():
    """A later sentence that was chosen first still stands behind an earlier one."""
    found, day = said("Jon Orr", "Jon Orr")
    shown = passages([found], [], day, RULES)
    assert [one.span for one in shown] == sorted(one.span for one in shown)
    long = article("Post Long", "\n".join(f"The quay number {n} at Dunmarrow was closed on day {n}." for n in range(9)))
    assert len(passages([long], [], material([long]), RULES)) <= 4


def test_what_an_earlier_article_told_is_not_told_again():
    """In a running story only the lead may repeat what readers know."""
    old = article("Post Old", "The ferry Eider sank.\nForty people were rescued by two fishing boats from Tolle.")
    new = article(
        "Post New",
        "The wreck of the ferry Eider was found on Thursday.\n"
        "Forty people were rescued by two fishing boats from Tolle.\nDivers will try to lift its bell on Saturday.",
    )
    shown = [one.text for one in passages([new], [old], material([old, new]), RULES)]
    assert shown[0].startswith("The wreck")
    assert not any(text.startswith("Forty") for text in shown)
    assert any(text.startswith("Divers") for text in shown)


def test_it_said_wants_to_be_known():
    """A passage in which "it" adds something, and nothing tells what "it" is, is passed over."""
    text = "The fares rise by a third from June, it added. Ana Ruz spoke in Tolle on Thursday of other things."
    found = article("Post Fares", text)
    statement = Statement(
        id="s-1", article_id=found.id, span=Span(0, 45), confidence=0.97, made_by="test", reader="en-test", role=None,
        speaker="the fares", anonymous=False, kind=StatementKind.INDIRECT, cue="added", content="The fares rise",
        truncated=False, spans=StatementSpans((Span(37, 39),), (Span(40, 45),), (Span(0, 35),)),
    )  # fmt: skip
    day = material([found], readings=[reading(found, statements=(statement,))])
    shown = passages([found], [], day, RULES)
    assert [one.text.split()[0] for one in shown] == ["Ana"]


def test_whose_a_quotation_is_stands_in_its_passage():
    """One that stands alone, with its speaker a paragraph away, is not picked."""
    found, day = said("Jon Orr", "Jon Orr")
    (statement,) = day.readings[found.id].statements
    alone = replace(statement, spans=replace(statement.spans, source=(), cue=()))
    day = material([found], readings=[reading(found, statements=(alone,))])
    assert statements([found], [], day, RULES) == ()


def test_two_statements_of_one_passage_are_told_once():
    """ "The pact holds that it binds, Orr said": the longer one, which is Orr's."""
    found, day = said("Jon Orr", "Jon Orr")
    (outer,) = day.readings[found.id].statements
    inner = replace(outer, id="s-2", speaker="Tolle Pact", content="is safe")
    day = material([found], readings=[reading(found, statements=(inner, outer))])
    assert statements([found], [], day, RULES) == ("s-1",)
