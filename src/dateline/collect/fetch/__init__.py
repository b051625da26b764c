"""Fetches from the web, in a process of its own, with Scrapy's manners, and keeps every answer before it is read."""

from dateline.collect.fetch.fetcher import Fetcher, FetcherError
from dateline.collect.fetch.keep import Answered
from dateline.collect.fetch.kept import Found, PackedError, answer_at, answers_from, header, headers, unpacked
from dateline.collect.fetch.orders import Done, FetchRules, Order

__all__ = [
    "Answered",
    "Done",
    "FetchRules",
    "Fetcher",
    "FetcherError",
    "Found",
    "Order",
    "PackedError",
    "answer_at",
    "answers_from",
    "header",
    "headers",
    "unpacked",
]
