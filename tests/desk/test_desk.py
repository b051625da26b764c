"""The editor's last word: acts that survive every run, and a page that only the editor can reach."""

import http.client
import re
import shutil
import socket
import threading
from datetime import date
from urllib.parse import urlencode

import pytest
from click.testing import CliRunner
from playwright.sync_api import sync_playwright

from dateline import day
from dateline.cli.main import dateline
from dateline.desk import DeskServer, Draft, WrongAct
from dateline.desk import draft as draft_module
from dateline.errors import ApprovalError
from dateline.records import DecisionKind, PressTime, ids_since
from dateline.store import editions, open_store
from tests import shipped
from tests.chromium import CHROMIUM
from tests.publish.walk import walk

DAY = PressTime(date(2031, 5, 8))


@pytest.fixture
def folder(tmp_path, shipped_day):
    """The shipped day, to be edited."""
    shutil.copytree(shipped_day.folder / "site", tmp_path / "site")
    shutil.copy(shipped_day.folder / "day.sqlite", tmp_path / "day.sqlite")
    return tmp_path


@pytest.fixture
def draft(folder):
    given = shipped.loaded(folder)
    store = open_store(given.text("store"))
    yield Draft(DAY, given, store)
    store.close()


def shown(edition):
    """The story ids by section, in their order."""
    return {section.name: [brief.story_id for brief in section.briefs] for section in edition.sections}


def sea(draft):
    return shown(draft.edition)["Sea and ports"]


def again(folder):
    """The edition after a new run of the whole day."""
    given = shipped.loaded(folder)
    store = open_store(given.text("store"))
    day.run(DAY, given, store, lambda *_: None)
    with store.begin() as db:
        made = editions.load_edition(db, DAY)
    store.close()
    return made


def test_every_act_survives_a_new_run_and_can_be_undone(draft, folder):
    """Drop, pin, place, move, retitle, remark and swap; with each undone, the edition is what it was."""
    before = draft.edition
    first, second, third = sea(draft)
    brief = next(one for one in draft.briefs() if one.story_id == second)
    other = draft.view("", None).offered[second][0]
    acts = [
        draft.act(DecisionKind.PIN, third, None, "ana"),
        draft.act(DecisionKind.DROP, first, None, "ana"),
        draft.act(DecisionKind.MOVE, third, "Rescue", "ana"),
        draft.act(DecisionKind.RETITLE, second, "Port opens again", "ana"),
        draft.act(DecisionKind.REMARK, second, "Ask the union", "ana"),
        draft.act(DecisionKind.SWAP, second, f"{brief.passages[1].place}>{other.place}", "ana"),
        draft.act(DecisionKind.REMARK, draft.edition.id, "A quiet day", "ana"),
    ]
    assert shown(draft.edition)["Rescue"] == [third]
    made = again(folder)
    assert made == draft.edition
    (changed,) = [one for section in made.sections for one in section.briefs if one.story_id == second]
    assert (changed.title, changed.remark) == ("Port opens again", "Ask the union")
    assert changed.passages[1].place == other.place
    assert made.remark == "A quiet day"
    assert (first, "the editor (ana)") in made.left_out
    for act in acts:
        draft.undo(act.number, "ana")
    assert draft.edition == before


def test_a_place_is_counted_within_the_section(draft):
    """1 is the first, and what is past the end is the end."""
    first, second, third = sea(draft)
    draft.act(DecisionKind.PLACE, third, "1", "ana")
    assert sea(draft) == [third, first, second]
    draft.act(DecisionKind.PLACE, third, "99", "ana")
    assert sea(draft) == [first, second, third]


def test_acts_of_one_day_do_not_touch_another(draft, folder):
    """What was dropped from Thursday's edition stands in Wednesday's."""
    given = shipped.loaded(folder)
    store = open_store(given.text("store"))
    other = Draft(PressTime(date(2031, 5, 7)), given, store)
    story = next(one for one in sea(draft) if one in {brief.story_id for brief in other.briefs()})
    draft.act(DecisionKind.DROP, story, None, "ana")
    other = Draft(PressTime(date(2031, 5, 7)), given, store)
    store.close()
    assert story in [brief.story_id for brief in other.briefs()]


def test_an_approval_is_for_the_edition_as_it_stands(draft):
    """A change after it wants another one."""
    draft.act(DecisionKind.APPROVE, "", None, "ana")
    assert draft.is_approved()
    draft.act(DecisionKind.PIN, sea(draft)[2], None, "ben")
    assert not draft.is_approved()
    assert {act.who for act in draft.acts()} == {"ana", "ben"}


def test_a_record_can_be_rejected_and_corrected(draft):
    """It is shown nowhere, or with the editor's value; both can be undone."""
    brief = draft.briefs()[0]
    gone, changed = brief.commitments[:2]
    draft.reject(gone, "no promise", "ana")
    draft.correct(changed, ("actor", "Tessa Morvane"), "read again", "ana")
    records = {one.id: one for reading in draft.contents().readings.values() for one in reading.commitments}
    assert gone not in records
    assert records[changed].actor == "Tessa Morvane"
    for act in draft.acts():
        draft.undo(act.number, "ana")
    assert gone in {one.id for reading in draft.contents().readings.values() for one in reading.commitments}


@pytest.mark.parametrize(
    ("kind", "value", "why"),
    [
        (DecisionKind.PLACE, "0", "no place"),
        (DecisionKind.PLACE, "²", "no place"),
        (DecisionKind.PLACE, "99999999999999999999", "no place"),
        (DecisionKind.MOVE, " ", "wants a name"),
        (DecisionKind.RETITLE, "a\nb", "one line"),
        (DecisionKind.REMARK, "x" * 501, "up to 500"),
        (DecisionKind.SWAP, "a-x:0-1>a-x:2-3", "no passage that the story shows"),
        (DecisionKind.CORRECT, "x", "no act on an edition"),
    ],
)
def test_what_cannot_be_done_says_why(draft, kind, value, why):
    """And nothing is kept of it."""
    with pytest.raises(WrongAct, match=why):
        draft.act(kind, sea(draft)[0], value, "ana")
    with pytest.raises(WrongAct, match="no story"):
        draft.act(DecisionKind.DROP, "s-nowhere", None, "ana")
    with pytest.raises(WrongAct, match="no act 77"):
        draft.undo(77, "ana")
    assert draft.acts() == []


@pytest.fixture
def server(draft, folder):
    with DeskServer(draft, folder / "site" / DAY.key, "ana") as opened:
        threading.Thread(target=opened.serve_forever, daemon=True).start()
        yield opened
        opened.shutdown()


def ask(server, method, path, body=None, **headers):
    """A request as any program of this machine could make it."""
    line = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    line.request(method, path, body, {"Host": f"127.0.0.1:{server.server_port}", **given})
    answer = line.getresponse()
    text = answer.read().decode()
    line.close()
    return answer.status, text


def act(server, **given):
    values = {"kind": "pin", "subject": sea(server.draft)[2], "key": server.form_key}
    return urlencode(values | given)


FORM = "application/x-www-form-urlencoded"


def test_who_lacks_the_key_gets_nothing(server):
    """Neither the page nor an act, with another cookie or without one."""
    assert ask(server, "GET", "/")[0] == 403
    assert ask(server, "GET", "/?key=wrong")[0] == 403
    assert ask(server, "GET", "/site/index.html")[0] == 403
    assert ask(server, "POST", "/act", act(server), Content_Type=FORM)[0] == 403
    assert ask(server, "GET", "/", Cookie=f"{server.cookie}=wrong")[0] == 403
    assert server.draft.acts() == []


def test_another_site_cannot_act(server):
    """Not with the browser's cookie, not under another name of this machine, not without the form's key."""
    cookie = f"{server.cookie}={server.key}"
    wrong = [
        {"Cookie": "a=1"},
        {"Origin": "https://evil.example", "Cookie": cookie},
        {"Origin": "null", "Cookie": cookie},
        {"Host": "evil.example", "Cookie": cookie},
    ]
    for headers in wrong:
        assert ask(server, "POST", "/act", act(server), Content_Type=FORM, **headers)[0] == 403
    for key in ("x", server.key, ""):
        assert ask(server, "POST", "/act", act(server, key=key), Content_Type=FORM, Cookie=cookie)[0] == 403
    assert server.draft.acts() == []
    assert ask(server, "POST", "/act", act(server), Content_Type=FORM, Cookie=cookie)[0] == 303
    assert len(server.draft.acts()) == 1


def test_the_keys_are_two_and_a_run_has_its_own(server, draft, folder):
    """What a form brings back stands in no cookie and no address; a second desk does not log out the first."""
    status, page = ask(server, "GET", "/", Cookie=f"{server.cookie}={server.key}")
    assert (status, server.form_key in page, server.key in page) == (200, True, False)
    assert server.form_key not in server.address
    with DeskServer(draft, folder / "site" / DAY.key, "ben") as other:
        assert other.cookie != server.cookie
        assert not {other.key, other.form_key} & {server.key, server.form_key}


def test_odd_cookies_of_other_servers_keep_nobody_out(server):
    """They come along, since cookies do not tell ports apart."""
    cookie = f'theme={{"dark": 1}}; a b; {server.cookie}=x; {server.cookie}={server.key}; last="'
    assert ask(server, "GET", "/", Cookie=cookie)[0] == 200


def test_who_says_nothing_is_cut(server, monkeypatch):
    """A line without a request holds nothing for ever, nor one whose form does not come."""
    assert server.RequestHandlerClass.timeout == 30
    monkeypatch.setattr(server.RequestHandlerClass, "timeout", 0.2)
    asked = f" HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n"
    for begun in ("", f"GET /{asked}", f"POST /act{asked}Content-Length: 9\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as line:
            line.sendall(begun.encode())
            assert line.recv(100) == b""


@pytest.mark.parametrize(
    ("method", "path", "length"), [("GET", "//[", None), ("POST", "/act", "²"), ("POST", "/act", "9" * 5000)]
)
def test_an_odd_request_is_answered(server, capfd, method, path, length):
    """With a status, and no traceback on the editor's terminal."""
    headers = {} if length is None else {"Content_Length": length.encode("latin-1")}
    status, _ = ask(server, method, path, Cookie=f"{server.cookie}={server.key}", **headers)
    assert status in {400, 404}
    assert ask(server, "GET", "/site/a%00b.html", Cookie=f"{server.cookie}={server.key}")[0] == 404
    assert capfd.readouterr().err == ""


def test_no_file_outside_the_site_is_served(server):
    """No way up, by whatever spelling."""
    cookie = f"{server.cookie}={server.key}"
    (server.site.parent.parent / "secret.html").write_text("secret", "utf-8")
    ways = ("/site/../../secret.html", "/site/%2e%2e/%2e%2e/secret.html", "/site//etc/passwd", "/site/..%2fsecret.html")
    for path in ways:
        status, text = ask(server, "GET", path, Cookie=cookie)
        assert (status, "secret" in text) == (404, False)


def test_a_form_that_is_too_large_is_refused(server):
    """Before it is read."""
    status, _ = ask(server, "POST", "/act", "x" * 30_000, Content_Type=FORM, Cookie=f"{server.cookie}={server.key}")
    assert status == 400


@pytest.fixture
def page(server):
    """The desk in a browser, which may complain about nothing."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on the PATH: the desk was not looked at in a browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = browser.new_page()
        complaints = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.goto(server.address)
        yield opened
        browser.close()
        assert complaints == []


def test_an_editor_works_with_keys(page):
    """j and k go through the stories, ? shows the keys, / finds."""
    assert "key=" not in page.url
    first, second = page.locator(".brief").nth(0), page.locator(".brief").nth(1)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert "here" in second.get_attribute("class")
    page.keyboard.press("k")
    assert "here" in first.get_attribute("class")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("footbridge")
    assert page.locator(".brief:visible").count() == 1


def test_an_editor_works_with_forms(page):
    """What is done is told, kept, undone and approved."""
    first = page.locator(".brief").nth(0)
    story = first.get_attribute("id")
    first.locator("text=Drop").click()
    assert page.inner_text("[role=status]") == "done"
    assert page.locator(f"#{story}").count() == 0
    page.click("text=Undo")
    assert page.locator(f"#{story}").count() == 1
    page.click("text=Approve this edition")
    assert page.locator("text=Approved as it stands").count() == 1


@pytest.mark.usefixtures("folder")
def test_the_terminal_does_what_the_page_does(tmp_path):
    """The draft with ids, an act, and the approval that sending wants."""
    text = (shipped.demo.folder() / "dateline.toml").read_text("utf-8")
    text = text.replace('path = "', f'path = "{shipped.demo.folder()}/')
    text = text.replace("[profile]", "[profile]\napproval = true")
    (tmp_path / "readers.txt").write_text("one@paper.example\n", "utf-8")
    mail = '\n[mail]\nfrom = "press@embassy.example"\nrecipients = "readers.txt"\n'
    (tmp_path / "dateline.toml").write_text(f'store = "day.sqlite"\nsite = "site"\n{text}{mail}', "utf-8")

    def run(*arguments):
        given = [*arguments, "--date", "2031-05-08", "--settings", str(tmp_path / "dateline.toml")]
        return CliRunner().invoke(dateline, given)

    drafted = run("edit").output
    story = drafted.split()[2]
    shown = run("edit", "show", story).output.splitlines()
    places = [line.strip() for line in shown if re.fullmatch(r"  a-\w+:\d+-\d+", line)]
    assert run("edit", "swap", story, f"{places[0]}>{places[-1]}", "--why", "says it better").exit_code == 0
    assert "says it better" in run("edit").output
    assert run("edit", "undo", "1").exit_code == 0
    assert "name a story" in run("edit", "pin").output
    assert "no number of an act" in run("edit", "undo", "foo").output
    assert run("edit", "retitle", story, "Our own words").exit_code == 0
    assert "Our own words" in run("edit").output
    assert run("edit", "place", story, "none").exit_code == 2
    assert isinstance(run("send", "--dry-run").exception, ApprovalError)
    assert run("edit", "approve").exit_code == 0
    assert run("send", "--dry-run").exit_code == 0
    assert "headline by the editor" in (tmp_path / "site" / "2031-05-08" / "index.html").read_text("utf-8")


def test_an_edited_site_still_leads_to_its_sources(draft, folder, shipped_day):
    """Swapped passages are whole sentences with their attributions; the editor's words are no passage."""
    second = sea(draft)[1]
    brief = next(one for one in draft.briefs() if one.story_id == second)
    offered = draft.view("", None).offered[second]
    draft.act(DecisionKind.SWAP, second, f"{brief.passages[0].place}>{offered[-1].place}", "ana")
    draft.act(DecisionKind.RETITLE, second, "Boats <b>& rope</b>", "ana")
    draft.publish_site()
    site = folder / "site" / DAY.key
    assert walk(site, shipped_day.articles, shipped_day.readings, shipped_day.withdrawn()) > 500
    assert "Boats &lt;b&gt;&amp; rope&lt;/b&gt;" in (site / "index.html").read_text("utf-8")


def test_the_desk_knows_what_was_done_with_stories(draft, folder):
    """An article that was moved in the terminal stands among the acts by its headline, and is put back from there."""
    first, second, _ = sea(draft)
    found = {story.id: story.article_ids for story in loaded_stories(folder)}
    article = found[first][-1]
    arguments = ["stories", "move", article, second, "--store", str(folder / "day.sqlite"), "--why", "by phone"]
    assert CliRunner().invoke(dateline, arguments).exit_code == 0
    draft.refresh()
    (act,) = draft.acts()
    assert draft.title_of(act.subject) == draft.contents().articles[article].headline
    assert article in next(one for one in loaded_stories(folder) if one.id == second).article_ids
    draft.undo(act.number, "ana")
    assert {story.id: story.article_ids for story in loaded_stories(folder)} == found


def test_which_story_an_id_means_is_looked_up_once_for_all_acts(draft, monkeypatch):
    """Not for each act whenever the page is shown; what an act makes anew is looked up once again."""
    asked = []

    def counted(stories, copy_sets):
        asked.append(len(stories))
        return ids_since(stories, copy_sets)

    monkeypatch.setattr(draft_module, "ids_since", counted)
    first, second, third = sea(draft)
    for number in range(3):
        draft.act(DecisionKind.REMARK, first, f"Ask again, {number}", "ana")
    headline = draft.title_of(second)
    record = next(iter(draft.contents().readings.values())).statements[0].id
    draft.reject(record, "a misreading", "ana")
    asked.clear()
    shown = draft.view("", None)
    assert [title for act, title in shown.acts if act.subject == first] == [draft.title_of(first)] * 3
    assert draft.title_of("s-nobody") == "a story that is gone"
    assert draft.title_of(second) == headline != draft.title_of(third)
    assert asked == []
    draft.undo(shown.acts[0][0].number, "ana")
    assert len(asked) == 1


def loaded_stories(folder):
    store = open_store(str(folder / "day.sqlite"))
    with store.begin() as db:
        found = editions.load_stories(db, DAY)
    store.close()
    return found
