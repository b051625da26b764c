"""The fields around the text: headline, section, who signed it, agency, pictures."""

import pytest

from dateline.extract.byline import agencies_in, people, signers
from dateline.extract.html import web_page
from dateline.records import MediaType, Page

BODY = """<p>The ferry between Halvern and the outer islands will sail again from Monday, the port said on Thursday.</p>
<p>Engineers had found a crack in the hull of the Eider in January, and the yard needed eleven weeks to mend it.</p>
<p>Passengers with a ticket for the winter can use it until the end of September, Maren Oru said on Thursday.</p>"""


def article(head="", before="", after="", url="https://harbourpost.example/islands/2031/ferry-sails-again"):
    content = f"<html><head>{head}</head><body><main><article>{before}{BODY}{after}</article></main></body></html>"
    page = Page(id="p", name="p", source="s", media_type=MediaType.HTML, content=content.encode(), url=url)
    return web_page(page).article


def linked(data):
    return (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2031-04-03", {data}}}</script>'
    )


def test_places_that_agree_on_a_headline_win():
    """The title element adds the outlet, the share title says something else, two places agree."""
    head = (
        "<title>Ferry sails again | Harbour Post</title><meta property='og:site_name' content='Harbour Post'>"
        "<meta property='og:title' content='You will not believe who is back'>"
        + linked('"headline": "Ferry sails again"')
    )
    found = article(head, "<h1>Ferry sails again</h1>")
    assert found.headline == "Ferry sails again"
    assert dict(found.found_by)["headline"] == "json-ld"


def test_the_commonest_spelling_of_a_headline_is_taken():
    """Templates print a space before the colon that no reader sees."""
    line = "Islands: Ferry sails again"
    head = f"<meta property='og:title' content='{line}'>" + linked(f'"headline": "{line}"')
    assert article(head, "<h1>Islands : Ferry sails again</h1>").headline == "Islands: Ferry sails again"


@pytest.mark.parametrize(
    ("head", "before", "section", "rule"),
    [
        (linked('"articleSection": ["Ships", "Islands"]'), "", "Islands", "json-ld"),
        (linked('"articleSection": "Ships"'), "", "Ships", "json-ld"),
        ("", "<ul class='breadcrumb'><li><a href='/'>Home</a></li><li><a href='/i'>Islands</a></li></ul>", "Islands",
         "page/breadcrumb"),
        ("", "<p class='rubrik'>Islands | Ships</p>", "Islands", "page/kicker"),
        ("", "<a rel='category tag' href='/i'>Islands</a> <div class='categories'><p><a>Share this</a></p></div>",
         "Islands", "page/filed"),
        ("", "<ul><li class='menu-item current-post-parent'><a href='/i'>Islands &amp; Sea</a></li></ul>",
         "Islands & Sea", "page/current"),
        ("<meta property='article:section' content='The Post'><meta property='og:site_name' content='The Post'>",
         "<p class='menu'><a href='/islands/'>All of the islands</a></p>", "islands", "address"),
    ],
)  # fmt: skip
def test_the_section(head, before, section, rule):
    """What the address confirms comes first; neither the front page nor the outlet is a section."""
    found = article(head, before)
    assert (found.section, dict(found.found_by)["section"]) == (section, rule)


@pytest.mark.parametrize(
    "no_section",
    [
        "<div class='breadcrumb'><a>Home</a> <a>Halvern, Osterby: ferry sails again</a></div>",
        "<div class='categories'><p>" + "".join(f"<a>Part {name}</a>" for name in "ABCDEFGH") + "</p></div>",
        "<a class='category'>May 6, 2031</a>",
    ],
    ids=["the headline in the path, with a comma", "a menu", "a day"],
)
def test_what_is_no_section(no_section):
    """It names something else."""
    before = f"<h1>Halvern, Osterby: ferry sails again</h1>{no_section}"
    assert article(before=before, url="https://harbourpost.example/ferry-sails-again").section is None


def test_a_menu_is_believed_where_the_address_confirms_it():
    """One of its many names is that of the folder that the article is in."""
    menu = "<p class='categories'>" + "".join(
        f"<a>{name}</a>" for name in ("Ports", "Ships", "Sea", "Islands", "Law", "Art")
    )
    assert article(before=f"{menu}</p>").section == "Islands"


def test_a_page_that_names_no_section_has_none():
    """Nothing is guessed."""
    assert article(url="https://harbourpost.example/ferry-sails-again").section is None


def test_parts_of_a_headline_are_neither_outlet_nor_section():
    """A dash is a dash."""
    found = article("<title>Ferry returns – Halvern celebrates</title>", "<h1>Ferry returns – Halvern celebrates</h1>")
    assert (found.headline, found.outlet) == ("Ferry returns – Halvern celebrates", None)
    found = article("<title>Halvern – Osterby ferry returns | The Harbour Post</title>")
    assert found.headline == "Halvern – Osterby ferry returns"


@pytest.mark.parametrize(
    "beside",
    ["<aside class='teaser'><time datetime='2019-02-03'>then</time></aside>", "<p>Ref. no. 10120304</p>"],
)
def test_what_is_no_date_of_the_article_gives_none(beside):
    """One of another text, and a number that looks like one."""
    assert article(before=beside).published is None


def test_a_zone_that_cannot_be_is_unknown():
    """The day and the hour are as good as they were."""
    published = article("<meta name='date' content='Tue, 06 May 2031 10:05:00 +99999999999999999'>").published
    assert published.iso() == "2031-05-06T10:05"


@pytest.mark.parametrize("charset", ["hex", "base64", "zlib", "rot13", "idna", "undefined", "punycode"])
def test_a_charset_that_is_none_stops_nothing(charset):
    """Python knows these as encodings."""
    content = f"<meta charset={charset}>{BODY}".encode() + b"\xe4\xf6\xff"
    assert web_page(Page(id="p", name="p", source="s", media_type=MediaType.HTML, content=content))


def test_who_signed_it():
    """People; the outlet, desks, addresses and dates are none."""
    assert signers(["By Ana Ruz and Jon Orr, OPA (aru)"]) == ("Ana Ruz", "Jon Orr", "OPA")
    assert people(["By Ana Ruz, Harbour Desk", "ana@harbourpost.example", "Jon Orr 12:20pm"]) == ("Ana Ruz", "Jon Orr")
    assert people(["By Carla Newsome", "Rosa Ramón y Cajal"]) == ("Carla Newsome", "Rosa Ramón y Cajal")
    assert people(["Por Ana Ruz y Jon Orr"]) == ("Ana Ruz", "Jon Orr")
    assert people(["배윤경, 이상현"]) == ("배윤경", "이상현")
    head = "<meta property='og:site_name' content='Harbour Post'>" + linked('"author": {"name": "Harbour Post"}')
    assert article(head, "<p class='byline'>By Ana Ruz</p>").authors == ("Ana Ruz",)


@pytest.mark.parametrize(
    ("before", "after", "agency"),
    [
        ("<p class='byline'>By Ana Ruz and AFP</p>", "", "AFP"),
        ("", "<p>Source: Reuters</p>", "Reuters"),
        ("", "<p>(dpa/aru)</p>", "DPA"),
        ("", "<p>The yard was paid by the islands. (APA)</p>", "APA"),
        ("", "<p>The yard was paid by the islands. (HP mit dpa)</p>", "DPA"),
        ("<p class='byline'>Von Ana Ruz mit AP</p>", "", "AP"),
        (
            "<p>HALVERN, AFP — The Eider was mended in the yard, and the first ship sailed at noon.</p>",
            "",
            "AFP",
        ),
        ("", "<p>Additional reporting by Reuters</p>", "Reuters"),
        ("<div><img src='/eider.jpg'>© 2031 APA/AP</div>", "", None),
        ("<div><img src='/eider.jpg'><i>The Eider in April</i><p>Quelle: AFP</p></div>", "", None),
        ("<figure><img src='/e.jpg'><figcaption>The Eider. Photo: AFP</figcaption></figure>", "", None),
        (
            "<p>The Eider left the yard with the first passengers (photo: AFP). More will follow.</p>",
            "",
            None,
        ),
        (
            "<p>Maren Oru told Reuters that the ship was as good as new and would sail for many years to come.</p>",
            "",
            None,
        ),
    ],
)
def test_the_agency_of_a_text(before, after, agency):
    """Named as the source of the text; one that took a picture or was spoken to is none."""
    assert article(before=before, after=after).agency == agency


@pytest.mark.parametrize(
    "head",
    [
        linked('"author": {"@type": "Organization", "name": "AFP"}'),
        "<meta property='og:article:author' content='AFP/The Post'>",
        "<meta property='og:site_name' content='AFP'>",
    ],
)
def test_the_agency_that_the_data_of_a_page_name(head):
    """As the author, also beside a person in the byline, or as the outlet itself."""
    assert article(head, "<p class='byline'>By Ana Ruz</p>").agency == "AFP"


def test_who_took_a_picture_is_no_source_of_the_text():
    """Also where the properties of the page call it the author."""
    caption = "<figcaption class='caption'>The Eider <b itemprop='author'>EFE</b></figcaption>"
    shown = f"<figure><img src='/e.jpg'>{caption}</figure>"
    assert article(linked('"author": {"name": "Ana Ruz"}'), shown).agency is None


def test_short_names_of_agencies_count_only_as_they_are_printed():
    """ "pa" is a word, "PA" an agency."""
    assert list(agencies_in("go on, pa, said AP")) == ["AP"]
    assert list(agencies_in("dpa, epd")) == ["DPA", "epd"]
