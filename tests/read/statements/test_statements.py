"""Who said what: source, cue, content and speaker."""

import pytest

from dateline.read import people, pipeline, statements
from dateline.records import StatementKind


@pytest.fixture(scope="module")
def nlp():
    return pipeline.load()


@pytest.fixture(scope="module")
def find(nlp):
    """The attributions of a text."""

    def found(text):
        doc = pipeline.parse(nlp, text)
        return statements.find(doc, people.cast(doc))

    return found


def parts(text, found):
    """Source, cue and content in words."""
    return tuple(" | ".join(span.of(text) for span in part) for part in (found.source, found.cue, found.content))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Maren Oru said Friday the port would open.", "Maren Oru", "said", "the port would open"),
        ("Oru said on Friday the port would open.", "Oru", "said", "the port would open"),
        ("The mayor said that the port was safe.", "The mayor", "said", "that the port was safe"),
        (
            "Harbour chief Maren Oru said Friday the port will open in May, but there will be no ferries.",
            "Harbour chief Maren Oru",
            "said",
            "the port will open in May, but there will be no ferries",
        ),
        ("The port would open in May, Oru said.", "Oru", "said", "The port would open in May"),
        (
            "“We will open in May,” said Maren Oru, the harbour chief.",
            "Maren Oru, the harbour chief",
            "said",
            "“We will open in May,”",
        ),
        (
            "“We will open,” Oru said. “The ferries will sail.”",
            "Oru",
            "said",
            "“We will open,” | “The ferries will sail.”",
        ),
        ("The port was safe, according to the coast guard.", "the coast guard", "according to", "The port was safe"),
        ("The minister denied that he took money.", "The minister", "denied", "that he took money"),
        ("She would not say whether she would resign.", "She", "would not say", "whether she would resign"),
        ("The council plans to close the bridge.", "The council", "plans", "to close the bridge"),
        ("The opposition called for an inquiry.", "The opposition", "called for", "an inquiry"),
        ("The union condemned the closure of the bridge.", "The union", "condemned", "the closure of the bridge"),
        ("The deal is seen as a small step.", "", "is seen", "The deal | as a small step"),
        ("Ministers are reluctant to pay for the bridge.", "Ministers", "are reluctant", "to pay for the bridge"),
        (
            "The council issued a warning that the bridge was unsafe.",
            "The council",
            "issued a warning",
            "that the bridge was unsafe",
        ),
        ("Oru said in a statement that the port was safe.", "Oru", "said in a statement", "that the port was safe"),
        ("The mayor pointed out that the port was safe.", "The mayor", "pointed out", "that the port was safe"),
        ("Oru is hoping the port will open.", "Oru", "is hoping", "the port will open"),
        ("The union declined to comment.", "The union", "declined", "to comment"),
        ("The ministers supported closing the bridge.", "The ministers", "supported", "closing the bridge"),
        ("A new poll shows a lead of six points for Oru.", "A new poll", "shows", "a lead of six points for Oru"),
        ("The talks seem to have failed.", "", "seem", "The talks | to have failed"),
        ("Asked about the price, Oru left.", "", "Asked about", "the price"),
        ("The mayor, who has backed the plan, left.", "who", "has backed", "the plan"),
        ("After telling her aides the port was safe, Oru left.", "Oru", "telling", "the port was safe"),
    ],
)
def test_an_attribution_is_found_in_its_characters(find, text, source, cue, content):
    """Source, cue and content of each shape, with negation and modals in the cue."""
    outer = [found for found in find(text) if not found.nested]
    assert parts(text, outer[0]) == (source, cue, content)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will open in May,” Oru said.", StatementKind.DIRECT),
        ("Oru said the port was “fit for use”.", StatementKind.MIXED),
        ("Oru said the port was open.", StatementKind.INDIRECT),
        ("``We will open in May,'' Oru said.", StatementKind.DIRECT),
    ],
)
def test_the_kind_follows_the_quotation_marks(find, text, kind):
    """Wholly, partly or not at all within marks, also where an agency types two single ones."""
    assert find(text)[0].kind is kind


def test_a_quotation_alone_belongs_to_the_speaker_before(find):
    """It has no source and no cue, and the full name of who spoke last."""
    text = "Harbour chief Maren Oru met the press.\n\n“We will open,” Oru said.\n\n“I am sure that it will be in May.”"
    alone = next(found for found in find(text) if found.rule == statements.ALONE)
    assert (alone.source, alone.cue, alone.speaker, alone.role) == ((), (), "Maren Oru", "Harbour chief")
    assert parts(text, alone)[2] == "“I am sure that it will be in May.”"


def test_an_unnamed_source_is_flagged(find):
    """Diplomats speak without a name."""
    found = find("Diplomats say the talks will go on.")[0]
    assert (found.speaker, found.anonymous) == ("diplomats", True)


def test_a_name_withheld_on_request_is_flagged(find):
    """The words that give the reason make a source anonymous."""
    text = "A spokesman who asked not to be named said the talks will go on."
    said = next(found for found in find(text) if parts(text, found)[1] == "said")
    assert said.anonymous


def test_a_text_that_breaks_off_says_so(find):
    """The content that the text ends in is truncated; one that ends its sentence is not."""
    text = "Oru said the port was open. Diplomats say so far the council has"
    assert [found.truncated for found in find(text) if not found.nested] == [False, True]


def test_statements_within_a_quotation_are_nested(find):
    """What the quoted speaker says of himself is his, and marked as standing within."""
    text = "“I am confident that we will win,” said Maren Oru."
    inner = [found for found in find(text) if found.nested]
    assert [found.speaker for found in inner] == ["Maren Oru"]


def test_every_piece_lies_in_the_text_and_in_order(find):
    """Spans are within the text, not empty and sorted."""
    text = "“We will open,” Oru said, adding that ferries would sail. “Soon.”\n\n“Soon, I think.”\n\nOru: No more money"
    for found in find(text):
        for part in (found.source, found.cue, found.content):
            assert list(part) == sorted(part)
            assert all(0 <= span.start < span.end <= len(text) for span in part)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "“", "” said", "said said said", ": :", '"\n"\n"', "According to", "Oru said"]
)
def test_scraps_are_read_without_harm(find, text):
    """No text is too broken to read."""
    assert isinstance(find(text), tuple)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("“I have had enough of this,” Oru fumed.", "Oru", "fumed", "“I have had enough of this,”"),
        ("“Why now?” thundered the mayor of Harlan.", "the mayor of Harlan", "thundered", "“Why now?”"),
        ("She went on: “It is like a house that leaks.”", "She", "went on", "“It is like a house that leaks.”"),
        (
            "The mayor issued a blunt warning: “It is time to leave.”",
            "The mayor",
            "issued a blunt warning",
            "“It is time to leave.”",
        ),
        ("In a speech in Harlan, Oru declared:\n\n“It is time.”", "Oru", "declared", "“It is time.”"),
        (
            "Maren Oru: “The port is safe, and will be.”",
            "Maren Oru",
            ":",
            "“The port is safe, and will be.”",
        ),
        ("The bill is dear. Said Oru: “We will pay it in May.”", "Oru", "Said", "“We will pay it in May.”"),
        ("“We will never leave this island.” — Maren Oru", "Maren Oru", "—", "“We will never leave this island.”"),
        (
            "He feared the island had lost its name: “Harlan is no longer Harlan,” he claimed.",
            "he",
            "claimed",
            "“Harlan is no longer Harlan,”",
        ),
        (
            "“You should resign,” Oru told the minister, after he admitted that the money was gone.",
            "Oru",
            "told",
            "“You should resign,”",
        ),
    ],
)
def test_the_clause_beside_a_quotation_is_its_attribution(find, text, source, cue, content):
    """What stands behind or before the marks says whose the words are, whether or not its verb is a known cue."""
    assert (source, cue, content) in [parts(text, one) for one in find(text) if not one.nested]


def test_two_quotations_of_one_sentence_have_a_cue_each(find):
    """A second cue takes the quotation behind it and keeps the speaker of the first."""
    text = "Oru stated, “An empty harbour would have been worse,” adding, “Many boats were lost.”"
    assert [parts(text, one) for one in find(text)] == [
        ("Oru", "stated", "“An empty harbour would have been worse,”"),
        ("Oru", "adding", "“Many boats were lost.”"),
    ]


def test_a_second_quotation_goes_on_with_the_speaker_before_it(find):
    """Not with the next one, however near that one stands."""
    text = "“The port is open,” Oru said of the plan. “The ferries sail.” Of the price, Mr Tarn said, “It is too high.”"
    assert [parts(text, one)[2] for one in find(text)] == [
        "“The port is open,” | “The ferries sail.”",
        "“It is too high.”",
    ]


def test_a_quotation_that_ends_its_sentence_is_not_of_the_next(find):
    """The next sentence has a cue of its own, with a content of its own."""
    text = "Oru called the plan “a very bad joke.” He said the port was safe."
    assert parts(text, find(text)[-1]) == ("He", "said", "the port was safe")


@pytest.mark.parametrize("text", ["We know that the port is safe.", "Nobody said the port was safe.", "It said no."])
def test_who_is_nobody_is_no_speaker(find, text):
    """A pronoun that means nobody known, and a subject that denies itself, are not printed as a name."""
    assert {one.speaker for one in find(text)} <= {None}


def test_a_name_keeps_its_own_mark(find):
    """A body named after its founder is not its founder."""
    assert find("Tolley's said the bank was weak.")[0].speaker == "Tolley's"
    assert find("Tolley's lawyer said the bank was weak.")[0].speaker == "Tolley's lawyer"


def test_what_stands_in_another_attribution_says_in_which(find):
    """So that the outer one alone can be shown."""
    outer, inner, other = find("Oru said that the union wants the bridge to stay. The mayor denied it.")
    assert (outer.within, inner.within, other.within) == (None, 0, None)
    assert inner.nested


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The Dorva Post quoted Maren Oru as saying that the port was safe.", "quoted | as saying", "Maren Oru"),
        ("Maren Oru was quoted by the Dorva Post as saying that it was safe.", "was quoted | as saying", "Maren Oru"),
        ("“The port is safe,” said the harbour's Maren Oru.", "said", "Maren Oru"),
        ("The ministers backed the plan, said Oru.", "said", "Oru"),
        ("Critics put the cost at 40 marks.", "put", "critics"),
        ("Residents of Veldt are reportedly short of water.", "reportedly", None),
    ],
)
def test_who_speaks_is_not_who_stands_nearest(find, text, cue, speaker):
    """Who is quoted and not who quotes; who stands behind the verb; nobody where it is hearsay."""
    found = next(found for found in find(text) if not found.nested)
    assert (parts(text, found)[1], found.speaker) == (cue, speaker)


def test_a_pronoun_behind_what_was_said_is_not_spoken_of_in_it(find):
    """The bank said so, not Veldt."""
    text = "The Harlan Savings Bank met. The bank said prices fell. Veldt still has strong growth, it said."
    assert [found.speaker for found in find(text) if parts(text, found)[0] == "it"] == ["Harlan Savings Bank"]


def test_quotations_do_not_lengthen_the_way_to_who_is_meant(find):
    """However long somebody is quoted, "he" behind it is he."""
    quotations = "“It rained. It snowed.”\n\n“It hailed. It blew.”\n\n“It froze.”"
    text = f"Jonas Halm said it was late.\n\n{quotations}\n\nHe added: “It was late.”"
    assert {found.speaker for found in find(text)} == {"Jonas Halm"}


def test_a_sentence_with_quoted_words_goes_on_with_the_speaker_before(find):
    """It is a statement of who spoke last, of less confidence than one that says so."""
    text = "Maren Oru said the port was safe. But the pilots were “generally poor.”"
    carried = find(text)[-1]
    assert (carried.speaker, carried.source, carried.rule) == ("Maren Oru", (), "statements/carried")
    assert parts(text, carried)[2] == "But the pilots were “generally poor.”"


def test_two_names_of_one_subject_are_one_speaker(find):
    """The role between commas is no other subject."""
    text = "Ban Oru, Veldt's minister of trade who led the talks, said it was late."
    assert (find(text)[-1].speaker, find(text)[-1].role) == ("Ban Oru", "Veldt's minister of trade")


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"Harbour Doll," directed by Pavel Oru, is based on three stories.', set()),
        ('"It is late," Jonas Halm, head of the port, told the Dorva Post recently.', {"Jonas Halm", None}),
    ],
)
def test_who_is_told_or_directs_has_said_nothing(find, text, speakers):
    """A film's title is no quotation of its director, nor a paper who speaks to itself."""
    assert {found.speaker for found in find(text)} <= speakers
