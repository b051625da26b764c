"""What can stand without the text around it."""

import pytest

from dateline.brief import BriefRules
from dateline.brief.choose.alone import is_readable
from dateline.records import Name, Passage, Span
from tests.brief.made import article

RULES = BriefRules(zone=None)


def readable(text, *names):
    found = Passage(article_id="a-1", field="text", span=Span(0, len(text)), text=text, names=names)
    return is_readable(found, article("Post Rain", text), RULES)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruz said on Thursday that she would sign.",
        "After his visit to Tolle, Jon Orr said the quay was safe.",
        "The pilot left his boat at the quay on Thursday.",
        "The minister of fisheries said he would not sign the pact.",
        "The pact allows cod, herring and, for the first time, wolf fish.",
        "The board shut a quay this week, and this quay may fall.",
        "Two of the boats sank off Dunmarrow.",
    ],
)
def test_what_names_everybody_can_stand_alone(text):
    """Whoever "he" is was named or described before, or is in the same sentence behind its opening."""
    assert readable(text)


@pytest.mark.parametrize(
    "text",
    [
        "But the quay was closed on Thursday night.",
        "That's why the quay was closed on Thursday.",
        "This fine, however, may not be used in court.",
        "Separately, the board said that fares would rise.",
        "On the other hand the fares would rise by a third.",
        "The airline wants to support this route to Tolle.",
        "The two agreed to meet again in Tolle.",
        "Late on Thursday he left for Tolle by boat.",
        "In Tolle, he said, the quay was closed.",
        "The quay was closed and the",
        "Quay closed.",
    ],
)
def test_what_leans_on_its_article_cannot(text):
    """It answers, continues or points at what a reader does not see, or breaks off."""
    assert not readable(text)


def test_a_name_in_brackets_settles_who_is_meant():
    """Behind the pronoun that opens a passage, and behind one inside it."""
    assert readable("He would sign on Thursday in Tolle.", Name(2, "Jon Orr"))
    text = "Late on Thursday he left for Tolle by boat."
    assert readable(text, Name(text.index("he ") + 2, "Jon Orr"))
