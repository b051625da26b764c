"""The tables, as the newest migration leaves them.

Columns beside `record` are what questions are asked by; `record` is the whole record as JSON, so that
what leaves the store is what went in. Nothing here is a clock's or a counter's, but in `decision` and `delivery`,
which say what people did, and in `address` and `visit`, which say when the web was asked: else two stores of the same
sources are equal row by row.
"""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

page = Table(
    "page",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("outlet", String),
    Column("url", String),
    Column("language", String),
    Column("published", String),
    Column("content", LargeBinary, nullable=False),
    Column("extractor", String, index=True),
    Column("reservation", String),
)

# The pages that were given to be extracted and are not done: one of them may be what ended the run.
begun = Table("begun", metadata, Column("page_id", String, ForeignKey("page.id"), primary_key=True))

skipped = Table(
    "skipped",
    metadata,
    Column("id", String, primary_key=True),
    Column("source", String, nullable=False),
    Column("name", String, nullable=False),
    Column("step", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", Text, nullable=False),
    Column("page_id", String, ForeignKey("page.id"), index=True),
    Column("article_id", String),
)

article = Table(
    "article",
    metadata,
    Column("id", String, primary_key=True),
    Column("page_id", String, ForeignKey("page.id"), nullable=False, index=True),
    Column("outlet", String),
    Column("language", String),
    Column("published", String, index=True),
    Column("record", LargeBinary, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("article_id", String, ForeignKey("article.id"), primary_key=True),
    Column("reader", String, nullable=False),
    Column("skip", LargeBinary),
)


def _records(name: str, *asked_by: str) -> Table:
    """A table of the records of readings of one kind."""
    return Table(
        name,
        metadata,
        Column("article_id", String, ForeignKey("reading.article_id"), primary_key=True),
        Column("place", Integer, primary_key=True),
        Column("id", String, nullable=False, index=True),
        *(Column(column, String, index=True) for column in asked_by),
        Column("record", LargeBinary, nullable=False),
    )


statement = _records("statement", "speaker")
commitment = _records("commitment", "actor", "status", "due")
agenda_item = _records("agenda_item", "when")
position = _records("position", "holder", "stance")
time_mention = _records("time_mention")

copy_set = Table(
    "copy_set",
    metadata,
    Column("day", String, primary_key=True),
    Column("original", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

story = Table(
    "story",
    metadata,
    Column("day", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("day", String, primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("field", String),
    Column("value", Text),
    Column("who", String, nullable=False),
    Column("when", String, nullable=False),
    Column("why", Text, nullable=False),
)

delivery = Table(
    "delivery",
    metadata,
    Column("day", String, primary_key=True),
    Column("kind", String, primary_key=True),
    Column("recipient", String, primary_key=True),
    Column("message_id", String, nullable=False),
    Column("told", Text, nullable=False),
    Column("when", String),
)

source = Table("source", metadata, Column("name", String, primary_key=True), Column("record", Text, nullable=False))

# Every address of the web that a source is, or named: what is to be fetched, and what was.
address = Table(
    "address",
    metadata,
    Column("key", String, primary_key=True),
    Column("source", String, nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("url", String, nullable=False),
    Column("due", String, index=True),
    Column("fetched", String),
    Column("changed", String),
    Column("etag", String),
    Column("modified", String),
    Column("tries", Integer, nullable=False),
    Column("trouble", Text),
    Column("place", String),
    Column("page_id", String, index=True),
    Column("twin_of", String),
    Column("told", Text),
)

visit = Table(
    "visit",
    metadata,
    Column("source", String, primary_key=True),
    Column("url", String, primary_key=True),
    Column("at", String, primary_key=True),
    Column("listed", Integer, nullable=False),
    Column("fresh", Integer, nullable=False),
)

archive = Table("archive", metadata, Column("file", String, primary_key=True))

# How many bytes an archive holds of a source.
kept = Table(
    "kept",
    metadata,
    Column("file", String, primary_key=True),
    Column("source", String, primary_key=True),
    Column("bytes", Integer, nullable=False),
)
