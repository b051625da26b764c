"""Mailboxes, one mail after another."""

import tracemalloc

from dateline import collect
from dateline.collect import CollectRules
from dateline.records import MediaType, Page, SkipReason, Source

HEAD = "From tva@tva.example Thu May  8 07:15:00 2031\nFrom: TVA <tva@tva.example>\nTo: x@y.example\n"
MAIL = HEAD + "Subject: Quay {}\n\n{}\n\n"


def collected(file, **rules):
    return list(collect.pages(Source(name="post", location=str(file)), CollectRules(**rules)))


def test_a_mailbox_gives_its_mails(tmp_path):
    """Each by its number; a line that looks like the beginning of a mail has lost the mark before it."""
    file = tmp_path / "tolle.mbox"
    file.write_text(
        MAIL.format(1, ">From Tolle the boats sail.\nFrom the sea, too.") + MAIL.format(2, "It met."), "utf-8"
    )
    found = collected(file)
    assert [one.media_type for one in found] == [MediaType.MAIL] * 2
    assert [one.name.rpartition("#")[2] for one in found] == ["1", "2"]
    assert found[0].content.endswith(b"\n\nFrom Tolle the boats sail.\nFrom the sea, too.\n\n")
    assert found[1].content.startswith(b"From: TVA")


def test_a_mail_that_is_too_large_is_named_and_the_next_is_there(tmp_path):
    """Without ever being held."""
    file = tmp_path / "tolle.mbox"
    file.write_text(MAIL.format(1, "x" * 30_000_000) + MAIL.format(2, "It met."), "utf-8")
    tracemalloc.start()
    found = collected(file, max_bytes=100_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found[0].reason is SkipReason.TOO_LARGE
    assert isinstance(found[1], Page)
    assert peak < 3_000_000
