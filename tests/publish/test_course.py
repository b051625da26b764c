"""A story's page: its days, who carried what, its people and its ledger once."""

import re

from dateline.publish.shelf import Shelf
from dateline.records import Relation


def page_of(site_folder, story):
    return (site_folder / "stories" / f"{story.id}.html").read_text("utf-8")


def test_a_page_tells_each_day_of_its_story_in_order(contents, site_folder):
    """With the articles of the day, each once."""
    for story in contents.stories.values():
        page = page_of(site_folder, story)
        course = page[page.index('<ol class="course">') : page.index('<div class="story-side">')]
        days = re.findall(r'<h3 class="ours">\w+ (\d+) May 2031</h3>', course)
        assert days == [str(one.day.day) for one in contents.course(story)]
        assert days == sorted(days)
        for key in story.article_ids:
            assert course.count(f'<h4 class="headline"><a href="../articles/{key}.html">') == 1


def test_versions_differ_at_a_glance(contents, site_folder):
    """An update of an agency shows on its story's page what it changed since the version before."""
    shelf = Shelf(contents)
    updated = {
        story.id
        for story in contents.stories.values()
        for key in story.article_ids
        if any(copy.relation is Relation.EARLIER for copy in shelf.copy_set_of[key].copies)
    }
    assert updated
    for key, story in contents.stories.items():
        assert ("What changed since this version" in page_of(site_folder, story)) is (key in updated)


def test_people_of_a_story_lead_to_their_pages(contents, site_folder):
    found = 0
    for story in contents.stories.values():
        page = page_of(site_folder, story)
        for actor, times in Shelf(contents).people_of(story.article_ids):
            assert f'<a href="../people/{actor.id}.html">' in page
            assert 1 <= times <= actor.count()
            found += 1
    assert found > 20


def test_an_entry_of_the_ledger_stands_once(contents):
    """As it stands, whatever number of articles tell of it; twice only where sources differ."""
    shelf, fewer = Shelf(contents), 0
    for story in contents.stories.values():
        once, each = shelf.once(story.article_ids), shelf.of_articles(story.article_ids)
        for name in ("commitments", "agenda", "positions"):
            entries = [contents.ledger.by_record[one.record.id] for one in once[name]]
            assert all(
                one.record in entry.standing or not set(entry.standing) & {told.record for told in each[name]}
                for one, entry in zip(once[name], entries, strict=True)
            )
            assert {one.id for one in entries} == {contents.ledger.by_record[one.record.id].id for one in each[name]}
            fewer += len(each[name]) - len(once[name])
    assert fewer > 0


def test_the_latest_headline_stands_beside_the_one_that_stays(contents, site_folder):
    """The one of the edition's news; of a story without news that of its newest article; none where it is the same."""
    latest, headings = contents.latest(), contents.headings()
    briefs = {one.story_id: one.headline for one in contents.edition.briefs() if one.headline}
    assert latest
    assert len(latest) < len(contents.stories)
    for story in contents.stories.values():
        page = page_of(site_folder, story)
        head = page[page.index('<p class="ours kicker">Story of') : page.index('<div class="story-head">')]
        newest = latest.get(story.id)
        assert ('<p class="ours kicker">Latest, ' in head) is (newest is not None)
        if newest is None:
            told = briefs[story.id].text if story.id in briefs else contents.articles[story.article_ids[-1]].headline
            assert told in {None, headings[story.id].headline}
        else:
            assert newest.headline != headings[story.id].headline
            assert f'<p class="headline"><a href="../articles/{newest.id}.html">' in head
            wanted = briefs[story.id].article_id if story.id in briefs else story.article_ids[-1]
            assert newest.id == wanted
