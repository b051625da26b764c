"""Reckoning with days, weeks, months, quarters and years; values are TIMEX3."""

from datetime import date, timedelta

from dateline.read.times.found import Tense

_DAYS = {"D": 1, "W": 7, "2W": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


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
    """The unit that the day lies in: "1998-03-01", "1998-W09", "1998-03", "1998-Q1", "1998", "199X", "19XX"."""
    year, week, _ = day.isocalendar()
    grains = {
        "D": day.isoformat(),
        "W": f"{year:04}-W{week:02}",
        "2W": f"{year:04}-W{week:02}",
        "M": day.isoformat()[:7],
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "E": f"{day.year // 10:03}X",
        "C": f"{day.year // 100:02}XX",
    }
    return grains[unit]


def weekday(day: date, wanted: int, tense: Tense) -> date:
    """The nearest such weekday up to the day, or from the day on; the day itself where it is one."""
    if tense is Tense.FUTURE:
        return day + timedelta(days=(wanted - day.weekday()) % 7)
    return day - timedelta(days=(day.weekday() - wanted) % 7)


def year_of(month: int, day_of_month: int | None, day: date, tense: Tense | None) -> int:
    """The year of a month, or of a day of a month, that is named without one.

    Looking back it is the last that has begun, looking ahead the first that is not over; where the tense does not
    say, the nearest, by whole months.
    """
    there = (month, day_of_month) if day_of_month else (month,)
    here = (day.month, day.day) if day_of_month else (day.month,)
    if tense is Tense.FUTURE:
        return day.year + (there < here)
    if tense is Tense.PAST:
        return day.year - (there > here)
    ahead = month - day.month
    return day.year + (ahead < -6) - (ahead > 6)


def _clamped(year: int, month: int, day: int) -> date:
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            if day <= 28:
                raise
            day -= 1
