"""How often section and agency are right on pages that a person read: `python -m bench.labels`.

The gold was read off the pages that the project is measured with (100 for each) and is kept as page name and value. A
page that names none has the value null; there only silence is right. Where several are right, any of them is.
"""

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from dateline.extract.html import WebPage, web_page
from dateline.records import MediaType, Page

Gold = Mapping[str, list[str] | None]
_GOLD = Path(__file__).parent / "gold"


def folded(text: str) -> str:
    """A name without capitals and accents, which addresses lose."""
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return "".join(letter for letter in plain.casefold() if letter.isalnum())


def is_right(given: str | None, right: list[str] | None) -> bool:
    """Whether a value is one of the right ones, or there is none where none is right."""
    if given is None or right is None:
        return given is None and right is None
    return folded(given) in map(folded, right)


def score(pages: Mapping[str, WebPage], gold: Gold, value: Callable[[WebPage], str | None], *, show: bool) -> str:
    """A line with the share that is right: of all pages, of those that name one, and of those that name none."""
    rights = {name: is_right(value(pages[name]), right) for name, right in gold.items()}
    if show:
        for name, right in gold.items():
            if not rights[name]:
                print(f"    {name}: {value(pages[name])!r} for {right}")
    named = [rights[name] for name, right in gold.items() if right is not None]
    silent = [rights[name] for name, right in gold.items() if right is None]
    return (
        f"{sum(rights.values()) / len(rights):.3f} of {len(rights)}; "
        f"named {sum(named) / len(named):.3f} of {len(named)}; "
        f"none {sum(silent)} of {len(silent)}"
    )


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    asked = parser.parse_args()
    sys.path.insert(0, str(asked.shared / "bench" / "extraction"))
    load = import_module("bench_pages").load
    golds: dict[str, Gold] = {
        what: json.loads((_GOLD / f"{what}.json").read_text("utf-8")) for what in ("sections", "agencies")
    }
    wanted = {name for gold in golds.values() for name in gold}
    pages: dict[str, WebPage] = {}
    for part in ("fundus", "trafilatura"):
        for one in load(part, asked.shared / "data" / "pages"):
            name = f"{part}/{one.id}"
            url = one.url if one.url.startswith("http") else None
            page = Page(id="p", name=name, source="bench", media_type=MediaType.HTML, content=one.html, url=url)
            if name in wanted and (found := web_page(page)):
                pages[name] = found
    print(f"section  {score(pages, golds['sections'], lambda found: found.article.section, show=asked.show)}")
    print(f"agency   {score(pages, golds['agencies'], lambda found: found.article.agency, show=asked.show)}")


if __name__ == "__main__":
    main()
