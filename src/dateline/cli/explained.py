"""The page that shows what was taken of a page, what was left, and why: for people who look for a mistake."""

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from dateline import extract
from dateline.extract import Line
from dateline.records import Article, Page

_HEAD = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>{title}</title><style>
body{{font:16px/1.45 Georgia,serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1c1c1c;background:#fff}}
table{{border-collapse:collapse;width:100%;margin:1rem 0 2rem}}
td,th{{text-align:left;vertical-align:top;padding:.3rem .6rem;overflow-wrap:anywhere}}
.fields td,.fields th{{border-top:1px solid #ddd;font-size:.9rem}} .blocks td{{border-left:.4rem solid #ccc}}
.taken td:first-child{{border-color:#2b7a3d;background:#eef7f0}} .left td:first-child{{color:#6b6b6b}}
.standfirst td:first-child{{border-color:#b07d00;background:#fdf6e3}}
.h1 .words,.h2 .words{{font-size:1.25em;font-weight:bold}}
.h3 .words,.h4 .words{{font-weight:bold}} .why{{font:12px/1.4 system-ui,sans-serif;color:#444;width:22rem}}
th{{white-space:nowrap}} .blocks{{table-layout:fixed}}
.chance{{font-weight:bold}} .for{{color:#1d5e2c}} .against{{color:#9b1c1c}} .tag{{color:#777}}
@media(max-width:45rem){{
.blocks tr,.blocks td,.fields tr,.fields td,.fields th{{display:block;width:auto;border-top:0}}}}
</style></head><body>"""
_SHOWN = ("outlet", "headline", "standfirst", "section", "authors", "agency", "dateline", "published", "updated",
          "language", "url", "completeness", "completeness_why", "correction", "author_box", "tags")  # fmt: skip
_REASONS = 5


def write(page: Page, folder: Path, number: int) -> Path:
    """Writes the page of an input into a folder, which is made where it is missing; gives its file.

    Nothing of the input is in it but text: no address is fetched when it is opened.
    """
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^A-Za-z0-9]+", "-", page.name).strip("-")[-60:] or "page"
    file = folder / f"{number:03}-{name}.html"
    file.write_text("".join(_page(page)), "utf-8")
    return file


def _page(page: Page) -> Iterator[str]:
    found = extract.web_page(page)
    yield _HEAD.format(title=escape(page.name))
    yield f"<h1>{escape(page.name)}</h1>"
    if found is None:
        yield "<p>The page has no body.</p></body></html>"
        return
    verdict = f"no article for a day: {found.why_not[1]}" if found.why_not else "taken for a day"
    yield f"<p>Kind of page: {found.kind.value.replace('_', ' ')}; {escape(verdict)}.</p>"
    yield from _fields(found.article)
    yield (
        "<p>Every line of the page in its order. Green was taken as text, amber as the standfirst, grey was left. The "
        "number is the chance that a line is the article's; below it what weighed most for and against it, in log "
        "odds: three is twenty to one. A number in a fact is a share in percent or a length.</p>"
        '<table class="blocks">'
    )
    for menus, lines in groupby(extract.explained(found), key=lambda one: not one.reasons and one.taken_as == "left"):
        run = list(lines)
        yield _glanced(run) if menus else "".join(map(_row, run))
    yield "</table></body></html>"


def _row(one: Line) -> str:
    reasons = "".join(
        f'<div class="{"for" if weight > 0 else "against"}">{weight:+.1f} {escape(fact)}</div>'
        for fact, weight in one.reasons[:_REASONS]
    )
    return (
        f'<tr class="{one.taken_as} {escape(one.tag)}"><td class="words">{escape(one.text)}</td><td class="why">'
        f'<span class="chance">{one.chance:.2f}</span> '
        f'<span class="tag">{escape(one.tag)} {escape(one.names)}</span>{reasons}</td></tr>'
    )


def _glanced(lines: list[Line]) -> str:
    """Menus and lists of links, which were left at a glance, in one row."""
    words = " · ".join(escape(one.text) for one in lines)
    return (
        f'<tr class="left"><td><details><summary>{len(lines)} lines: links, menus, single words</summary>{words}'
        '</details></td><td class="why">left at a glance</td></tr>'
    )


def _fields(article: Article) -> Iterator[str]:
    by = dict(article.found_by)
    yield '<table class="fields"><tr><th>field</th><th>value</th><th>found by</th></tr>'
    for name in _SHOWN:
        value = getattr(article, name)
        text = ", ".join(value) if isinstance(value, tuple) else value.iso() if hasattr(value, "iso") else value
        if text:
            yield f"<tr><th>{name}</th><td>{escape(str(text))}</td><td>{escape(by.get(name, ''))}</td></tr>"
    for picture in article.pictures:
        told = f"{picture.caption or '(no caption)'} | {picture.credit or '(no credit)'} | {picture.url or ''}"
        yield f"<tr><th>picture</th><td>{escape(told)}</td><td></td></tr>"
    yield "</table>"
