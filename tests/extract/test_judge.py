"""How the lines of a page are told apart: its rows, what is hidden or shown twice, and the table of weights."""

import os
import re
import subprocess
import sys

import pytest
from selectolax.lexbor import LexborHTMLParser

from dateline.extract.furniture import furniture, groups_of
from dateline.extract.html import explained, web_page
from dateline.extract.html.judge import choice, evidence
from dateline.extract.html.judge.scale import Bins, Scale
from dateline.extract.html.nodes import Nodes
from dateline.extract.html.rows import rows_of
from dateline.extract.html.tame import LARGEST, tamed
from dateline.lang import tables
from dateline.records import Completeness, MediaType, Page, ParagraphKind

STORY = (
    "The ferry between Halvern and the outer islands will sail again from Monday, the port authority said on Thursday.",
    "Engineers had found a crack in the hull of the Eider in January, and the yard needed eleven weeks to mend it.",
    "“We are glad that the islands have their ship again,” said Maren Oru, who heads the authority.",
    "Passengers with a ticket for the winter can use it until the end of September, she added on Thursday.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)


def read(body, head=""):
    content = (
        f"<!doctype html><html lang='en'><head><title>Ferry sails again</title>{head}</head>"
        f"<body><div class='page'><article><h1>Ferry sails again</h1>{body}</article></div></body></html>"
    )
    found = web_page(Page(id="p", name="p", source="s", media_type=MediaType.HTML, content=content.encode()))
    assert found is not None
    return found


def paragraphs(body, head=""):
    article = read(body, head).article
    return [one.span.of(article.text) for one in article.paragraphs]


def test_rows_keep_the_order_and_the_place_of_every_line():
    """Each block knows its element; an element, the blocks in it."""
    page = rows_of(
        b"<body><div id='a'><p>One <b>two</b></p>three<ul><li><a href='/'>four</a></li></ul></div></body>"
    ).page
    assert [(one.text, page.tag(one)) for one in page.blocks] == [
        ("One two", "p"), ("three", "div"), ("four", "li"),
    ]  # fmt: skip
    outer = page.attributes.index('id="a"')
    assert (page.first[outer], page.last[outer]) == (0, 3)
    assert page.blocks[2].link_share() == 1.0


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a&amp;b &lt;i&gt;", "a&b <i>"),
        ("<span title='a > b'>word</span>", "word"),
        ("wo\u00adrd\u200b \u202egnorw\u202c", "word gnorw"),
        ("one<!-- <p>two</p> -->three", "onethree"),
        ("one<br>two<br><br>three", "one two"),
    ],
)
def test_text_is_text(markup, text):
    """No markup, no soft hyphens, no marks that turn the direction of what follows."""
    assert rows_of(f"<body><p>{markup}</p></body>".encode()).page.blocks[0].text == text


def test_a_line_that_turns_the_direction_does_not_reach_the_text():
    """U+202E would write the rest of a page backwards."""
    assert "\u202e" not in read(BODY.replace("ferry", "fer\u202ery")).article.text


def test_what_is_hidden_is_left_unless_a_script_shows_it():
    """A teaser for subscribers that is hidden goes; a page whose whole text waits for its script keeps it."""
    offer = "<div hidden><p>Subscribe now and read every story of the Harbour Post for one crown a week.</p></div>"
    assert paragraphs(BODY + offer) == list(STORY)
    assert paragraphs(f"<div style='display: none'>{BODY * 2}</div>")[: len(STORY)] == list(STORY)


def test_a_text_that_stands_twice_is_taken_once():
    """For small and for large screens."""
    assert paragraphs(f"<div class='mobile'>{BODY}</div><div class='desktop'>{BODY}</div>") == list(STORY)


def test_a_refrain_stays():
    """The same sentence twice in a row is the author's."""
    assert paragraphs(BODY + f"<p>{STORY[3]}</p>") == [*STORY, STORY[3]]


def test_words_of_another_site_are_no_text():
    """A post that is shown within the article is not the article's."""
    post = "<blockquote class='twitter-tweet'><p>The Eider is back! See you on Monday at the quay.</p></blockquote>"
    found = read(BODY + post)
    assert "See you on Monday" not in found.article.text


def test_the_standfirst_is_apart_from_the_text():
    """By its name; and by the description that the page gives of itself."""
    line = "After eleven weeks in the yard the ship is back, and the islands want to know who pays."
    named = read(f"<p class='standfirst'>{line}</p>{BODY}").article
    assert (named.standfirst, named.text) == (line, "\n\n".join(STORY))
    described = read(f"<h2>{line}</h2>{BODY}", f"<meta name='description' content='{line}'>").article
    assert described.standfirst == line


def test_paragraphs_have_their_kind():
    """Subheads, quotes and list items among text."""
    body = (
        f"<p>{STORY[0]}</p><p>{STORY[1]}</p><h2>What the yard did</h2><p>{STORY[3]}</p>"
        f"<blockquote><p>{STORY[2]}</p></blockquote><ul><li>Monday: the first crossing at seven.</li></ul>"
        f"<p>{STORY[3].replace('Passengers', 'Drivers')}</p>"
    )
    kinds = [one.kind for one in read(body).article.paragraphs]
    assert kinds == [
        ParagraphKind.TEXT, ParagraphKind.TEXT, ParagraphKind.SUBHEAD, ParagraphKind.TEXT, ParagraphKind.QUOTE,
        ParagraphKind.LIST_ITEM, ParagraphKind.TEXT,
    ]  # fmt: skip


def test_a_page_that_keeps_its_text_for_search_engines_gives_it():
    """Where it shows next to nothing itself; and says so."""
    data = '{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "' + "\\n".join(STORY) + '"}'
    article = read("<p>Loading</p>", f'<script type="application/ld+json">{data}</script>').article
    assert article.text == "\n\n".join(STORY)
    assert dict(article.found_by)["text"] == "json-ld/articleBody"


def test_every_line_is_explained():
    """Taken, standfirst or left, with what weighed most; the chances are those that decided."""
    found = read(
        f"<p class='standfirst'>{STORY[3]}</p>{BODY}<div class='related'><a href='/x'>Storm closes bridge</a></div>"
    )
    lines = list(explained(found))
    assert [one.text for one in lines] == [one.text for one in found.rows.page.blocks]
    taken = [one for one in lines if one.taken_as == "taken"]
    assert all(one.chance > choice.BORDER and one.reasons for one in taken)
    assert lines[-1].taken_as == "left"


def test_the_weights_make_sense():
    """A paragraph among paragraphs speaks for the text; menus, comments and offers against it."""
    table = choice.weights().alone.weights
    assert table["strong"] > 0 > table["links all"]
    assert table["same parent"] > 0 > table["around comment"]
    assert all(abs(weight) < 8 for weight in table.values())  # none decides alone


def test_what_is_never_read_is_dropped_with_what_it_holds():
    """One thing within another, each on the list: the inner first, so that none is dropped twice."""
    tree = LexborHTMLParser(
        "<body><nav class='Breadcrumb'><a href='/'>Home</a><div class='breadcrumb'><a href='/r'>Region</a></div></nav>"
        "<button>Share<svg><script>x</script></svg></button><iframe><p>ad</p></iframe><p>The ferry sails.</p></body>"
    )
    nodes = Nodes(tree)
    assert [node.tag for node in nodes.crumbs] == ["nav", "div"]
    nodes.drop_unread()
    assert tree.body.html == "<body><iframe></iframe><p>The ferry sails.</p></body>"


def test_a_scale_adds_up_what_its_facts_weigh():
    """A group is added up once; a fact without a weight weighs nothing."""
    scale = Scale({"strong": 2.0, "links all": -3.5})
    assert scale.weigh([("strong", "new"), ("links all",)]) == scale.weigh([("links all", "strong")]) == -1.5
    assert scale.weigh([]) == 0


def test_lines_are_judged_alike_in_every_process():
    """Sums of floats depend on their order, so facts have one, whatever the hashes of a process make of a set."""
    script = (
        "from dateline.extract.html.judge.evidence import _named\n"
        "names = frozenset('caption comment related share side <aside <figure'.split())\n"
        "print(_named(names, names, True))"
    )
    told = {
        subprocess.check_output([sys.executable, "-c", script], env=os.environ | {"PYTHONHASHSEED": seed})
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_a_number_on_a_border_belongs_above():
    """As the sizes of blocks are told: 25 characters are no tiny block any more."""
    sizes = Bins((25, 60), ("tiny", "short", "long"))
    assert [sizes.of(size) for size in (0, 24, 25, 59.9, 60, 1000)] == [
        "tiny",
        "tiny",
        "short",
        "short",
        "long",
        "long",
    ]


def test_no_weight_names_a_host_or_a_template():
    """Weights belong to facts that the code makes, of words of its own and of the tables of furniture."""
    groups = set(tables.table("any", "furniture")["groups"])
    words = {word for fact in choice.weights().among.weights for word in re.findall(r"[a-z<]+\d*", fact)}
    assert not [fact for fact in choice.weights().among.weights if "." in fact or "/" in fact]
    assert groups & words


def test_groups_of_furniture_are_words_in_lower_case():
    """A word with a capital or a space would never be found; a group twice would be no group."""
    for group, listed in tables.table("any", "furniture")["groups"].items():
        assert listed == sorted(set(listed)), group
        assert all(re.fullmatch(r"[a-z]+", word) for word in listed), group
    assert "share" in groups_of('class="o-ShareBar" id="x"')
    assert "newsletter" in furniture().offered


def test_a_long_page_is_judged_where_its_text_begins():
    """So that its length bounds the time; what lies farther away is taken by its look."""
    long = "".join(
        f"<p>Crossing number {n} of the Eider left Halvern on time, the port authority said.</p>" for n in range(2000)
    )
    found = read(long)
    assert sum(map(bool, evidence.facts(found.rows.page, found.rows.seen, found.rows.said))) < 1000
    assert len(found.article.paragraphs) == 2000


def test_what_a_hostile_page_may_cost():
    """It is cut to a size, and loses the tags of what lies too deep, not the words."""
    whole, cut = tamed(b"<p>" + b"x" * (LARGEST + 5))
    assert (len(whole), cut) == (LARGEST, True)
    deep, cut = tamed(b"<div></zz>" * 10_000 + b"word" + b"<i class='y'>" * 500)
    assert (deep.count(b"<div>"), cut) == (400, False)
    assert deep.endswith(b"word")
    print_in_print, _ = tamed(b"".join(b"<b id=%d>" % number for number in range(1900)) + b"<p>x</p>" * 10)
    assert print_in_print.count(b"<b ") == 10
    plain = b"<p>one<p>two" * 100
    assert tamed(plain) == (plain, False)


def test_a_page_that_is_too_large_is_not_called_complete():
    """It says that it was cut."""
    article = read("<p>The ferry sails again on Monday, the port authority said on Thursday.</p>" * 5000).article
    assert article.completeness is Completeness.CUT
    assert "larger" in article.completeness_why


@pytest.mark.parametrize(
    "hidden",
    ["<span style='display:none'>never</span>", "<b hidden>not</b>", "<i style='VISIBILITY: hidden'>not</i>"],
)
def test_hidden_words_within_a_line_do_not_reach_the_text(hidden):
    """They could turn a sentence into its opposite."""
    body = BODY.replace("will sail", f"will {hidden} sail")
    assert paragraphs(body) == list(STORY)


def test_a_name_that_says_hidden_hides_nothing():
    """As in a label, or in a class for small screens."""
    body = f"<section aria-label='The hidden cost of the ferry'>{BODY}</section>"
    assert paragraphs(body) == list(STORY)
    assert paragraphs(f"<div class='mt-4 hidden md:block'>{BODY}</div>") == list(STORY)


def test_what_a_frame_holds_is_no_text():
    """Its words are of another page, and no reader sees them here."""
    frame = f"<iframe><p>{STORY[3].replace('Passengers', 'Thieves')}</p></iframe><iframe><!--</iframe>"
    assert paragraphs(frame + BODY) == list(STORY)


def test_a_paragraph_that_begins_like_a_correction_stays():
    """Correctional officers are no correction, and a link to corrections is none."""
    officers = "Correctional officers at the Halvern prison went on strike on Monday, the third time this year."
    link = "<p><a href='/corrections'>Corrections and clarifications</a></p>"
    article = read(f"{BODY}<p>{officers}</p>{link}").article
    assert officers in article.text
    assert article.correction is None
    notice = "Correction: An earlier version of this article gave the wrong day for the first crossing."
    told = read(f"{BODY}<p>{notice}</p>").article
    assert (told.correction, notice in told.text) == (notice, False)


def test_data_about_another_article_is_not_taken():
    """Of a list of related articles."""
    other = '{"@type": "NewsArticle", "headline": "Fire in Tarnow mill", "author": {"name": "Olga Prens"}}'
    data = f'{{"@type": "ItemList", "itemListElement": [{{"@type": "ListItem", "item": {other}}}]}}'
    article = read(BODY, f'<script type="application/ld+json">{data}</script>').article
    assert (article.headline, article.authors) == ("Ferry sails again", ())


def test_the_text_for_search_engines_is_text():
    """Markup in it is read, not shown."""
    body = "".join(f"<p>{one}</p>" for one in STORY).replace("said Maren", "said &amp; Maren").replace('"', "'")
    data = f'{{"@type": "NewsArticle", "headline": "Ferry", "articleBody": "{body}"}}'
    article = read("<p>Loading</p>", f'<script type="application/ld+json">{data}</script>').article
    assert article.text.startswith(STORY[0] + "\n\n")
    assert "<p>" not in article.text


LIVE = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ferry"}</script>'
PICTURES = "".join(f"<figure><img src='/{n}.jpg'><figcaption>Crossing {n}</figcaption></figure>" for n in range(12))
TITLES = "".join(f"<h2><a href='/{n}'>Storm number {n} closes the bridge</a></h2>" for n in range(9))


@pytest.mark.parametrize(
    ("head", "body", "kind"),
    [
        ("", BODY, "article"),
        (LIVE, BODY, "live_blog"),
        ("", f"<p>{STORY[0]}</p>{PICTURES}", "gallery"),
        ("", TITLES, "index"),
        ("", "<form><label>Your name</label><input></form>", "other"),
    ],
)
def test_a_page_is_of_a_kind(head, body, kind):
    """By what it calls itself, and by what is on it."""
    assert read(body, head).kind == kind
