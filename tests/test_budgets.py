"""Budgets of size, held by a test: what grows past them wants to be two things."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dateline"
# A migration is a list of tables, as long as there are tables.
MODULES = sorted(module for module in SOURCE.rglob("*.py") if "versions" not in module.parts)
NESTING = ast.If | ast.For | ast.While | ast.With | ast.Try

LONGEST_FUNCTION = 50
LONGEST_MODULE = 400
MODULES_OF_A_PACKAGE = 10
# One module a command, or two that belong together.
MODULES_OF_CLI = 14
DEEPEST = 4


def code_lines(text, node):
    """The lines of a function that are code: no docstring, no comment, no blank."""
    lines = text.splitlines()[node.lineno - 1 : node.end_lineno]
    docstring = ast.get_docstring(node, clean=False)
    return sum(1 for line in lines if line.strip() and not line.strip().startswith("#")) - (
        len(docstring.splitlines()) if docstring else 0
    )


def depth(node):
    """How deep blocks are nested in a function; an `elif` is no level of its own."""
    inner = [
        depth(child) - is_elif(node, child)
        for child in ast.iter_child_nodes(node)
        if not isinstance(child, ast.FunctionDef)
    ]
    return max(inner, default=0) + isinstance(node, NESTING)


def is_elif(node, child):
    return isinstance(node, ast.If) and isinstance(child, ast.If) and node.orelse == [child]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))
def test_functions_and_modules_stay_small(module):
    """No function over 50 lines of code or 4 levels deep, no module over 400 lines."""
    text = module.read_text("utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert code_lines(text, node) <= LONGEST_FUNCTION, node.name
            assert depth(node) <= DEEPEST, node.name


def test_packages_stay_small():
    """A package of more modules than one can hold in mind wants to be split."""
    for package in {module.parent for module in MODULES}:
        count = len([module for module in package.glob("*.py") if module.name != "__init__.py"])
        assert count <= (MODULES_OF_CLI if package.name == "cli" else MODULES_OF_A_PACKAGE), package


def test_nothing_left_to_do():
    """What is not done is not there: no stub, no marker."""
    for module in MODULES:
        text = module.read_text("utf-8")
        assert not any(mark in text for mark in ("TODO", "FIXME", "XXX ", "NotImplementedError")), module
