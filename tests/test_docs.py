"""The docs cannot fall behind: settings have headings, reasons have rows, examples are run."""

import contextlib
import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dateline import settings
from dateline.cli.main import dateline
from dateline.records import SkipReason

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def headings(page):
    return set(re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("setting", settings.SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_has_a_heading(setting):
    """A setting that is not in docs/settings.md is not a setting."""
    assert setting.name in headings(ROOT / "docs" / "settings.md")


@pytest.mark.parametrize("reason", SkipReason)
def test_every_reason_is_explained(reason):
    """Each reason for skipping has its row in docs/records.md."""
    assert f"| `{reason}` |" in (ROOT / "docs" / "records.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    """Every relative link of the docs names a file that is there."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def commands(page):
    """The example commands of a page, each with the lines it prints; `...` stands for any lines."""
    for block in CONSOLE.findall(page.read_text("utf-8")):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = example.partition("\n")
            yield command, printed


def matches(printed, expected):
    parts = [re.escape(part) for part in expected.strip().split("...")]
    return re.fullmatch(".*?".join(parts), printed.strip(), re.DOTALL) is not None


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(commands(page))], ids=lambda page: str(page.relative_to(ROOT))
)
def test_examples_print_what_the_page_says(page, tmp_path):
    """The `$ dateline` examples of a page, run one after another in an empty folder."""
    with contextlib.chdir(tmp_path):
        for command, expected in commands(page):
            given = shlex.split(command)
            assert given[0] == "dateline", command
            printed = CliRunner().invoke(dateline, given[1:], env={"COLUMNS": "100"}).stdout
            assert matches(printed, expected), f"$ {command}\n{printed}"


@pytest.mark.parametrize("name", sorted(dateline.commands))
def test_every_command_has_help(name):
    """A command says what it does, and every option of it too."""
    command = dateline.commands[name]
    assert command.help
    assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))
