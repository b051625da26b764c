"""Who stands where."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder", "stance"),
    [
        ("The council called for a new bridge.", "the council", "supports"),
        ("Ana Ruz called on Monday for the board to resign.", "Ana Ruz", "supports"),
        ("The ministry urged the council to close the ferry.", "the ministry", "supports"),
        ("The plan was supported by the harbour board.", "the harbour board", "supports"),
        ("The council voiced its opposition to the toll.", "the council", "opposes"),
        ("The toll drew criticism from the ferry company.", "the ferry company", "opposes"),
        ("Marrow does not support the treaty.", "Marrow", "opposes"),
        ("Marrow refused to back the treaty.", "Marrow", "opposes"),
        ("The union is hostile to the toll.", "the union", "opposes"),
        ("The plan had the blessing of the harbour board.", "the harbour board", "supports"),
        ("A range of officials condemned the toll.", "a range of officials", "opposes"),
        ("The council withdrew its support for the toll.", "the council", "opposes"),
        ("The council stressed the need for a new bridge.", "the council", "supports"),
        ("The council called the toll unacceptable.", "the council", "opposes"),
        ("The union is in favour of the toll.", "the union", "supports"),
        ("The board is reluctant to close the ferry.", "the board", "hesitant"),
        ("The union urged the council not to close the ferry.", "the union", "opposes"),
        ("The council would like the board to resign.", "the council", "supports"),
        ("The council voted to close the ferry.", "the council", "supports"),
        ("The council criticised the harbour board.", "the council", "opposes"),
        ("Ana Ruz, an opponent of the toll, left the hall.", "Ana Ruz", "opposes"),
        ("The miners were angered by the toll.", "the miners", "opposes"),
        ("86 percent of people oppose the toll.", "86 percent of people", "opposes"),
        ("The council will not tolerate the toll.", "the council", "opposes"),
        ('"There is no reason to close the ferry," said mayor Ana Ruz.', "Ana Ruz", "opposes"),
        ("Mayor Ana Ruz warned that failure to mend the pier could harm trade.", "Ana Ruz", "opposes"),
        ('"The board must resign," said mayor Ana Ruz.', "Ana Ruz", "supports"),
        ('"It is wrong to close the ferry," said mayor Ana Ruz.', "Ana Ruz", "opposes"),
        (
            'Mayor Ana Ruz warned: "If the board closes the ferry, we will retaliate against it."',
            "Ana Ruz",
            "opposes",
        ),
    ],
)
def test_a_stand(reading, text, holder, stance):
    """By verb, adjective, noun, phrase, or what the speaker says of it."""
    found = reading(text).positions
    assert [(one.holder, one.stance) for one in found] == [(holder, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The council praised Ana Ruz.",
        "The council may support the toll.",
        "All boards that support the toll are poor.",
        "Ana Ruz accused the council of misrule.",
        "She wanted to meet the board.",
        "Does the council support the toll?",
        "No board supported the toll.",
        "The council stressed the beauty of the bay.",
        "A fisherman asked not to be named.",
        "The council supported it.",
        "The report says the board must resign.",
        "The chairman, criticised for his spending, left the hall.",
        "The court upheld the toll.",
        "The council told the board that it would meet.",
    ],
)
def test_no_stand(reading, text):
    """Praise of a person, an accusation, a wish of one's own, anybody of a kind."""
    assert reading(text).positions == ()


def test_what_somebody_is_accused_of_is_not_the_accuser_s_wish(reading):
    """Who is accused of seeking it seeks it."""
    assert [one.holder for one in reading("Ana Ruz accused the council of seeking a quarrel.").positions] != ["Ana Ruz"]


def test_a_stand_is_told_once(reading):
    """Two rules that find it on the same words make one position."""
    found = reading("The council condemned the toll as wrong and unacceptable.").positions
    assert len(found) == 1


def test_a_pronoun_makes_a_stand_less_sure(reading):
    """As does a person whose office is not told."""
    plain, pronoun = reading("The council condemned the toll. It condemned the ferry.").positions
    assert plain.confidence > pronoun.confidence


@pytest.mark.parametrize(
    "text",
    [
        "The plan won no support from the council.",
        "The plan drew little support from the council.",
        "The council did not urge the board to resign.",
    ],
)
def test_what_is_denied_is_no_stand(reading, text):
    """Who does not support a thing need not be against it, nor who does not ask for it."""
    assert reading(text).positions == ()


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The union urged the council to close the ferry.", "the council to close the ferry"),
        ("The union urged the council not to close the ferry.", "to close the ferry"),
        ("The toll, condemned by the miners, ends in May.", "The toll"),
        ("The union rejected the toll, which is to end in May.", "the toll"),
        ("But the calls for a toll have been rejected by the council.", "the calls for a toll"),
        ("The council condemned the toll as a disgrace.", "the toll"),
        ("The council approved plans to raise the toll.", "plans to raise the toll"),
        ("The miners refused to pay the toll.", "to pay the toll"),
        ("Marrow will not sign the treaty.", "sign the treaty"),
        ("The council plans an increase in bus fares. The union condemned the increase.", "an increase in bus fares"),
    ],
)
def test_what_a_stand_is_about(reading, text, issue):
    """In full where the story names it so before, without what is refused, and without what only goes on from it."""
    assert issue in [one.issue for one in reading(text).positions]


def test_an_issue_is_taken_from_no_sentence_but_the_one_before(reading):
    """Further back the same noun is another thing."""
    found = reading(
        "The council praised an increase in pensions last year. Bus fares in Quay will go up by five percent in June. "
        "The union condemned the increase."
    ).positions
    assert [one.issue for one in found if one.holder == "the union"] == ["the increase"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('"We do not want the toll," said Bank of Quay deputy governor Ana Ruz.', "Bank of Quay"),
        ('"We want the toll," Harbour Board spokesman Jon Ek told the Harbour Board in Quay.', "Harbour Board"),
        ('"The Harbour Board must close the ferry," said Harbour Board spokesman Jon Ek.', "Harbour Board"),
        ('"We want a toll," said Turkish Cypriot leader Ana Ruz.', "Ana Ruz"),
    ],
)
def test_who_we_are(reading, text, holder):
    """The body that an office is of; of a spokesman the one that the sentence names."""
    assert holder in [one.holder for one in reading(text).positions]


@pytest.mark.parametrize(
    "text",
    [
        "Marrow wants a treaty, but only under its own terms.",
        "Marrow insisted that it would not sign unless the toll ends.",
        "The talks could open only after the toll is gone, said mayor Ana Ruz.",
    ],
)
def test_a_stand_on_terms(reading, text):
    """Who is for it on terms is not for it as it is."""
    assert "conditional" in [one.stance for one in reading(text).positions]


def test_plain_words_are_surer_than_loose_ones_and_sport_is_doubtful(reading):
    """Only what is nearly always right is printed."""
    plain = reading("The council urged the harbour board to close the ferry to Quay.").positions[0]
    loose = reading("The council accepted the plan.").positions[0]
    sport = reading(
        "The council urged the harbour board to close the ferry to Quay. "
        "The coach and a goalkeeper of the team played a match in the cup."
    ).positions[0]
    assert plain.confidence > 0.92 > loose.confidence
    assert plain.confidence > sport.confidence


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("The mayor urged the council to condemn the toll.", "the council"),
        ("The prosecutor demanded six years for Ana Ruz.", "the prosecutor"),
        ("The mayor invited the council to visit Quay.", "the mayor"),
        ("The council called a strike on Monday.", "the council"),
    ],
)
def test_what_is_asked_of_somebody_is_not_his_stand(reading, text, holder):
    """Nor is what a court is asked for, a kindness, or a day."""
    assert holder not in [one.holder for one in reading(text).positions]


def test_who_neither_backs_nor_rejects_it_is_on_no_side(reading):
    """Though both words take a stand."""
    assert not reading("Marrow neither supports nor opposes the treaty.").positions
    assert reading("Marrow opposes the treaty.").positions
