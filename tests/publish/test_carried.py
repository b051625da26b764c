"""Who carried a text, and what they did to it, on the pages."""

from dataclasses import replace
from importlib import import_module

from dateline import publish
from dateline.publish.carried import carried
from dateline.records import Reuse, Span


def test_a_story_says_who_else_has_it(shipped_day):
    """Each with its own headline, what it is, and what was done to it."""
    page = story_of(shipped_day, "ferry-eider-v2.xml")
    assert "Also in 2 others: Narrow Seas Press, Radio Kestria" in page
    assert "an earlier version; since then 2 paragraphs added, 2 changed" in page


def test_a_version_shows_what_changed_since(shipped_day):
    """The words of both, as its source lets us show them in full."""
    article = shipped_day.by_name("ferry-eider-v1.xml")
    page = (site(shipped_day) / "articles" / f"{article.id}.html").read_text("utf-8")
    assert "What changed since this version: 2 paragraphs added, 2 changed" in page
    assert "<del>Fourteen</del> <ins>Eleven</ins> people were missing" in page


def test_a_correction_says_what_was_wrong(shipped_day, contents):
    """In the agency's own words, beside the version that it corrects."""
    corrected = shipped_day.by_name("trask-trial-correction.json")
    (copy_set,) = [one for one in contents.copy_sets if one.original == corrected.id]
    assert [str(step.stage) for step in copy_set.life] == ["None", "correction"]
    assert copy_set.life[1].said.startswith("CORRECTION: The prosecution asked for four and a half years")
    (before,) = carried(copy_set, contents.articles)
    assert "changed" in before.told()


def test_a_story_of_its_own_says_what_it_took(shipped_day, contents):
    """And what it took is read where it came from."""
    reusing = {one.original: one.reuses for one in contents.copy_sets if one.reuses}
    assert reusing
    for key, reuses in reusing.items():
        page = (site(shipped_day) / "articles" / f"{key}.html").read_text("utf-8")
        assert page.count("what they say counts there") == len(reuses)
        taken = [span for reuse in reuses for span in reuse.spans]
        own = contents.readings[key].statements
        assert not any(span.overlaps(statement.span) for span in taken for statement in own)


def test_of_a_story_with_withdrawn_passages_the_headline_is_left(contents, tmp_path):
    """Nothing of what an agency withdrew may be used any more, whoever took it."""
    (one, *_) = [found for found in contents.copy_sets if found.original in contents.readings]
    gone = replace(one, reuses=(Reuse(article_id="a-withdrawn", spans=(Span(0, 40),)),))
    publish.site(
        replace(contents, copy_sets=tuple(gone if found is one else found for found in contents.copy_sets)), tmp_path
    )
    page = (tmp_path / "articles" / f"{one.original}.html").read_text("utf-8")
    assert "passages of a text that may no longer be used" in page
    assert 'data-field="text"' not in page
    assert f'data-source="{one.original}" data-field="text"' not in (tmp_path / "index.html").read_text("utf-8")


def test_a_copy_set_is_compared_once(contents, tmp_path, monkeypatch):
    """However many pages show it: a dispatch that two hundred papers print has two hundred."""
    compared = []
    monkeypatch.setattr(
        import_module("dateline.publish.site"), "carried", lambda *given: compared.append(given[0]) or carried(*given)
    )
    publish.site(contents, tmp_path)
    assert len(compared) == len(contents.copy_sets)


def site(run):
    return run.reports[-1].site.parent


def story_of(run, name):
    """The words of the page of the story that an article stands in."""
    article = run.by_name(name)
    pages = [file.read_text("utf-8") for file in sorted((site(run) / "stories").iterdir())]
    (found,) = [page for page in pages if f"articles/{article.id}.html" in page]
    return found
