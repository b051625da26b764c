"""What a story says of sources without a name, and of the occasion."""

import pytest

from dateline.read import Reader, ReadRules
from dateline.records import Article, SourceType


@pytest.fixture(scope="module")
def first():
    """The first statement of a text; each of its phrases stands where it says."""
    reader = Reader(ReadRules())

    def statement(text):
        found = reader.read(Article(id="a-1", page_id="p-1", language="en", text=text)).statements[0]
        phrases = (found.source_body, found.withheld_because, found.said_to, found.said_in, found.said_through)
        assert all(phrase.span.of(text) == phrase.text for phrase in phrases if phrase)
        return found

    return statement


def text_of(phrase):
    return None if phrase is None else phrase.text


@pytest.mark.parametrize(
    ("text", "kind", "body"),
    [
        ("A Verland foreign ministry official said the talks had failed.", "official", "Verland foreign ministry"),
        ("An official at the finance ministry said the tax would rise.", "official", "finance ministry"),
        ("Two officials from the Verland embassy said no deal was near.", "official", "Verland embassy"),
        ("Senior diplomats said the deal was dead.", "diplomat", None),
        ("A military source said the tanks had left.", "military", None),
        ("The army will leave, a police officer told reporters.", "police", "police"),
        ("Prosecutors said the mayor had lied.", "court", None),
        ("Company executives said the plant would close.", "company", "Company"),
        ("Analysts said the bank was weak.", "expert", None),
        ("A resident of Harlan said the water was brown.", "witness", None),
        ("People close to the minister said he would resign.", "close", None),
        ("Someone in the crowd said the gate was open.", "person", None),
        ("A confidential memo said the gate was open.", "document", None),
        ("Maren Oru said the gate was open.", None, None),
    ],
)
def test_a_source_without_a_name_is_what_the_story_says(first, text, kind, body):
    """Its type and its body; neither is guessed, and a named source has none."""
    found = first(text)
    assert (found.source_type, text_of(found.source_body)) == (kind and SourceType(kind), body)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "An official, who asked not to be named because he was not authorised to speak, said the plan was dead.",
            "because he was not authorised to speak",
        ),
        (
            "An official said the plan was dead. The official spoke on condition of anonymity because it is secret.",
            "because it is secret",
        ),
        (
            "An aide, speaking on condition of anonymity to discuss the talks, said no deal is near.",
            "to discuss the talks",
        ),
        (
            "A source, who was not authorised to speak to the media, said the tanks had left.",
            "was not authorised to speak to the media",
        ),
        ("An official, who asked not to be named, said the plan was dead.", None),
        ("An official said the plan was dead because nobody wanted it.", None),
        ("An official said it was over. The mayor spoke on condition of anonymity because he was afraid.", None),
    ],
)
def test_why_a_name_is_withheld_stands_in_the_story_s_words(first, text, why):
    """With the source or in a sentence that goes on with it; other reasons and other people's are not taken."""
    assert text_of(first(text).withheld_because) == why


@pytest.mark.parametrize(
    ("text", "to", "place", "through"),
    [
        ("The army will leave, Oru told reporters in Harlan.", "reporters", "Harlan", None),
        ("Oru told a rally in Harlan that the port was safe.", None, "a rally in Harlan", None),
        ("“It is over,” Oru said at a news conference in Tolle.", None, "a news conference in Tolle", None),
        ("Oru told AFP that the port was safe.", "AFP", None, "AFP"),
        (
            "Oru told the paper Tolle Post that he would go.",
            "the paper Tolle Post",
            None,
            "the paper Tolle Post",
        ),
        ("Oru said in a statement on Friday that the port was safe.", None, None, "a statement"),
        (
            "In an interview with Tolle Radio, Oru said it was over.",
            None,
            None,
            "an interview with Tolle Radio",
        ),
        ("The union said to its members on Twitter that it was over.", "its members", None, "Twitter"),
        ("Oru tweeted that it was over.", None, None, "tweeted"),
        ("Oru said the port in Tolle was safe.", None, None, None),
        ("The council pledged money for the port.", None, None, None),
    ],
)
def test_the_occasion_is_told_apart(first, text, to, place, through):
    """To whom, where and through what, only from beside the cue, never from what was said."""
    found = first(text)
    assert (text_of(found.said_to), text_of(found.said_in), text_of(found.said_through)) == (to, place, through)


@pytest.mark.parametrize(
    ("text", "sourceless"),
    [
        ("The deal is seen as a failure.", True),
        ("The talks seem to have failed.", True),
        ("Oru said no deal was near.", False),
    ],
)
def test_a_judgement_without_a_source_is_marked(first, text, sourceless):
    """It is nobody's by the story, and not a pronoun's whose meaning is unsure."""
    assert first(text).sourceless is sourceless


@pytest.mark.parametrize(
    ("text", "told", "through"),
    [
        ("Maren Oru promised to farmers that she would pay.", "farmers", None),
        ("Maren Oru said in a statement to farmers on Monday that it would rain.", "farmers", "a statement"),
    ],
)
def test_whom_it_was_said_to_is_no_preposition(first, text, told, through):
    """Neither the listener nor the paper has "to" and who listens in it."""
    found = first(text)
    assert (text_of(found.said_to), text_of(found.said_through)) == (told, through)
