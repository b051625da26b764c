"""Who is in the story, by the fullest name it uses."""

import pytest

from dateline.read import people, pipeline


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


def actor(nlp, text, words, which=0):
    """The actor that the `which`-th place of `words` in `text` means."""
    doc = pipeline.parse(nlp, text)
    start = -1
    for _ in range(which + 1):
        start = text.index(words, start + 1)
    return people.cast(doc).resolve(doc.char_span(start, start + len(words), alignment_mode="expand"))


STORY = (
    "Port Authority chief Maren Oru said on Monday the harbour would reopen. Oru spoke in Veldt.\n\n"
    "She gave no date. The chief left early.\n\n"
    "Transport Minister Jonas Halm welcomed the plan. The minister said he had seen it.\n\n"
    "Officials said little. A ministry spokesman declined to comment."
)


@pytest.mark.parametrize(
    ("words", "which", "name", "role"),
    [
        ("Port Authority chief Maren Oru", 0, "Maren Oru", "Port Authority chief"),
        ("Oru", 1, "Maren Oru", "Port Authority chief"),
        ("She", 0, "Maren Oru", "Port Authority chief"),
        ("The chief", 0, "Maren Oru", "Port Authority chief"),
        ("Transport Minister Jonas Halm", 0, "Jonas Halm", "Transport Minister"),
        ("The minister", 0, "Jonas Halm", "Transport Minister"),
        ("he", 7, "Jonas Halm", "Transport Minister"),
    ],
)
def test_one_person_has_one_name(nlp, words, which, name, role):
    """Surname, pronoun and description lead to the full name and the printed role."""
    text = STORY
    if words == "he":
        which = text[: text.index(" he had") + 1].count("he")
    found = actor(nlp, text, words, which)
    assert (found.name, found.role, found.named, found.anonymous) == (name, role, True, False)


def test_sources_without_a_name_are_anonymous(nlp):
    """A described person is anonymous; somebody who speaks for a body is not."""
    assert actor(nlp, STORY, "Officials") == people.Actor("officials", None, anonymous=True)
    assert actor(nlp, STORY, "A ministry spokesman") == people.Actor("a ministry spokesman")


def test_a_role_after_the_name_is_its_role(nlp):
    """An apposition gives the role too."""
    found = actor(nlp, "Lena Vey, the mayor of Veldt, said it rained.", "Lena Vey")
    assert (found.name, found.role) == ("Lena Vey", "mayor of Veldt")


@pytest.mark.parametrize(
    ("text", "words", "name", "role"),
    [
        ("The pact's secretary-general spoke.", "The pact's secretary-general", "the pact's secretary-general", None),
        ("Rain fell. Its foreign minister, Anton Dreiss, said so.", "Anton Dreiss", "Anton Dreiss", "foreign minister"),
        ("Stuart Ong, vice-president of the union, spoke.", "Stuart Ong", "Stuart Ong", "vice-president of the union"),
    ],
)  # fmt: skip
def test_a_role_is_whole_and_says_whose_it_is_or_nothing(nlp, text, words, name, role):
    """A vice-president is no president, a secretary-general no general, and "its" is nobody's office."""
    found = actor(nlp, text, words)
    assert (found.name, found.role) == (name, role)


def test_two_people_of_one_surname_stay_two(nlp):
    """A surname that two people share stays as it stands."""
    text = "Maren Oru and Tomas Oru disagreed at the meeting. Oru said it was late."
    assert actor(nlp, text, "Oru", 2).name == "Oru"


def test_a_description_that_fits_two_people_stays_as_it_stands(nlp):
    """Nothing is guessed between two ministers."""
    text = "Defence Minister Jonas Halm met Health Minister Lena Vey. The minister said it was late."
    assert actor(nlp, text, "The minister").name == "the minister"


def test_an_acronym_with_its_long_form_is_spelled_out(nlp):
    """The fullest name of a body is the one the story explains."""
    text = "The Harbour Workers Union (HWU) met. The HWU said it would strike."
    assert actor(nlp, text, "HWU", 1).name == "Harbour Workers Union"


def test_joint_speakers_are_one_phrase(nlp):
    """Two names joined by "and" stay joined, each by its full name."""
    text = "Maren Oru met Jonas Halm. Oru and Halm said it was late."
    found = actor(nlp, text, "Oru and Halm")
    assert (found.name, found.named) == ("Maren Oru and Jonas Halm", True)
