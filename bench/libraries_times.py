"""What two kept libraries find of times, for the times scorer; neither is installed with Dateline."""

from datetime import datetime

import parsedatetime  # type: ignore[import-not-found]
from dateparser.date import DateDataParser  # type: ignore[import-untyped]
from dateparser.search import search_dates  # type: ignore[import-untyped]

_GRAINS = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V"}


def with_dateparser(text: str, date: str) -> list[dict[str, int | str]]:
    """`dateparser.search.search_dates`, counted from the day of publication, as precise as it says that it is."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(date[:10]), "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["en"], settings=settings)
    found: list[dict[str, int | str]] = []
    end = 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, end)
        if start < 0:
            continue
        end = start + len(words)
        period = parser.get_date_data(words).period
        found.append({"start": start, "end": end, "type": "DATE", "value": f"{moment:{_GRAINS.get(period, '%F')}}"})
    return found


def with_parsedatetime(text: str, date: str) -> list[dict[str, int | str]]:
    """`parsedatetime.Calendar.nlp`, counted from the day of publication."""
    parsed = parsedatetime.Calendar().nlp(text, datetime.fromisoformat(date[:10])) or ()
    return [
        {
            "start": start,
            "end": end,
            "type": "DATE" if flag == 1 else "TIME",
            "value": f"{moment:%F}" if flag == 1 else f"{moment:%FT%H:%M}",
        }
        for moment, flag, start, end, _ in parsed
    ]
