"""`dateline extract`: its forms, and the page that explains what was taken."""

import gzip
import json

import pytest
from click.testing import CliRunner

from dateline.cli.main import dateline

PAGE = """<!doctype html><html lang="en"><head><title>Ferry sails again</title>
<meta property="og:type" content="article"></head><body><nav><a href="/">Home</a></nav><article>
<h1>Ferry sails again</h1>
<p>The ferry between Halvern and the outer islands will sail again from Monday, the port said on Thursday.</p>
<h2>Eleven weeks</h2>
<p>Engineers had found a crack in the hull of the Eider in January, and the yard needed eleven weeks to mend it.</p>
<p>Passengers with a ticket &lt;script&gt;alert(1)&lt;/script&gt; can use it until September, Maren Oru said.</p>
</article></body></html>"""


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "ferry.html"
    file.write_text(PAGE, "utf-8")
    return file


def run(*arguments):
    return CliRunner().invoke(
        dateline, ["extract", *map(str, arguments)], catch_exceptions=False, standalone_mode=False
    )


def test_text_and_markdown(page):
    """The headline first; subheads are marked in Markdown."""
    assert run(page).stdout.startswith("Ferry sails again\n\nThe ferry between")
    markdown = run("--format", "markdown", page).stdout
    assert markdown.startswith("# Ferry sails again\n\n")
    assert "\n\n### Eleven weeks\n\n" in markdown


def test_json_lines_have_every_field_and_its_rule(page):
    """One object a line."""
    (line,) = run("--format", "json", page).stdout.splitlines()
    given = json.loads(line)
    assert given["found_by"]["headline"]
    assert [one["kind"] for one in given["paragraphs"]] == ["text", "subhead", "text", "text"]


def test_a_page_that_a_fault_of_ours_cost_is_named_and_not_read_again(page, tmp_path, monkeypatch):
    """To show why would meet the same fault, and end what others could still be told."""

    def faulty(_):
        raise RecursionError("too deep")

    monkeypatch.setattr("dateline.extract.html.web_page", faulty)
    found = run("--explain", tmp_path / "why", page)
    assert found.exit_code == 7
    assert "too deep" in found.stderr
    assert not (tmp_path / "why").exists()


def test_the_explained_page_shows_and_runs_nothing(page, tmp_path):
    """Every line of the page is in it, as text."""
    run("--explain", tmp_path / "why", page)
    (file,) = (tmp_path / "why").iterdir()
    shown = file.read_text("utf-8")
    assert "Eleven weeks" in shown
    assert "<script>alert" not in shown
    assert "default-src 'none'" in shown


def test_what_is_no_article_is_named_and_given_on_demand(tmp_path):
    """A list of links is skipped with its reason; --all gives what there is."""
    file = tmp_path / "list.html"
    links = "".join(f"<li><a href='/{n}'>Storm number {n} closes the bridge</a></li>" for n in range(30))
    file.write_text(f"<html><body><h1>News</h1><ul>{links}</ul></body></html>", "utf-8")
    assert "no-article" in run(file).stderr
    assert run("--all", file).stdout


def record(url, status, kind):
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{PAGE}".encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{len(url):032}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2031-04-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def test_a_web_archive_gives_its_pages_with_their_addresses(tmp_path):
    """Pictures and failed answers are passed over; of an archive that breaks off the whole records are given."""
    file = tmp_path / "crawl.warc.gz"
    kept = [
        record("https://harbourpost.example/ferry", "200 OK", "text/html; charset=utf-8"),
        record("https://harbourpost.example/gone", "404 Not Found", "text/html"),
        record("https://harbourpost.example/eider.jpg", "200 OK", "image/jpeg"),
    ]
    file.write_bytes(b"".join(kept))
    lines = run("--format", "json", file).stdout.splitlines()
    assert [json.loads(line)["url"] for line in lines] == ["https://harbourpost.example/ferry"]
    file.write_bytes(kept[0] + kept[0][: len(kept[0]) // 2])
    result = run("--format", "json", file)
    assert result.stdout.splitlines() == lines
    assert "crawl.warc.gz#2: malformed: the archive breaks off here" in result.stderr


def test_an_agency_item_and_a_mail_tell_what_they_say_of_themselves(tmp_path):
    """The keys of what agencies and lists say."""
    mail = tmp_path / "a.eml"
    mail.write_text(
        "From: TVA <a@b.example>\nTo: x@y.example\nSubject: Quay\nList-Id: <t.example>\n\nIt met.\n", "utf-8"
    )
    item = tmp_path / "a.json"
    subject = [{"code": "medtop:20000763"}]
    given = {
        "uri": "tva:1",
        "type": "text",
        "urgency": 1,
        "pubstatus": "withheld",
        "body_text": "It met.",
        "subject": subject,
    }
    item.write_text(json.dumps(given), "utf-8")
    lines = [json.loads(line) for line in run("--format", "json", mail, item).stdout.splitlines()]
    assert lines[0]["mailing_list"] == "t.example"
    assert lines[1]["subjects"] == ["medtop:20000763"]
    assert lines[1]["agency_item"] == {"id": "tva:1", "version": None, "state": "withheld", "note": None, "slug": None,
                                       "urgency": 1, "embargo": None, "terms": None}  # fmt: skip


def test_an_input_without_a_name_is_a_mistake():
    """It would be the folder one stands in."""
    result = CliRunner().invoke(dateline, ["extract", ""])
    assert result.exit_code == 2
    assert "without a name" in result.stderr
