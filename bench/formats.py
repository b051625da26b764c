"""Agency files field by field: what Dateline reads in a folder of them, beside what was read in the raw files.

    python -m bench.formats --files FOLDER [--show]

`gold/formats.json` has, for each file and each item of it in order, the values that stand in the raw file: of the text
the number of paragraphs and the first and last three words, of terms and notes the first three words, of subjects how
many codes of the IPTC there are. A field that is not named is not in the file. The table has, by field and format, how
many of those that are in a file are right, and how many are said though they are not there. `--show` prints each that
is wrong.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline import collect, extract
from dateline.records import Article, Skipped, Source

GOLD = Path(__file__).parent / "gold" / "formats.json"
FIELDS = (
    "headline", "agency", "dateline", "authors", "published", "updated", "language", "urgency", "state", "slug", "note",
    "embargo", "topic", "subjects", "terms", "paragraphs", "first", "last", "passed",
)  # fmt: skip
_WORDS = 3
_DEFAULTS = {"state": "usable", "authors": [], "subjects": 0}

Item = dict[str, Any]
Cell = tuple[str, str]
"""A format and a field."""


class Table:
    """How many fields there are, how many of them are right, and how many are said though they are not there."""

    def __init__(self) -> None:
        self.there, self.right, self.said = Counter[Cell](), Counter[Cell](), Counter[Cell]()

    def add(self, form: str, want: Item, have: Item) -> list[str]:
        """Count one item; the fields of it that are wrong."""
        wrong = []
        for field in FIELDS:
            nothing = _DEFAULTS.get(field)
            wanted, found = want.get(field, nothing), have.get(field, nothing)
            if wanted != nothing:
                self.there[form, field] += 1
                self.right[form, field] += found == wanted
            elif found != nothing:
                self.said[form, field] += 1
            if found != wanted:
                wrong.append(f"{field}: {found!r}, not {wanted!r}")
        return wrong

    def show(self) -> None:
        """Print it as Markdown."""
        forms = sorted({form for form, _ in self.there})
        print("| field | " + " | ".join(forms) + " | all | said, not there |")
        print("|---" * (len(forms) + 3) + "|")
        for field in FIELDS:
            cells = [(self.right[form, field], self.there[form, field]) for form in forms]
            cells.append((sum(right for right, _ in cells), sum(there for _, there in cells)))
            shown = [f"{right} of {there}" if there else "" for right, there in cells]
            print(f"| {field} | " + " | ".join([*shown, str(sum(self.said[form, field] for form in forms))]) + " |")


def main() -> None:
    """Print the table, and what is wrong where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    gold: dict[str, list[Item]] = json.loads(GOLD.read_text("utf-8"))
    table = Table()
    for file, wanted in gold.items():
        found = list(_items(arguments.files / file))
        found += [("lost", {})] * (len(wanted) - len(found))
        for want, (form, have) in zip(wanted + [{}] * (len(found) - len(wanted)), found, strict=True):
            wrong = table.add(form, want, have)
            if arguments.show:
                print(*(f"{file}: {one}" for one in wrong), sep="\n", end="\n" if wrong else "")
    table.show()


def _items(file: Path) -> Iterator[tuple[str, Item]]:
    """The items of a file with the format that each is in."""
    for page in collect.pages(Source(name="bench", location=str(file)), collect.CollectRules()):
        for one in [page] if isinstance(page, Skipped) else extract.articles(page):
            if isinstance(one, Skipped) or isinstance(page, Skipped):
                yield "passed over", {"passed": one.reason.value if isinstance(one, Skipped) else None}
            else:
                yield page.media_type.value, _values(one)


def _values(article: Article) -> Item:
    """The fields of an article as the gold has them."""
    words = [one.span.of(article.text).split() for one in article.paragraphs]
    return {
        "headline": article.headline,
        "agency": article.agency,
        "dateline": article.dateline,
        "authors": list(article.authors),
        "published": article.published.iso() if article.published else None,
        "updated": article.updated.iso() if article.updated else None,
        "language": article.language,
        "urgency": article.urgency,
        "state": article.wire_state.value,
        "slug": article.slug,
        "note": _opening(article.wire_note),
        "embargo": article.embargo.iso() if article.embargo else None,
        "topic": article.topic,
        "subjects": len(article.subjects),
        "terms": _opening(article.terms),
        "paragraphs": len(words),
        "first": " ".join(words[0][:_WORDS]) if words else None,
        "last": " ".join(words[-1][-_WORDS:]) if words else None,
    }


def _opening(text: str | None) -> str | None:
    return " ".join(text.split()[:_WORDS]) if text else None


if __name__ == "__main__":
    main()
