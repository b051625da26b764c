"""The words of every form of an edition, without the marks of the form."""

import io
import json
import re
from html.parser import HTMLParser

from docx import Document


class Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.tags = [], set()

    def handle_starttag(self, tag, _attrs):
        self.tags.add(tag)

    def handle_data(self, data):
        self.words.append(data)


def plain(form, made):
    """The words of a document, without the marks of its form."""
    if form == "docx":
        text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs)
    elif form == "html":
        page = Words()
        page.feed(made.decode())
        text = "".join(page.words)
    elif form == "md":
        text = re.sub(r"\\([^\w\s])", r"\1", re.sub(r"^> ?", "", made.decode(), flags=re.MULTILINE))
    elif form == "json":
        text = " ".join(strings(json.loads(made)))
    elif form == "ics":
        text = re.sub(r"\\([,;\\])", r"\1", made.decode().replace("\r\n ", ""))
    else:
        text = made.decode()
    return " ".join(text.split())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)
