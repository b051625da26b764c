"""The same text again, and what is not."""

import random
from itertools import product

import pytest

from dateline.records import Relation, WireState
from tests.fold.made import DISPATCH, OWN, article, folded, relations, sent

EDITS = {
    "cut from the end": DISPATCH[:3],
    "with another lead": ("There was no deal in Orlast.", *DISPATCH[1:]),
    "paragraphs dropped": DISPATCH[::2],
    "paragraphs swapped": (*DISPATCH[4:], *DISPATCH[:4]),
    "paragraphs merged": (" ".join(DISPATCH[:4]), " ".join(DISPATCH[4:])),
    "names localised": tuple(one.replace("Vey", "Vei").replace("Orlast", "Orlasz") for one in DISPATCH),
    "numbers updated": tuple(one.replace("40,000", "52,000").replace("nine", "ten") for one in DISPATCH),
    "own paragraphs between": (*DISPATCH[:3], OWN[0], *DISPATCH[3:6], OWN[1], *DISPATCH[6:]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_paper_that_edits_a_dispatch_carries_a_copy(edit):
    """Whatever a paper does to it that leaves most of it the agency's."""
    found = folded(sent("wire", DISPATCH), article("Courier", EDITS[edit], 3))
    assert list(found) == ["wire"]
    assert len(found["wire"].copies) == 1


def test_a_copy_says_what_it_is():
    """Cut, whole, or with the paper's own paragraphs, with what the two share of each other."""
    papers = (article("Cut", DISPATCH[:3], 1), article("Whole", DISPATCH, 2), article("More", (*DISPATCH, *OWN[:3]), 3))
    found = folded(sent("wire", DISPATCH), *papers)["wire"]
    assert relations(found, *papers) == {
        "Cut": Relation.SHORTENED,
        "Whole": Relation.COPY,
        "More": Relation.EXTENDED,
    }
    cut = next(copy for copy in found.copies if copy.relation is Relation.SHORTENED)
    assert cut.shared == 1.0
    assert 0.3 < cut.kept < 0.5


def test_the_agency_is_the_original_even_where_its_item_came_in_late():
    """A paper's clock may be ahead; whose text it is does not change by it."""
    found = folded(article("Courier", DISPATCH, -2), sent("wire", DISPATCH))
    assert found["wire"].agency == "OPA"


def test_of_papers_alone_the_first_that_was_not_cut_is_the_original():
    """The first in time was cut, so what the others have is not made of it."""
    papers = (article("Cut", DISPATCH[:3]), article("First", DISPATCH, 1), article("Second", DISPATCH, 2))
    found = folded(*papers)
    assert list(found) == ["First"]
    assert relations(found["First"], *papers) == {"Cut": Relation.SHORTENED, "Second": Relation.COPY}


def test_the_credit_of_a_copy_names_the_agency():
    """Where the dispatch itself did not come in, a paper that says whose it is, is believed."""
    found = folded(article("First", DISPATCH), article("Second", DISPATCH, 1, agency="OPA"))
    assert found["First"].agency == "OPA"


def test_independent_stories_of_one_event_stay_apart():
    """They share names, figures and a quotation, and no text."""
    quotation = '"I shall not sign away a single bucket of this river while I hold this office," said Dorun Heske.'
    one = article("Courier", (*DISPATCH[:3], quotation))
    other = article(
        "Ledger",
        (
            "No agreement on the Vey: the delegations parted in Orlast late on Tuesday without a photograph.",
            quotation,
            "Farmers who had waited for the minister in the rain since the morning carried him to his car.",
            "What the mediators will bring to the capitals next week is not known, and not everybody wants to know it.",
        ),
    )
    assert len(folded(one, other)) == 2


def test_two_that_print_one_statement_are_no_copies():
    """A statement is its speaker's words; what each paper wrote round it is its own."""
    statement = tuple(f'"{one}"' for one in DISPATCH)
    found = folded(article("Courier", (*OWN[:3], *statement)), article("Ledger", (*OWN[3:6], *statement), 2))
    assert len(found) == 2
    assert not any(one.reuses for one in found.values())


def told(dice, count):
    """So many sentences of eleven words each, none of which stands anywhere else."""
    syllables = ["".join(parts) for parts in product("bdfgklmnprst", "aeiou")]
    return [" ".join("".join(dice.choices(syllables, k=3)) for _ in range(11)).capitalize() + "." for _ in range(count)]


@pytest.mark.parametrize(("own", "carried", "edited"), [(8, 2, 0), (8, 2, 1), (3, 2, 0), (3, 2, 1), (8, 5, 1)])
def test_many_stories_round_one_quoted_statement_are_folded_each_with_its_copies(own, carried, edited):
    """However many there are, how long the statement is, and how many carry each, also with a sentence made anew."""
    dice = random.Random(4)
    statement = [f"“{one}”" for one in told(dice, 14)]
    papers = []
    for number in range(20):
        story = told(dice, own)
        for at in range(carried):
            mine = story if at == 0 else [*told(dice, edited), *story[edited:]]
            papers.append(article(f"Paper {number:02}-{at}", (*mine, *statement), number + 100 * at))
    found = folded(*papers)
    assert len(found) == 20
    names = {one.id: one.page_id for one in papers}
    for one in found.values():
        assert len({names[key].partition("-")[0] for key in one.members()}) == 1


def test_what_is_word_for_word_the_same_is_folded_in_any_family():
    """Of pieces in a ring each paper prints five that follow each other: whatever ties two of them ties them all."""
    dice = random.Random(4)
    pieces = [told(dice, 4) for _ in range(120)]
    mixed = [[part for at in range(5) for part in pieces[(number + at) % 120]] for number in range(120)]
    papers = [article(f"Paper {number:02}", parts, number) for number, parts in enumerate(mixed)]
    echoes = [article(f"Echo {number:02}", parts, number + 100) for number, parts in enumerate(mixed)]
    set_of = {key: made.original for made in folded(*papers, *echoes).values() for key in made.members()}
    assert all(set_of[one.id] == set_of[echo.id] for one, echo in zip(papers, echoes, strict=True))


def test_a_background_that_all_print_makes_no_tangle_of_stories_of_their_own():
    """Of sixty papers that print one background two carry one story; nobody took it from dozens."""
    dice = random.Random(4)
    papers = [article(f"Paper {number:02}", (*told(dice, 10), *DISPATCH[:4]), number) for number in range(60)]
    late = papers[47]
    echo = article("Echo", [part for part in late.text.split("\n\n") if part != DISPATCH[0]], 90)
    found = folded(*papers, echo)
    assert len(found) == 60
    assert relations(found["Paper 47"], echo).keys() == {"Echo"}
    assert max(len(one.reuses) for one in found.values()) <= 2 * 8 + 6
    assert sum(bool(one.reuses) for one in found.values()) > 50


def test_a_series_that_repeats_its_background_is_no_family():
    """The same paragraphs at the end of three instalments; and no paper reuses itself."""
    parts = [
        article(f"part {number}", (*OWN[2 * number : 2 * number + 2], *DISPATCH[-1:]), number) for number in (0, 1, 2)
    ]
    parts = [article(one.page_id, one.text.split("\n\n"), outlet="Courier") for one in parts]
    found = folded(*parts)
    assert len(found) == 3
    assert not any(one.reuses for one in found.values())


def test_a_form_that_comes_every_week_is_no_version():
    """The same sender, most of the same words, and other days."""
    weekly = (sent("first", DISPATCH), sent("second", (*DISPATCH[:5], *OWN), 24 * 7))
    assert len(folded(*weekly)) == 2


def test_paragraphs_in_a_story_of_its_own_are_reuse():
    """The paper's story stays one of its own, and says which of its sentences come from where."""
    wire, paper = sent("wire", DISPATCH), article("Courier", (*OWN[:4], *DISPATCH[2:5], *OWN[4:]), 5)
    found = folded(wire, paper)
    assert set(found) == {"wire", "Courier"}
    (reuse,) = found["Courier"].reuses
    assert reuse.article_id == wire.id
    assert [paper.text[span.start : span.end] for span in reuse.spans] == ["\n\n".join(DISPATCH[2:5])]


def test_reuse_names_the_original_whoever_it_was_taken_from():
    """What was taken from a copy is the agency's all the same."""
    wire = sent("wire", DISPATCH)
    found = folded(wire, article("Copy", DISPATCH, 1), article("Courier", (*OWN, *DISPATCH[5:7]), 5))
    assert [reuse.article_id for reuse in found["Courier"].reuses] == [wire.id]


def test_what_a_paper_prints_round_everything_tells_nothing():
    """Furniture makes no copy of two texts and no own text of a copy."""
    around = (
        "Follow the Courier for the news of the day as it happens and sign up for our letter of the morning at seven.",
        "Have you seen something that we should write about? Write to the news desk of the Courier at Dyke Street.",
        "No part of this page may be printed, sent, stored or read aloud in public without our leave given in writing.",
    )
    dice = random.Random(5)
    words = [word for one in OWN for word in one.split()]
    others = [
        article(f"other {number}", (" ".join(dice.sample(words, 60)), *around), outlet="Courier") for number in range(6)
    ]
    found = folded(sent("wire", DISPATCH), article("short", (DISPATCH[0], *around), 2, outlet="Courier"), *others)
    assert len(found) == 1 + len(others)
    assert len(found["wire"].copies) == 1


def test_a_later_version_replaces_the_earlier_ones():
    """By the item's number, and by the words where the agency gives a new number."""
    items = (
        sent("first", DISPATCH[:4], wire_item="v-1", wire_version=1),
        sent("second", DISPATCH[:6], 1, wire_item="v-1", wire_version=2),
        sent("third", ("Talks in Orlast have failed for good.", *DISPATCH[1:]), 4),
    )
    paper = article("Courier", DISPATCH[:4], 2)
    found = folded(*items, paper)
    assert list(found) == ["third"]
    assert relations(found["third"], *items, paper) == {
        "first": Relation.EARLIER,
        "second": Relation.EARLIER,
        "Courier": Relation.SHORTENED,
    }


def test_a_copy_is_compared_with_the_version_that_it_carries():
    """The newest was told anew, and the paper printed the first."""
    first = sent("first", DISPATCH[:5], wire_item="v-1", wire_version=1)
    second = sent("second", (*OWN[:6], DISPATCH[0]), 3, wire_item="v-1", wire_version=2)
    paper = article("Courier", DISPATCH[:5], 1)
    (found,) = folded(first, second, paper).values()
    copy = next(one for one in found.copies if one.article_id == paper.id)
    assert (copy.of, copy.shared, copy.relation) == (first.id, 1.0, Relation.COPY)


def test_of_two_versions_alike_it_is_the_one_whose_figures_it_has():
    """An update changed one word of a sentence, which is nearly the same; the paper has the old one."""
    first = sent("first", DISPATCH[:5], wire_item="v-1", wire_version=1)
    changed = (*DISPATCH[:4], DISPATCH[4].replace("40,000", "60,000"))
    assert changed[4] != DISPATCH[4]
    second = sent("second", changed, 3, wire_item="v-1", wire_version=2)
    paper = article("Courier", DISPATCH[:5], 1)
    (found,) = folded(first, second, paper).values()
    assert next(one.of for one in found.copies if one.article_id == paper.id) == first.id


def test_versions_of_one_page_are_one_family_and_the_newest_is_read():
    """The same address, changed since."""
    address = "https://courier.example/vey"
    first = article("early", DISPATCH[:5], url=address, outlet="Courier")
    later = article("late", DISPATCH, 3, url=address, outlet="Courier")
    found = folded(first, later)
    assert relations(found["late"], first) == {"early": Relation.EARLIER}


def test_a_kill_withdraws_the_story_and_its_copies():
    """By the headline that the notice names; the paper's story that only reused some of it stays."""
    wire = sent("wire", DISPATCH, headline="Talks on the river Vey break down")
    notice = sent(
        "kill",
        ("The story headlined Talks on the river Vey break down is withdrawn. No meeting took place.",),
        6,
        headline="KILL",
        wire_state=WireState.CANCELED,
    )
    found = folded(wire, article("Courier", DISPATCH, 1), article("Ledger", (*OWN, *DISPATCH[5:7]), 3), notice)
    assert found["wire"].withdrawn_by == found["kill"].withdrawn_by == notice.id
    assert found["Ledger"].withdrawn_by is None


def test_the_order_in_which_articles_come_in_changes_nothing():
    """The same sets, whichever was asked for first."""
    articles = [
        sent("wire", DISPATCH),
        article("Cut", DISPATCH[:3], 1),
        article("Whole", DISPATCH, 2),
        article("Courier", (*OWN, *DISPATCH[5:7]), 5),
    ]
    assert len({str(sorted(folded(*order).items())) for order in (articles, articles[::-1])}) == 1


def test_nothing_and_next_to_nothing_are_folded_too():
    """No article, one without text, two that are too short to be told apart from others of their kind."""
    assert folded() == {}
    assert len(folded(article("empty", ()), article("one", ("Rain.",)), article("other", ("Rain.",)))) == 3
