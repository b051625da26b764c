"""`dateline init` and `dateline check`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import settings
from dateline.cli.main import dateline
from dateline.errors import SettingsError, StoreError
from tests import shipped


def run(*arguments):
    return CliRunner().invoke(dateline, arguments)


def test_init_writes_a_file_that_check_can_use(tmp_path):
    """Also with every example line of it taken out of its comment."""
    file = tmp_path / "dateline.toml"
    assert run("init", str(file)).exit_code == 0
    assert run("check", "--settings", str(file)).exit_code == 0
    lines = file.read_text("utf-8").splitlines()
    file.write_text("\n".join(line.removeprefix("# ") if _is_example(line) else line for line in lines), "utf-8")
    (tmp_path / "pages" / "harbour-post").mkdir(parents=True)
    loaded = settings.load(file, {})
    assert [watch.name for watch in loaded.profile.watches] == ["Narrow Seas Pact", "Fishing"]
    assert loaded.profile.minutes == 8
    unread = run("check", "--settings", str(file))
    assert unread.exit_code == 3
    assert "the recipients cannot be read" in unread.output
    (tmp_path / "readers.txt").write_text("one@paper.example\n", "utf-8")
    checked = run("check", "--settings", str(file))
    assert checked.exit_code == 0
    assert "1 readers" in checked.output


def _is_example(line):
    return line.startswith("# ") and (" = " in line or line.startswith("# ["))


def test_init_leaves_a_file_that_is_there(tmp_path):
    """A desk's settings are never written over."""
    file = tmp_path / "dateline.toml"
    file.write_text("name = 'Mine'\n", "utf-8")
    result = run("init", str(file))
    assert result.exit_code == 2
    assert file.read_text("utf-8") == "name = 'Mine'\n"


def test_check_names_a_source_that_is_not_there(tmp_path):
    """With exit code 3, as a run would end."""
    file = tmp_path / "dateline.toml"
    file.write_text('[[source]]\nname = "Gone"\npath = "nowhere"\n', "utf-8")
    result = run("check", "--settings", str(file))
    assert result.exit_code == 3
    assert "source Gone: there is no" in result.stderr


def test_check_says_what_each_watch_finds(shipped_day):
    """So that a query that finds nothing is seen before the morning."""
    file = Path(shipped.demo.folder()) / "dateline.toml"
    result = run("check", "--settings", str(file), "--store", str(shipped_day.folder / "day.sqlite"))
    assert result.exit_code == 0
    assert "watch Bram Colliss: " in result.output
    assert "watch Bram Colliss: 0 of" not in result.output


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("[profile]\nminuets = 3", "minuets"),
        ("[profile]\nminutes = 0", "wants 1 or more"),
        ("[profile]\nminutes = 'ten'", "minutes"),
        ("profile = 3", "is not a table"),
        ("[profile.outlets]\nPost = -1", "wants 0 or more"),
        ("[[profile.watch]]\nquery = 'herring'", "name"),
        ("[[profile.watch]]\nname = 'Fish'\nquery = 'herring AND'", "watch 'Fish': 'herring AND'"),
        ("[[profile.watch]]\nname = 'Fish'\nkind = 'animal'", "animal"),
        ("[[profile.watch]]\nname = 'Fish'\naliases = ['—']", "no letter"),
        ("[[profile.section]]\nname = 'Sea'", "wants `sections`"),
        ("[profile]\nleave_out = ['(cup']", "missing at its end"),
    ],
)
def test_a_wrong_profile_is_named(tmp_path, table, wrong):
    """One line that says where, what was seen, and what would be right."""
    told = _told_of(tmp_path / "dateline.toml", table)
    assert wrong in told
    assert "dateline.toml" in told


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[profile]\nminuts = 8", "there is no key 'minuts'; there are approval, covers, hours"),
        (
            "[[profile.watch]]\nname = 'A'\n[[profile.watch]]\nname = 'B'\nkind = 'org'",
            "watch 2, kind: 'org' is not one",
        ),
        ("[[profile.watch]]\nname = 'A'\nwait = 1", "watch 1: there is no key 'wait'; there are aliases, kind, name"),
        ("[profile]\nminutes = 'six'", "minutes: it wants a whole number or nothing, and has words in quotation marks"),
        (
            "[mail]\nfrom = 'a@b.example'\nrecipients = 'x'\nsmpt = 1",
            "mail: there is no key 'smpt'; there are from, host",
        ),
        ("minuts = 8", "profile, mail, source"),
    ],
)
def test_a_wrong_key_is_named_with_those_that_there_are(tmp_path, line, said):
    """In words, with the place in the file."""
    assert said in _told_of(tmp_path / "dateline.toml", line)


@pytest.mark.parametrize("command", [("find", "x"), ("edit",), ("export", "md"), ("decide", "list")])
def test_who_only_looks_makes_no_store(tmp_path, command):
    """It says that there is none, and where it was looked for."""
    place = tmp_path / "day.sqlite"
    with pytest.raises(StoreError, match="there is no store"):
        CliRunner().invoke(dateline, [*command, "--store", str(place)], catch_exceptions=False)
    assert not place.exists()


def _told_of(file, words):
    """What is said of a file of wrong settings."""
    file.write_text(words, "utf-8")
    with pytest.raises(SettingsError) as wrong:
        settings.load(file, {})
    return str(wrong.value)
