"""Queries: words, "phrases" and wild*cards, joined by AND, OR, NOT and parentheses.

Words that stand side by side must all be there, as in every search engine. A word with a capital letter is looked for
as it is written ("US" is not "us"), a word without in any case. NOT binds before AND, AND before OR.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r'\s*(?:(?P<mark>[()])|"(?P<phrase>[^"]*)"|(?P<word>[^\s()"]+))')
_DEEPEST = 50
Found = set[str]
_Test = Callable[[str, Found], bool]


class QueryError(ValueError):
    """A query that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query that has been read."""

    text: str
    _test: _Test

    def matches(self, words: str) -> bool:
        """Whether a text has what is asked for."""
        return self._test(words, set())

    def found(self, words: str) -> tuple[str, ...]:
        """The terms of the query that stand in a text, sorted; empty where the query as a whole does not match."""
        found: Found = set()
        return tuple(sorted(found)) if self._test(words, found) else ()


def parse(text: str) -> Query:
    """The query that a text is. Raises `QueryError` where it is none."""
    parser = _Parser(text)
    test = parser.either(0)
    if parser.next is not None:
        raise QueryError(f"{text!r}: there is a {parser.next[1]!r} too many")
    return Query(text, test)


def of_names(names: tuple[str, ...]) -> Query:
    """A query that matches where one of some names stands, each as a phrase."""
    tests = [_term(name) for name in names]
    return Query(" OR ".join(f'"{name}"' for name in names), lambda words, found: _any(tests, words, found))


class _Parser:
    """Reads a query from left to right; `next` is the token that comes, or None at the end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = self._split()
        self.next = next(self._tokens, None)

    def either(self, depth: int) -> _Test:
        """Parts joined by OR."""
        if depth > _DEEPEST:
            raise QueryError(f"{self._text[:40]!r} …: more than {_DEEPEST} parentheses in one another")
        parts = [self._all(depth)]
        while self.next == ("operator", "OR"):
            self._step()
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else lambda words, found: _any(parts, words, found)

    def _all(self, depth: int) -> _Test:
        parts = [self._one(depth)]
        while self.next is not None and self.next not in {("operator", "OR"), ("mark", ")")}:
            if self.next == ("operator", "AND"):
                self._step()
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else lambda words, found: all(part(words, found) for part in parts)

    def _one(self, depth: int) -> _Test:
        kind, token = self._step()
        if (kind, token) == ("operator", "NOT"):
            inner = self._one(depth)
            return lambda words, _: not inner(words, set())
        if (kind, token) == ("mark", "("):
            inner = self.either(depth + 1)
            if self._step() != ("mark", ")"):
                raise QueryError(f"{self._text!r}: a parenthesis is not closed")
            return inner
        if kind != "term":
            raise QueryError(f"{self._text!r}: a word is missing before {token!r}")
        return _term(token)

    def _step(self) -> tuple[str, str]:
        here = self.next
        if here is None:
            raise QueryError(f"{self._text!r}: a word is missing at its end")
        self.next = next(self._tokens, None)
        return here

    def _split(self) -> Iterator[tuple[str, str]]:
        text = self._text.strip()
        place = 0
        while place < len(text):
            found = _TOKEN.match(text, place)
            if found is None:
                raise QueryError(f"{text!r}: a quotation mark is not closed")
            place = found.end()
            kind, token = found.lastgroup or "", found[found.lastgroup or 0].strip()
            if kind == "word":
                kind = "operator" if token in {"AND", "OR", "NOT"} else "term"
            yield "term" if kind == "phrase" else kind, token


def _term(token: str) -> _Test:
    """Whether a word or phrase stands in a text, as a whole; `*` at the end of a word stands for any letters."""
    words = token.split()
    if not any(letter.isalnum() for letter in token):
        raise QueryError(f"{token!r} has no letter and no figure in it")
    written = r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    flags = re.NOFLAG if any(letter.isupper() for letter in token) else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w){written}(?!\w)", flags)

    def test(text: str, found: Found) -> bool:
        if pattern.search(text) is None:
            return False
        found.add(token)
        return True

    return test


def _any(parts: list[_Test], words: str, found: Found) -> bool:
    """Every part is tried, so that all that is found is told."""
    told = [part(words, found) for part in parts]
    return any(told)
