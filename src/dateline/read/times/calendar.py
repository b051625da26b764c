"""Reckoning with days, weeks, months, quarters and years; values are TIMEX3."""

from datetime import date, timedelta

from dateline.read.times.found import Tense

_DAYS = {"D": 1, "W": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
TURNS = {"last": -1, "past": -1, "this": 0, "the": 0, "next": 1, "coming": 1}
"""How many units on from the present one, by the codes of the table `turns`."""
# A writer who means a month eight or more months back adds its year, or "last"; a day just past in this month, with a
# verb that looks ahead, is the one of this month.
_FAR_BACK, _FAR_AHEAD = -8, 11


def shifted(day: date, count: int, unit: str) -> date | None:
    """The day `count` units later, the last of its month where that month is shorter; None beyond the calendar."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=count * _DAYS[unit])
        years, month = divmod(day.month - 1 + count * _MONTHS[unit], 12)
        return _clamped(day.year + years, month + 1, day.day)
    except (ValueError, OverflowError):
        return None


def at_grain(day: date, unit: str) -> str:
    """The unit that the day lies in: "1998-03-01", "1998-W09", "1998-03", "1998-Q1", "1998", "199", "19"."""
    year, week, _ = day.isocalendar()
    grains = {
        "D": day.isoformat(),
        "W": f"{year:04}-W{week:02}",
        "2W": f"{year:04}-W{week:02}",
        "M": day.isoformat()[:7],
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
    }
    return grains[unit]


def weekday(day: date, wanted: int, tense: Tense) -> date:
    """The nearest such weekday up to the day, or from the day on; the day itself where it is one."""
    if tense is Tense.FUTURE:
        return day + timedelta(days=(wanted - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - wanted) % 7)


def year_of(month: int, day_of_month: int | None, day: date, tense: Tense | None) -> int:
    """The year of a month, or of a day of a month, that is named without one.

    Looking back it is the last that has begun, looking ahead the first that is not over, unless that is far off;
    where the tense does not say, the nearest, by whole months.
    """
    there = (month, day_of_month) if day_of_month else (month,)
    here = (day.month, day.day) if day_of_month else (day.month,)
    ahead = month - day.month
    if tense is Tense.FUTURE and there < here:
        return day.year + (ahead + 12 <= _FAR_AHEAD)
    if tense is Tense.PAST and there > here:
        return day.year - (ahead - 12 > _FAR_BACK)
    if tense is None:
        return day.year + (ahead < -6) - (ahead > 6)
    return day.year


def feast(rule: str, year: int) -> date:
    """The day of a feast in a year.

    A rule is a month and day ("12-25"), a month, a count and a weekday ("11-4-3", the fourth Thursday of November; 0
    is the last), or days from Easter ("easter-2").
    """
    if rule.startswith("easter"):
        return _easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))
    month, count, *wanted = (int(part) for part in rule.split("-"))
    return _nth_weekday(year, month, count, wanted[0]) if wanted else date(year, month, count)


def _nth_weekday(year: int, month: int, count: int, wanted: int) -> date:
    if count == 0:
        last = _clamped(year, month, 31)
        return last - timedelta(days=(last.weekday() - wanted) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(wanted - first.weekday()) % 7 + 7 * (count - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    century, of_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    month, day = divmod(moon + sunday - 7 * ((year % 19 + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, day + 1)


def _clamped(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            if day <= 28:
                raise
            day -= 1
