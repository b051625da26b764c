"""What a chart shows is what the records say: in the drawing, and in the table beneath it."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, time
from html import unescape
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from dateline.publish import charts, environment
from dateline.publish.shelf import Shelf
from dateline.records import Moment, Position, Stance


@pytest.fixture(scope="module")
def shelf(contents):
    return Shelf(contents)


def of_story(contents, shelf, story):
    """The texts of a story: its own, and the copies."""
    own = [contents.articles[key] for key in story.article_ids]
    sets = [shelf.copy_set_of[key] for key in story.article_ids if key in shelf.copy_set_of]
    copies = [contents.articles[one.article_id] for found in sets for one in found.copies]
    return own, copies


def positions(shelf):
    return [one for one in shelf.shown.values() if isinstance(one.record, Position)]


@pytest.fixture(scope="module")
def largest(contents, shelf):
    """The story of the shipped day with the most texts."""
    return of_story(contents, shelf, max(contents.stories.values(), key=lambda story: len(story.article_ids)))


def marks(chart):
    """What each mark of a drawing says of itself; the whole drawing's own title is left out."""
    root = ET.fromstring(chart.drawing)
    return [title.text for svg in root.iter("svg") if svg is not root for title in svg.iter("title")]


def test_each_text_is_a_mark_and_a_row(largest):
    """One for each text of the story, with its outlet, its time as printed, and whether it is a copy."""
    own, copies = largest
    times, _ = charts.of_story(own, copies, UTC)
    expected = Counter(
        (environment.publication(one), environment.moment(one.published), "text of its own") for one in own
    )
    expected += Counter(
        (environment.publication(one), environment.moment(one.published), "copy or other version") for one in copies
    )
    assert Counter(times.rows) == expected
    dated = Counter(f"{outlet}, {when}: {kind}" for outlet, when, kind in times.rows if when != "day unknown")
    assert Counter(marks(times)) == dated


def test_marks_stand_where_their_time_is(largest):
    """Left to right in the order of their hours, as far along as the hour says, by the clock of the zone."""
    own, copies = largest
    (times, _) = charts.of_story(own, copies, UTC)
    days = sorted({one.published.day_in(UTC) for one in [*own, *copies]})
    width = 24 * ((days[-1] - days[0]).days + 1)
    root = ET.fromstring(times.drawing)
    found = {svg.find("title").text: float(svg.get("x").rstrip("%")) for svg in root.iter("svg") if svg is not root}
    for article in own:
        if article.published.clock:
            clock = article.published.clock_in(UTC)
            hours = 24 * (article.published.day_in(UTC) - days[0]).days + clock.hour + clock.minute / 60
            told = f"{environment.publication(article)}, {environment.moment(article.published)}: text of its own"
            assert found[told] == pytest.approx(100 * hours / width, abs=0.01)


def test_hours_of_several_zones_stand_on_one_clock(largest):
    """11:00 in Madrid is before 10:00 in London; what names no zone stands as printed, and so does every row."""
    times = [(11, 120), (10, 0), (11, None), (23, 0)]
    articles = [
        replace(largest[0][0], outlet=f"O{at}", published=Moment(date(2031, 5, 8), time(hour, 0), offset))
        for at, (hour, offset) in enumerate(times)
    ]
    chart, _ = charts.of_story(articles, [], ZoneInfo("Europe/Madrid"))
    assert [row[0] for row in chart.rows] == ["O0", "O2", "O1", "O3"]
    assert chart.rows[0][1] == "Thursday 8 May 2031, 11:00 +02:00"
    assert "Hours by the clock of Europe/Madrid." in chart.key
    root = ET.fromstring(chart.drawing)
    found = [float(svg.get("x").rstrip("%")) for svg in root.iter("svg") if svg is not root]
    assert found == pytest.approx([100 * hours / 48 for hours in (11, 11, 12, 25)], abs=0.01)


def test_bars_are_as_long_as_their_counts(largest):
    """The same unit for each text, own and copied, and the table has the same numbers."""
    own, copies = largest
    _, carried = charts.of_story(own, copies, UTC)
    counted = Counter(environment.publication(one) for one in own)
    copied = Counter(environment.publication(one) for one in copies)
    assert {row[0]: (int(row[1]), int(row[2])) for row in carried.rows} == {
        outlet: (counted[outlet], copied[outlet]) for outlet in {*counted, *copied}
    }
    widths = [float(bar.get("width").rstrip("%")) for bar in ET.fromstring(carried.drawing).iter("rect")]
    numbers = [int(number) for row in carried.rows for number in row[1:] if number != "0"]
    assert widths == pytest.approx([number * max(widths) / max(numbers) for number in numbers], abs=0.02)


def test_positions_are_marked_by_stance_without_colour(shelf):
    """A row for each holder, a shape for each stance, and no two stances look alike."""
    shown = positions(shelf)[:15]
    (chart,) = charts.of_positions(shown, "holder", UTC)
    told = [(one.record.holder, environment.moment(one.article.published), one.record.stance) for one in shown]
    assert Counter(chart.rows) == Counter(told)
    assert len(marks(chart)) == len(shown)
    stances = [replace(shown[0], record=replace(shown[0].record, stance=stance, holder=stance)) for stance in Stance]
    (every,) = charts.of_positions(stances, "holder", UTC)
    root = ET.fromstring(every.drawing)
    shapes = [svg[1] for svg in root.iter("svg") if svg is not root]
    assert len({(shape.get("class"), shape.tag, shape.get("points")) for shape in shapes}) == len(Stance)


def test_a_long_list_of_holders_is_cut_and_says_so(shelf):
    """Those with the most positions are drawn, and the key says of how many."""
    shown = positions(shelf)
    (chart,) = charts.of_positions(shown, "holder", UTC)
    counts = Counter(one.record.holder for one in shown)
    drawn = Counter(row[0] for row in chart.rows)
    assert len(drawn) == 20 < len(counts)
    assert f"of {len(counts)};" in chart.key
    assert min(drawn.values()) >= max(count for holder, count in counts.items() if holder not in drawn)
    assert all(drawn[holder] == counts[holder] for holder in drawn)


def test_an_actor_has_a_row_for_each_issue(shelf):
    """Those with positions on two days have a chart, and one day alone is none."""
    drawn = 0
    for actor in shelf.actors.values():
        found = charts.of_positions(actor.positions, "issue", UTC)
        days = {one.article.published.day for one in actor.positions}
        assert bool(found) == (len(days) > 1)
        for chart in found:
            drawn += 1
            assert Counter(row[0] for row in chart.rows) == Counter(one.record.issue for one in actor.positions)
    assert drawn


def test_thin_data_makes_no_chart(largest):
    """One text, or two on one day by one outlet: a sentence tells as much. No day at all: nothing to draw."""
    article = replace(largest[0][0], published=Moment(date(2031, 5, 8), time(9, 0)))
    assert charts.of_story([article], [], UTC) == []
    assert charts.of_story([article, article], [], UTC) == []
    assert [chart.title for chart in charts.of_story([article] * 3, [], UTC)] == ["The texts over time"]
    undated = replace(article, published=None)
    assert charts.of_story([undated] * 3, [], UTC) == []
    assert charts.of_positions([], "holder", UTC) == []


def test_a_text_without_a_day_is_in_the_table_alone(largest):
    """Nothing is guessed: it has no place in the drawing."""
    dated = [replace(largest[0][0], published=Moment(date(2031, 5, 8), time(hour, 0))) for hour in (7, 9, 11)]
    (chart,) = charts.of_story([*dated, replace(dated[0], published=None)], [], UTC)
    assert chart.rows[-1][1] == "day unknown"
    assert len(marks(chart)) == 3


def test_hostile_names_stay_words(largest):
    """An outlet's name cannot begin an element."""
    bad = replace(largest[0][0], outlet="<script>alert(1)</script>&\"'")
    for chart in charts.of_story([bad, largest[0][1]], [], UTC):
        assert "<script" not in chart.drawing
        assert bad.outlet in " ".join(ET.fromstring(chart.drawing).itertext())


def test_the_page_shows_drawing_and_table(contents, shelf, site_folder):
    """Every chart of every story: described, and with its numbers in a table."""
    drawn = 0
    for story in contents.stories.values():
        page = (site_folder / "stories" / f"{story.id}.html").read_text("utf-8")
        expected = charts.of_story(*of_story(contents, shelf, story), contents.zone)
        figures = re.findall(r'<figure class="chart ours">.*?</figure>', page, re.DOTALL)
        assert len(figures) == len(expected)
        for figure, chart in zip(figures, expected, strict=True):
            drawn += 1
            assert chart.drawing in figure
            assert re.search(r'<svg [^>]*role="img" aria-labelledby="[^"]+" aria-describedby="[^"]+"', figure)
            assert "style=" not in figure
            cells = [unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", figure)]
            assert cells == [cell for row in chart.rows for cell in row]
    assert drawn > 3
