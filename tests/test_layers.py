"""The directions of imports and the fences around libraries, held by a test because prose alone drifts."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
STEPS = {"collect", "extract", "read", "fold", "group", "brief", "publish"}
BASE = {"records", "text", "lang", "errors"}
ALLOWED = {
    "records": set(),
    "errors": set(),
    "lang": {"errors"},
    "text": {"records"},
    "store": {"records", "errors"},
    "settings": {"mail", "profile", "records", "errors", "text"},
    "mail": {"errors", "tables"},
    "tables": {"errors"},
    "deliver": {"errors"},
    "desk": {"brief", "path", "publish", "records", "settings", "store"},
    "profile": {"records", "errors", "tables", "text"},
    "demo": set(),
    "pool": {"errors"},
    "path": {*STEPS, "errors", "ledger", "people", "pool", "records", "settings", "store"},
    "people": BASE,
    "ledger": BASE | {"people"},
    "day": {"path", "records", "settings", "store"},
    **dict.fromkeys(STEPS, BASE),
    "brief": BASE | {"ledger"},
    "publish": BASE | {"ledger", "people"},
}
FENCES = {
    "alembic": {"store"},
    "charset_normalizer": {"collect", "extract"},
    "click": {"cli"},
    "css_inline": {"publish"},
    "defusedxml": {"collect", "extract"},
    "docx": {"publish"},
    "icalendar": {"publish"},
    "jinja2": {"publish"},
    "msgspec": {"cli", "mail", "profile", "store", "tables"},
    "numpy": {"fold", "group"},
    "py3langid": {"extract"},
    "scrapy": {"collect"},
    "pyarrow": {"publish"},
    "pypdf": {"extract"},
    "rich": {"cli"},
    "smtplib": {"deliver"},
    "selectolax": {"extract"},
    "spacy": {"read"},
    "sqlalchemy": {"store"},
    "sqlite3": {"store"},
    "svg": {"publish"},
    "twisted": {"collect"},
    "warcio": {"collect"},
}
LATE = {"read/reader.py": "spacy", "store/database.py": "alembic"}
"""Where an import waits until it is needed, and for which library."""
MODULES = sorted(SOURCE.rglob("*.py"))


def room(module):
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(module):
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_imports_go_one_way(module):
    """A module imports only from the rooms that its own room may see."""
    here = room(module)
    if here in {"cli", "__main__"}:
        return
    seen = {name.split(".")[1] for name, _ in imported(module) if name.startswith("dateline.")} - {here}
    assert seen <= ALLOWED.get(here, set()) | ({"__version__"} & seen), f"{here} may not import {sorted(seen)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_each_library_has_its_place(module):
    """A library is imported by the rooms that fence it in, and by no other."""
    for name, _ in imported(module):
        fence = FENCES.get(name.split(".")[0])
        assert fence is None or room(module) in fence, f"{name} belongs to {sorted(fence)}"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_no_import_hides_in_a_function(module):
    """Imports stand at the top, where a cycle shows, but for the two that keep a slow library from quick commands."""
    hidden = [
        node
        for function in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert len(hidden) == (str(module.relative_to(SOURCE)) in LATE)


def test_a_quick_command_imports_no_slow_library():
    """Half of the time that a command takes to start would go to libraries that it does not use."""
    code = f"import sys, dateline.cli.main; print(*{set(LATE.values())!r} & sys.modules.keys())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout == "\n"


def test_every_fence_stands_around_something():
    """A library that nobody imports any more loses its line here and in pyproject.toml."""
    used = {name.split(".")[0] for module in MODULES for name, _ in imported(module)}
    assert set(FENCES) - used <= {"sqlite3"}
