"""Pictures: which one leads, and what stands beside each, caption and credit apart."""

import pytest

from dateline.extract.furniture import furniture
from dateline.extract.html import web_page
from dateline.extract.html.given.captions import parted, split_credit
from dateline.records import MediaType, Page

BODY = """<p>The ferry between Halvern and the outer islands will sail again from Monday, the port said on Thursday.</p>
<p>Engineers had found a crack in the hull of the Eider in January, and the yard needed eleven weeks to mend it.</p>
<p>Passengers with a ticket for the winter can use it until the end of September, Maren Oru said on Thursday.</p>"""
SITE = "https://harbourpost.example"
TOLD = f"<meta property='og:image' content='{SITE}/p/eider-at-yard.jpg'>"


def pictures(before, head="", between=""):
    content = (
        f"<html><head>{head}</head><body><main><article><h1>Ferry sails again</h1>{before}{BODY}{between}{BODY}"
        "</article></main></body></html>"
    )
    url = f"{SITE}/islands/2031/ferry-sails-again"
    page = Page(id="p", name="p", source="s", media_type=MediaType.HTML, content=content.encode(), url=url)
    return web_page(page).article.pictures


def lead(before, head="", between=""):
    found = pictures(before, head, between)
    return (found[0].caption, found[0].credit) if found else (None, None)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The Eider at the yard. Photo: Gerd Ilvan", "The Eider at the yard", "Gerd Ilvan"),
        ("The Eider at the yard (Photo: Gerd Ilvan/OPA)", "The Eider at the yard", "Gerd Ilvan/OPA"),
        ("The Eider at the yard. Gerd Ilvan/Getty Images", "The Eider at the yard.", "Gerd Ilvan/Getty Images"),
        ("The Eider at the yard (Gerd Ilvan / AP)", "The Eider at the yard", "Gerd Ilvan / AP"),
        ("© Gerd Ilvan", None, "Gerd Ilvan"),
        (
            "The ferry at noon. Apart from one, all boats sailed",
            "The ferry at noon. Apart from one, all boats sailed",
            None,
        ),
        ("The new copyright office in Halvern opens", "The new copyright office in Halvern opens", None),
        ("The Eider (left) and the Calla Verde", "The Eider (left) and the Calla Verde", None),
        ("The Eider at the yard.Gerd Ilvan/OPA", "The Eider at the yard", "Gerd Ilvan/OPA"),
        ("The Eider at the yard / G. Ilvan / OPA nuotr.", "The Eider at the yard", "G. Ilvan / OPA"),
        ("The Eider at the yard / Reuters", "The Eider at the yard", "Reuters"),
        ("港に戻ったフェリー＝４日（ルス撮影）", "港に戻ったフェリー＝４日", "ルス"),
        ("港に戻ったフェリー（Ｃ）ルス", "港に戻ったフェリー", "ルス"),
    ],
)
def test_caption_and_credit_of_one_line(line, caption, credit):
    """With a word for it, in brackets, or after the last sentence."""
    found = split_credit(line)
    assert (found[0].rstrip(".") if found[0] else None, found[1]) == (caption.rstrip(".") if caption else None, credit)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([("The Eider", False), ("Gerd Ilvan", True)], ("The Eider", "Gerd Ilvan")),
        ([("The Eider", False), ("Copyright", True), ("Gerd Ilvan", True)], ("The Eider", "Gerd Ilvan")),
        ([("The Eider", False), ("(Image: Gerd Ilvan)", True)], ("The Eider", "Gerd Ilvan")),
        ([("Anadolu Ajansı", False)], (None, "Anadolu Ajansı")),
        ([("Advertisement", False)], (None, None)),
    ],
)
def test_caption_and_credit_of_several_lines(lines, told):
    """What the page calls a credit is one, and so are the names of agencies alone; labels say nothing."""
    assert parted(lines) == told


def test_the_lead_picture_is_the_one_that_the_page_tells_of():
    """With the caption that it shows beside that file, not beside the first."""
    shown = (
        "<figure><img src='/a/author-portrait.jpg'><figcaption>Ana Ruz at her desk</figcaption></figure>"
        "<figure><img src='/p/eider-at-yard.jpg?w=9'><figcaption>The Eider at the yard"
        "<small>Gerd Ilvan</small></figcaption></figure>"
    )
    head = "<meta property='og:image' content='https://harbourpost.example/p/eider-at-yard.jpg'>"
    first = pictures(shown, head)[0]
    assert (first.caption, first.credit) == ("The Eider at the yard", "Gerd Ilvan")
    assert first.url == "https://harbourpost.example/p/eider-at-yard.jpg"


def test_a_date_in_the_print_of_captions_is_no_caption():
    """Templates call small print "text-caption"."""
    line = "<div><img src='/ana.jpg'><div class='text-caption'>6 May 2031, 15:40</div></div>"
    assert all(picture.caption is None for picture in pictures(line))


def test_the_figure_above_the_text_leads():
    """Also where the page tells machines of one that stands within the text."""
    above = "<figure><img src='/p/harbour-in-may.jpg'><figcaption>The harbour in May</figcaption></figure>"
    within = "<figure><img src='/p/eider-at-yard.jpg'><figcaption>The Eider<small>OPA</small></figcaption></figure>"
    found = pictures(above, TOLD, within)
    assert [(one.caption, one.credit) for one in found] == [("The harbour in May", None), ("The Eider", "OPA")]
    assert found[0].url == f"{SITE}/p/harbour-in-may.jpg"


def test_a_picture_of_another_size_is_the_same():
    """The name of its file is, but for the end."""
    portrait = "<figure><img src='/p/maren-oru-1.jpg'><figcaption>Maren Oru</figcaption></figure>"
    eider = "<figure><img src='/p/eider-at-yard-640x480.jpg'><figcaption>The Eider</figcaption></figure>"
    assert lead(portrait + eider, TOLD) == ("The Eider", None)


def test_what_a_page_tells_of_another_picture_is_not_said_of_this():
    """Two files, two captions: nothing is mixed."""
    told = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry sails again", "image": {"url": '
        '"/p/maren-oru-2031.jpg", "caption": "Maren Oru", "creditText": "OPA"}}</script>'
    )
    shown = "<figure><img src='/p/eider-at-yard.jpg'><figcaption>The Eider at the yard</figcaption></figure>"
    assert lead(shown, told) == ("The Eider at the yard", None)
    assert lead("", told) == ("Maren Oru", "OPA")


IMAGE = "<img src='/p/eider-1.jpg'>"
ON_THE_IMAGE = f"<div>{IMAGE}<span class='credit'>Foto: Gerd Ilvan</span></div><p class='caption'>The Eider</p>"
BELOW_THE_FIGURE = f"""<figure>{IMAGE}<figcaption>The Eider</figcaption></figure>
<div class='image-copyright'><div>Getty Images | Gerd Ilvan</div></div>"""
TWO_CAPTIONS = f"""<p class='kicker'>Islands</p><div>{IMAGE}</div><div class='caption'>
<figcaption>The Eider</figcaption><figcaption>Foto: Gerd Ilvan</figcaption></div>"""


@pytest.mark.parametrize("beside", [ON_THE_IMAGE, BELOW_THE_FIGURE, TWO_CAPTIONS])
def test_caption_and_credit_apart_from_one_another(beside):
    """Each in an element of its own, with the image in the one or in neither."""
    found = pictures(beside)
    assert [(one.url, one.caption) for one in found] == [(f"{SITE}/p/eider-1.jpg", "The Eider")]
    assert found[0].credit.endswith("Gerd Ilvan")


HIDDEN = """<figure><img src='/p/eider-at-yard.jpg' alt='ship'>
<figcaption aria-hidden='true'>The Eider <span class='credit'>Gerd Ilvan</span></figcaption></figure>"""
IN_A_BUTTON = """<button><figure><img data-src="/p/eider-at-yard.jpg"></figure><figcaption>
<svg><title>open</title></svg><span>The Eider</span><cite>(Image: Gerd Ilvan)</cite></figcaption></button>"""


@pytest.mark.parametrize("folded", [HIDDEN, IN_A_BUTTON])
def test_a_caption_that_readers_unfold(folded):
    """The rows of the page do not have it, its bytes do."""
    assert lead(folded, TOLD) == ("The Eider", "Gerd Ilvan")


def test_the_caption_of_the_next_image_is_not_unfolded_for_this():
    """Between an image and its caption there is no other image and no text."""
    other = "<button><img src='/p/maren-oru-1.jpg'><figcaption>Maren Oru</figcaption></button>"
    assert lead(f"<button><img src='/p/eider-at-yard.jpg'></button>{other}", TOLD) == (None, None)


def test_a_line_with_the_name_of_a_caption_may_be_taken_for_text():
    """Beside an image it is a caption all the same."""
    line = "A ferry lies in the yard of Halvern, where engineers had found a crack in its hull in January."
    for tag in ("p", "h2"):
        shown = f"<div><img src='/p/eider-at-yard.jpg'><{tag} class='thumb-caption'>{line}</{tag}></div>"
        assert lead(shown, TOLD) == (line, None)


def test_an_image_that_a_script_loads():
    """Until then another stands in its place."""
    image = "<img src='/wait-for-the-image.gif' data-src='/p/eider-1.jpg'>"
    assert pictures(f"<figure>{image}<figcaption>The Eider</figcaption></figure>")[0].url == f"{SITE}/p/eider-1.jpg"


@pytest.mark.parametrize(
    "line",
    [
        "<div class='ad-caption'>Advertisement</div>",
        "<p class='license'>All that stands here may be used by all.</p>",
        "<figure><img src='/p/e.jpg'><figcaption>The Eider <span role='button'>Show more</span></figcaption></figure>",
    ],
)
def test_what_is_no_caption(line):
    """An advertisement, a licence of the site, a button."""
    assert all(picture.caption == "The Eider" for picture in pictures(line))


def test_the_tables_of_captions_make_sense():
    """Small letters, as lines are compared; what may be a whole line is not also a mark of a credit."""
    words = furniture().words
    for table in (
        "credit_also",
        "credit_after",
        "picture_labels",
        "picture_words",
        "agency_notes",
        "no_sections",
        "with",
    ):
        assert all(word == word.lower() for word in words[table]), table
    assert not set(words["credit_also"]) & set(words["credit"])
    assert not set(words["picture_labels"]) & {*words["credit"], *words["credit_also"]}
