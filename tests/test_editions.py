"""Editions that follow one another: what went out stays as it was, and nothing is lost between two of them."""

import json

import pytest
from click.testing import CliRunner

from dateline import day, settings
from dateline.cli.main import dateline
from dateline.desk import Draft, WrongAct
from dateline.path import Until
from dateline.records import DecisionKind, PressTime
from dateline.store import editions, open_store
from tests.office import Office, running
from tests.publish.walk import broken_links

QUAY = "The quay at Dunmarrow was shut on Thursday after one of its piles broke in a storm, the harbour board said."
FERRY = (
    "Jon Orr, who owns the ferry Eider, said on Thursday that passengers with a ticket could take the coast road bus."
)
HERRING = (
    "The herring commission cut the quota of Kestria by a third on Thursday, and its trawlers left for Tolle at once."
)


class House:
    """A desk with a folder of dispatches, a store, a site and two readers."""

    def __init__(self, folder, office):
        self.folder, self.office = folder, office
        (folder / "wire").mkdir()
        (folder / "readers.txt").write_text("one@paper.example\ntwo@paper.example\n", "utf-8")
        self.file = folder / "dateline.toml"
        self.profile()

    def profile(self, words=""):
        lines = [
            'store = "day.sqlite"', 'site = "site"', "[profile]", words, "[[source]]", 'path = "wire"',
            'rights = "full"', "[mail]", 'from = "press@embassy.example"', 'recipients = "readers.txt"',
            'host = "127.0.0.1"', f"port = {self.office.port}", 'security = "none"',
        ]  # fmt: skip
        self.file.write_text("\n".join(lines), "utf-8")

    def comes_in(self, name, text, when="2031-05-08T06:00:00+00:00", **given):
        """A dispatch, with the headline `name`."""
        item = {
            "uri": f"tag:spa.example,2031:{name}", "type": "text", "version": "1", "headline": name, "language": "en",
            "versioncreated": when, "pubstatus": "usable", "source": "SPA", "body_text": text,
        } | given  # fmt: skip
        (self.folder / "wire" / f"{name}-{item['version']}.json").write_text(json.dumps(item), "utf-8")

    def kills(self, name, when="2031-05-08T09:00:00+00:00"):
        self.comes_in(name, "KILL. This story is withdrawn.", when, version="2", pubstatus="canceled")

    def run(self, command, day="2031-05-08", *more):
        result = CliRunner().invoke(dateline, [command, "--date", day, "--settings", str(self.file), *more])
        assert result.exit_code in {0, 7}, (result.output, result.exception)
        return result.output

    def front(self, key="2031-05-08"):
        return (self.folder / "site" / key / "index.html").read_text("utf-8")

    def draft(self, day="2031-05-08"):
        given = settings.load(self.file, {})
        return Draft(PressTime.parse(day), given, open_store(given.text("store")))


@pytest.fixture
def house(tmp_path):
    with running(Office()) as office:
        yield House(tmp_path, office)


def test_what_comes_in_after_an_edition_went_out_is_in_the_next_one(house):
    """The edition stays as it was sent, and a run of it again does not make the next one forget."""
    house.comes_in("Quay shut", QUAY)
    house.run("day")
    house.run("send")
    house.comes_in("Bus for passengers", FERRY, "2031-05-08T15:00:00+00:00")
    house.run("day")
    assert "Bus for passengers" not in house.front()
    assert "0 sent, 2 sent before" in house.run("send")
    house.run("day", "2031-05-09")
    assert "Bus for passengers" in house.front("2031-05-09")
    assert "Quay shut" not in house.front("2031-05-09")


def test_a_withdrawn_story_leaves_the_pages_and_is_told_to_those_who_have_it(house):
    """Also where the edition that told it was run again, and where the one that said so was never sent."""
    house.comes_in("Quay shut", QUAY)
    house.comes_in("Quota cut", HERRING)
    house.run("day")
    house.run("send")
    house.kills("Quay shut")
    house.run("day")
    assert "Quay shut" not in house.front()
    assert "Quota cut" in house.front()
    house.run("day", "2031-05-09")
    house.run("day", "2031-05-10")
    assert "Quay shut" in house.front("2031-05-10")
    house.run("send", "2031-05-10")
    told = [one["Subject"] for one in house.office.taken if one["Subject"].startswith("Correction")]
    assert len(told) == 2


def test_a_kill_that_comes_while_the_desk_is_open_is_not_overwritten(house):
    """What the editor saw has changed: the approval wants another look, and the story is gone."""
    house.comes_in("Quay shut", QUAY)
    house.comes_in("Quota cut", HERRING)
    house.run("day")
    draft = house.draft()
    shown = draft.view("key", None).fingerprint
    house.kills("Quay shut")
    house.run("day")
    with pytest.raises(WrongAct, match="has changed"):
        draft.act(DecisionKind.APPROVE, "", shown, "ana")
    draft.act(DecisionKind.APPROVE, "", draft.view("key", None).fingerprint, "ana")
    draft.publish_site()
    assert "Quay shut" not in house.front()
    house.run("send")


def test_opening_the_desk_changes_nothing(house):
    """A dispatch that another run brought in is in no edition because somebody looked."""
    house.comes_in("Quay shut", QUAY)
    house.run("day")
    house.comes_in("Bus for passengers", FERRY)
    house.run("day", "2031-05-10")
    with open_store(str(house.folder / "day.sqlite")).begin() as db:
        before = editions.load_edition(db, PressTime.parse("2031-05-08"))
    house.draft()
    house.run("edit")
    with open_store(str(house.folder / "day.sqlite")).begin() as db:
        assert editions.load_edition(db, PressTime.parse("2031-05-08")) == before


def test_what_was_sent_cannot_be_edited(house):
    """It says so; the records of it can still be put right for what follows."""
    house.comes_in("Quay shut", QUAY)
    house.run("day")
    house.run("send")
    draft = house.draft()
    with pytest.raises(WrongAct, match="was sent"):
        draft.act(DecisionKind.DROP, draft.briefs()[0].story_id, None, "ana")


def test_an_act_holds_when_an_older_article_joins_the_story(house):
    """The story has another id then, and is still the one that the editor dropped."""
    house.comes_in("Quay shut", QUAY, "2031-05-08T08:00:00+00:00")
    house.comes_in("Quota cut", HERRING)
    house.run("day")
    draft = house.draft()
    story = next(one for one in draft.briefs() if one.headline.text == "Quay shut")
    draft.act(DecisionKind.DROP, story.story_id, None, "ana")
    house.comes_in(
        "Storm breaks pile of quay", f"{QUAY} Divers will go down to the piles.", "2031-05-08T05:00:00+00:00"
    )
    house.run("day")
    assert "Quota cut" in house.front()
    assert "Quay shut" not in house.front()
    assert "Storm breaks" not in house.front()


def test_a_corrected_record_wants_another_approval(house):
    """What was approved is what readers get, word for word."""
    house.profile("approval = true")
    house.comes_in("Bus for passengers", FERRY)
    house.run("day")
    draft = house.draft()
    draft.act(DecisionKind.APPROVE, "", None, "ana")
    assert draft.is_approved()
    (reading,) = draft.contents().readings.values()
    record = reading.statements[0].id
    draft.correct(record, ("speaker", "Jon Orr, shipowner"), "fuller", "ana")
    assert not draft.is_approved()


def test_the_morning_s_copy_is_not_told_again_when_its_agency_s_own_text_comes_late(house):
    """The same text under another name is no news at noon."""
    house.profile('hours = ["07:15", "13:00"]')
    text = f"{QUAY} {FERRY} {HERRING}"
    house.comes_in("Board shuts quay", text, "2031-05-08T06:30:00+00:00", source="Harbour Post")
    house.run("day", "2031-05-08", "--hour", "07:15")
    house.comes_in("Quay shut", text, "2031-05-08T06:00:00+00:00")
    house.run("day", "2031-05-08", "--hour", "13:00")
    assert "Board shuts quay" in house.front("2031-05-08-0715")
    assert "Quay shut" not in house.front("2031-05-08-1300")


def test_a_day_told_by_the_hour_is_not_told_again_as_a_whole(house):
    """The edition of the whole day has what its last hour lacked."""
    house.comes_in("Quay shut", QUAY)
    house.run("day", "2031-05-08", "--hour", "07:15")
    house.comes_in("Bus for passengers", FERRY, "2031-05-08T15:00:00+00:00")
    house.run("day")
    assert "Quay shut" not in house.front()
    assert "Bus for passengers" in house.front()


def test_what_was_under_embargo_for_weeks_is_new_when_it_may_be_used(house):
    """It came out on the day on which its embargo ended."""
    house.comes_in("Quota cut", HERRING, "2031-04-08T06:00:00+00:00", embargoed="2031-05-08T05:00:00+00:00")
    house.comes_in("Quay shut", QUAY, "2031-05-07T06:00:00+00:00")
    house.run("day", "2031-05-07")
    house.run("day")
    assert "Quota cut" not in house.front("2031-05-07")
    assert "Quota cut" in house.front()


def test_what_the_reader_is_told_is_missing_names_no_path_of_ours(house):
    """The terminal has the path; the page and the mail have the source's name."""
    text = house.file.read_text("utf-8").replace('path = "wire"', 'name = "Wire"\npath = "wire"')
    house.file.write_text(text, "utf-8")
    (house.folder / "wire").rename(house.folder / "gone")
    said = house.run("day", "2031-05-08", "--by", "23:59")
    assert str(house.folder) in said
    assert "source Wire: it is not there" in house.front()
    assert str(house.folder) not in house.front()


def test_what_there_was_no_time_to_read_is_told_in_the_next_edition(house):
    """The headline stood in the first one; what the article says is new to the second."""
    house.comes_in("Bus for passengers", FERRY)
    given = settings.load(house.file, {})
    store = open_store(given.text("store"))
    told = []
    until = Until(lambda: 0.0 if "fold" in told else 9e9)
    day.run(PressTime.parse("2031-05-08"), given, store, lambda step, *_: told.append(step), until)
    store.close()
    assert "Bus for passengers" in house.front()
    house.run("day", "2031-05-09")
    assert "Bus for passengers" in house.front("2031-05-09")


def test_a_closed_edition_holds_when_its_stories_get_other_ids(house):
    """A story that was dropped and sent away, then withdrawn; and one whose agency's own text came late."""
    text = f"{QUAY} {FERRY}"
    house.comes_in("Board shuts quay", text, "2031-05-08T06:30:00+00:00", source="Harbour Post")
    house.comes_in("Quota cut", HERRING)
    house.run("day")
    draft = house.draft()
    dropped = next(one for one in draft.briefs() if one.headline.text == "Quota cut")
    draft.act(DecisionKind.DROP, dropped.story_id, None, "ana")
    house.run("send")
    house.kills("Quota cut")
    house.comes_in("Quay shut", text, "2031-05-08T06:00:00+00:00")
    house.run("day")
    site = house.folder / "site" / "2031-05-08"
    assert "Board shuts quay" in house.front()
    assert list(broken_links(site)) == []


def test_an_edition_that_was_approved_and_sent_to_one_reader_goes_to_the_others(house):
    """Whatever is withdrawn or corrected in between: it is closed, and approved as it was."""
    house.profile("approval = true")
    house.comes_in("Quay shut", QUAY)
    house.comes_in("Quota cut", HERRING)
    house.run("day")
    house.draft().act(DecisionKind.APPROVE, "", None, "ana")
    house.office.later.add("two@paper.example")
    with pytest.raises(AssertionError, match="1 not sent"):
        house.run("send")
    house.office.later.clear()
    house.kills("Quota cut")
    house.run("day")
    assert "A draft" not in house.front()
    assert "1 sent, 1 sent before" in house.run("send")


def test_what_was_under_embargo_is_told_once(house):
    """Not again on each day of the week after."""
    house.comes_in("Quay shut", QUAY, "2031-05-07T06:00:00+00:00")
    house.run("day", "2031-05-07")
    house.comes_in("Quota cut", HERRING, "2031-04-20T06:00:00+00:00", embargoed="2031-05-08T05:00:00+00:00")
    house.run("day")
    house.run("day", "2031-05-09")
    assert "Quota cut" in house.front()
    assert "Quota cut" not in house.front("2031-05-09")


def test_a_story_without_a_headline_goes_out_with_the_rest(house):
    """And without a sentence that can stand alone: what the site has, the mail has."""
    house.comes_in("x", "But he did not say so when he was asked about it there.", headline="")
    house.run("day")
    assert "Without a headline" in house.front()
    assert "Without a headline" in house.run("export", "2031-05-08", "txt", "--out", str(house.folder)) + (
        house.folder / "2031-05-08.txt"
    ).read_text("utf-8")


def test_an_edition_of_which_everything_was_withdrawn_says_so(house):
    """It is not the same as a day without news; and the feeds have no headline of it."""
    house.comes_in("Quay shut", QUAY)
    house.run("day")
    house.run("send")
    house.kills("Quay shut")
    house.run("day")
    assert "What it told was withdrawn." in house.front()
