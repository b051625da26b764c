"""What each page shows obeys the rights of its source."""

import json
import re
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest

from dateline import day, demo, publish
from dateline.publish import documents
from dateline.publish.shelf import Shelf
from dateline.records import AgendaItem, Picture, PressTime, Rights, WireState
from dateline.store import articles, open_store, readings
from dateline.text import sentences
from tests import shipped
from tests.publish.plain import plain
from tests.publish.walk import broken_links, parsed, walk

MOST = 400


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The first shipped day, with the agency's texts as extracts and one outlet's as headlines."""
    folder = tmp_path_factory.mktemp("rights")
    given = shipped.loaded(folder)
    rights = {"Narrow Seas Press": (Rights.EXTRACT, MOST), "The Harbour Post": (Rights.HEADLINE, 0)}
    sources = []
    for source in given.sources:
        kind, most = rights.get(source.name, (source.rights, source.extract))
        sources.append(replace(source, rights=kind, extract=most))
    store = open_store(given.text("store"))
    report = day.run(PressTime(demo.DAYS[0]), replace(given, sources=tuple(sources)), store, lambda *_: None)
    with store.begin() as db:
        kept = {article.id: article for article in articles.articles_up_to(db, demo.DAYS[-1])}
        read = readings.load_readings(db, kept)
    gone = shipped.withdrawn(store)
    store.close()
    return report.site.parent, kept, read, gone


def quoted(site, article):
    """The spans of an article's text that stand on any page."""
    found = set()
    for file in sorted(site.rglob("*.html")):
        for given, _ in parsed(file).found:
            if given["data-source"] == article.id and given["data-field"] == "text":
                found.add(tuple(map(int, given["data-span"].split("-"))))
    return found


def of_outlet(articles, outlet):
    return [article for article in articles.values() if article.outlet == outlet]


def test_extracts_stay_within_their_length_on_all_pages_together(run):
    """Every character that stands on some page counts once."""
    site, kept, *_ = run
    shown = [quoted(site, article) for article in of_outlet(kept, "Narrow Seas Press")]
    assert any(shown)
    for spans in shown:
        assert len({place for start, end in spans for place in range(start, end)}) <= MOST


def test_a_headline_is_all_that_is_shown_where_the_rights_say_so(run):
    """No text, no standfirst, no record; the headline and the way to the outlet."""
    site, kept, *_ = run
    for article in of_outlet(kept, "The Harbour Post"):
        assert not quoted(site, article)
        page = site / "articles" / f"{article.id}.html"
        if page.exists():
            text = re.sub(r"<[^>]+>", "", page.read_text("utf-8"))
            assert "let us show its headline only" in text


def test_the_site_still_holds(run):
    """Every passage is what its source says, and every link leads somewhere."""
    site, kept, read, gone = run
    assert walk(site, kept, read, gone) > 200
    assert not list(broken_links(site))


FIELDS = ("standfirst", "dateline", "author_box", "correction", "wire_note", "completeness_why", "text")


def limited(contents, **rights):
    """What the site shows where the sources have these rights."""
    return replace(contents, sources=tuple(replace(source, **rights) for source in contents.sources))


def everything(contents, folder):
    """The words of every file of the site and of every document and table, escaped addresses read."""
    folder.mkdir()
    publish.site(contents, folder)
    found = [re.sub(r"<[^>]+>", " ", re.sub(r'<a [^>]*href="([^"]*)"[^>]*>', r" \1 ", file.read_text("utf-8")))
             for file in sorted(folder.rglob("*.html"))]  # fmt: skip
    found = [" ".join(unescape(text).split()) for text in found]
    forms = [form for form in documents.FORMS if form != "pdf"]
    found += [plain(form, documents.document(contents, form)) for form in forms]
    looked_through = (folder / "said.js").read_text("utf-8").removeprefix("datelineSaid(").removesuffix(");\n")
    ids = [one.id for reading in contents.readings.values() for one in reading.statements]
    table = publish.tables.as_file(publish.tables.table("statements", contents, ids), "json").decode()
    found += [" ".join(words_in(json.loads(text))) for text in (looked_through, *table.splitlines())]
    return unquote(" ".join(found))


def words_in(data):
    """Every string of a JSON value, on one line each."""
    if isinstance(data, str):
        yield " ".join(data.split())
    elif isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from words_in(inner)


def filled(article):
    """The article with words of its own in every field that an article can have."""
    words = {name: f"The {name} of {article.id} tells what nobody else does." for name in FIELDS[:-1]}
    picture = Picture(
        caption=f"Divers in the caption of {article.id} search.", credit=f"Credit of {article.id} by Vane."
    )
    return replace(article, **words, pictures=(picture,), wire_state=WireState.UPDATE)


def told(article):
    """The sentences of every field of an article but its headline, in one line each."""
    texts = [getattr(article, name) or "" for name in FIELDS]
    texts += [words or "" for picture in article.pictures for words in (picture.caption, picture.credit)]
    found = (" ".join(span.of(text).split()) for text in texts for span in sentences.spans(text))
    return {words for words in found if len(words) > 15}


def test_no_sentence_of_a_headline_only_article_is_anywhere(contents, tmp_path):
    """Of no field, on no page and in no document."""
    post = {article.id: filled(article) for article in of_outlet(contents.articles, "The Harbour Post")}
    sources = tuple(
        replace(source, rights=Rights.HEADLINE if source.name == "The Harbour Post" else Rights.FULL)
        for source in contents.sources
    )
    others = {words for key, article in contents.articles.items() if key not in post for words in told(article)}
    hidden = {words for article in post.values() for words in told(article)} - others
    assert len(hidden) > 50
    changed = replace(contents, articles={**contents.articles, **post}, sources=sources)
    shown = everything(changed, tmp_path / "site")
    assert [words for words in sorted(hidden) if words in shown] == []
    wide = replace(changed, sources=tuple(replace(source, rights=Rights.FULL) for source in sources))
    seen = everything(wide, tmp_path / "wide")
    assert len([words for words in hidden if words in seen]) > 50


def made_of(record):
    """What a record says in words of its article."""
    names = ("what", "where", "action", "condition", "issue", "content", "role", "beneficiary")
    return {" ".join(words.split()) for name in names if (words := getattr(record, name, None)) and len(words) > 20}


@pytest.mark.parametrize("address", ["", "https://briefing.example"])
def test_a_record_whose_passage_may_not_be_shown_says_no_word_of_it(contents, tmp_path, address):
    """Neither as a row, in a link, in a chart nor in the calendar; its day and its outlet stand there."""
    changed = replace(limited(contents, rights=Rights.EXTRACT, extract=40), address=address)
    shelf = Shelf(changed)
    hidden = [one for one in shelf.shown.values() if not shelf.tells(one)]
    free = " ".join(
        " ".join((article.headline or "", article.standfirst or "", article.correction or "", article.author_box or ""))
        + " ".join(span.of(article.text) for span in shelf.allowance.spans(article.id))
        for article in changed.articles.values()
    )
    # Who speaks stands beside what is shown, wherever the article describes the speaker.
    free += " ".join(getattr(one.record, "role", None) or "" for one in shelf.shown.values() if shelf.tells(one))
    words = {words for one in hidden for words in made_of(one.record) if words not in " ".join(free.split())}
    assert len(words) > 100
    shown = everything(changed, tmp_path / "site")
    assert [one for one in sorted(words) if one in shown] == []
    openings = {" ".join(one.passage.text.split()[:5]) for one in hidden}
    assert not [one for one in openings if f"text={one}" in shown]
    row = next(one for one in hidden if isinstance(one.record, AgendaItem) and one.record.id in changed.edition.week)
    assert f"the words stand in the article; its rights do not let us show them ({row.article.outlet})" in shown


def test_links_of_documents_lead_to_what_is_shown(contents, tmp_path):
    """An anchor that an article's page does not have is in no document."""
    changed = replace(limited(contents, rights=Rights.EXTRACT, extract=200), address="https://briefing.example")
    publish.site(changed, tmp_path)
    pages = {}
    links = re.findall(r"https://briefing.example/2031-05-08/(articles/[^#\s]+)#(\S+)",
                       documents.document(changed, "txt").decode())  # fmt: skip
    for name, anchor in links:
        pages.setdefault(name, parsed(tmp_path / name).ids)
        assert anchor in pages[name]
    assert links


def test_rights_do_not_widen_by_themselves(contents):
    """An article of a source that the settings no longer name is a headline; where they list none, it is extracts."""
    (gone, *named) = contents.sources
    mine = [key for key, name in contents.taken_from.items() if name == gone.name]
    kept = Shelf(replace(contents, sources=tuple(named))).allowance
    assert {kept.rights(key) for key in mine} == {Rights.HEADLINE}
    none = Shelf(replace(contents, sources=(), listed=False)).allowance
    assert {none.rights(key) for key in contents.articles} == {Rights.EXTRACT}


def test_the_desk_offers_no_sentence_of_a_headline_only_article(contents):
    """It could not be shown in the edition."""
    brief = next(one for one in contents.edition.sections[0].briefs if one.passages)
    offered = {one.story_id: () for section in contents.edition.sections for one in section.briefs}
    offered[brief.story_id] = (brief.passages[0],)
    view = publish.DeskView(key="k", fingerprint="f", message=None, approved=False, acts=(), offered=offered)
    words = brief.passages[0].text[:40]
    assert words in unescape(publish.desk_page(limited(contents, rights=Rights.FULL), view))
    assert words not in unescape(publish.desk_page(limited(contents, rights=Rights.HEADLINE), view))
