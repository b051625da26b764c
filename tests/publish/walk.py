"""Walks the passages of a site back to the characters of their articles."""

from html.parser import HTMLParser

from dateline.records import Span
from dateline.text import sentences
from dateline.text.passages import passage

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Passages(HTMLParser):
    """Collects each element that is quoted or has a `data-source`, its attributes and its text."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.stack, self.found, self.links, self.ids, self.tags = [], [], [], set(), set()

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.add(tag)
        self.links += [given["href"]] if "href" in given else []
        self.ids |= {given["id"]} if "id" in given else set()
        if tag not in VOID:
            self.stack.append((tag, given, []))

    def handle_endtag(self, tag):
        opened, given, text = self.stack.pop()
        assert opened == tag, f"<{opened}> closed by </{tag}>"
        is_ours = "ours" in (given.get("class") or "").split()
        # A name in brackets inside a passage is ours, and no part of it.
        if self.stack and not is_ours:
            self.stack[-1][2].extend(text)
        if "data-source" in given or "quoted" in (given.get("class") or "").split():
            self.found.append((given, "".join(text)))

    def handle_data(self, data):
        if self.stack:
            self.stack[-1][2].append(data)


def parsed(file):
    page = Passages()
    page.feed(file.read_text("utf-8"))
    page.close()
    assert not page.stack, file
    return page


def walk(folder, articles, readings, withdrawn):
    """Check every passage of every page below `folder`; how many there were.

    `withdrawn` are the headlines, by article id, that editions say were withdrawn.
    """
    count = 0
    for file in sorted(folder.rglob("*.html")):
        for given, text in parsed(file).found:
            check(given, text, articles, readings, withdrawn)
            count += 1
    return count


def field(name, key, articles, withdrawn):
    """The words of a field; of a picture's caption by its number, of a withdrawn headline as the edition has it."""
    if name == "withdrawn":
        return withdrawn[key]
    if name.startswith("caption-"):
        return articles[key].pictures[int(name.removeprefix("caption-"))].caption
    return getattr(articles[key], name)


def check(given, text, articles, readings, withdrawn):
    """A passage is the characters it says, and where it is text, whole sentences with whole attributions.

    What is set as quoted says where it stands.
    """
    assert {"data-source", "data-field", "data-span"} <= given.keys(), f"quoted from nowhere: {text!r}"
    whole = field(given["data-field"], given["data-source"], articles, withdrawn)
    span = Span(*map(int, given["data-span"].split("-")))
    assert text == span.of(whole), f"{text!r} does not stand at {span} of {given['data-source']}"
    if given["data-field"] != "text":
        assert span == Span(0, len(whole))
        return
    assert sentences.whole(whole, span) == span, f"no whole sentence: {text!r}"
    reading = readings.get(given["data-source"])
    attributions = [statement.spans.all() for statement in reading.statements] if reading else []
    assert passage(whole, span, attributions) == span, f"cut loose from its attribution: {text!r}"


def broken_links(folder):
    """Links below `folder` to a page or an anchor that is not there."""
    pages = {file.resolve(): parsed(file) for file in sorted(folder.rglob("*.html"))}
    for file, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if ":" in target:
                continue
            place = (file.parent / target).resolve() if target else file
            # What the search page is asked stands where an anchor would, and is none.
            leads_nowhere = anchor and "=" not in anchor and place in pages and anchor not in pages[place].ids
            if not place.exists() or leads_nowhere:
                yield f"{file.name}: {link}"
