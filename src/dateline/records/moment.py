"""A point in time, as precisely as its source gives it and no more; and the time at which an edition closes."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Self

_DAY = len("2031-05-08")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, perhaps with a time of day, perhaps with a zone. What the source does not give is None."""

    day: date
    clock: time | None = None
    offset: int | None = None
    """Minutes east of UTC; None where the zone is unknown."""

    @classmethod
    def at(cls, value: datetime) -> Self:
        """The moment of a datetime, cut to the second; its zone is unknown where the datetime is naive."""
        shift = value.utcoffset()
        minutes = None if shift is None else int(shift.total_seconds() // 60)
        return cls(value.date(), value.time().replace(microsecond=0), minutes)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The moment that ISO 8601 text names ("2023-06-16", "2023-06-16T07:15+02:00"), or None where it names none."""
        text = text.strip()
        try:
            if len(text) <= 10:
                return cls(date.fromisoformat(text))
            return cls.at(datetime.fromisoformat(text))
        except ValueError:
            return None

    def iso(self) -> str:
        """ISO 8601 at the precision that is known; a time without a zone has no suffix."""
        if self.clock is None:
            return self.day.isoformat()
        clock = self.clock.isoformat("minutes" if self.clock.second == 0 else "seconds")
        return f"{self.day.isoformat()}T{clock}{self._suffix()}"

    def day_in(self, zone: tzinfo) -> date:
        """The calendar day in `zone`; the day as printed where hour or zone is unknown."""
        if self.clock is None or self.offset is None:
            return self.day
        return self._aware(self.clock, self.offset).astimezone(zone).date()

    def clock_in(self, zone: tzinfo) -> time | None:
        """The time of day in `zone`; as printed where its zone is unknown, None where the hour is."""
        if self.clock is None or self.offset is None:
            return self.clock
        return self._aware(self.clock, self.offset).astimezone(zone).time()

    def order(self) -> tuple[date, time]:
        """A key that sorts moments by UTC; a moment without an hour stands at the beginning of its day."""
        if self.clock is None:
            return self.day, time.min
        utc = self._aware(self.clock, self.offset or 0).astimezone(UTC)
        return utc.date(), utc.time()

    def _aware(self, clock: time, offset: int) -> datetime:
        return datetime.combine(self.day, clock, timezone(timedelta(minutes=offset)))

    def _suffix(self) -> str:
        if self.offset is None:
            return ""
        if self.offset == 0:
            return "Z"
        hours, minutes = divmod(abs(self.offset), 60)
        return f"{'-' if self.offset < 0 else '+'}{hours:02}:{minutes:02}"


@dataclass(frozen=True, slots=True)
class PressTime:
    """Up to when an edition covers the news: a whole day, or a day up to an hour, in the zone of the settings."""

    day: date
    hour: time | None = None
    """None for the edition of a whole day."""

    @classmethod
    def parse(cls, key: str) -> Self:
        """The press time of a key. Raises `ValueError` where it is none."""
        hour = key[_DAY + 1 :]
        return cls(date.fromisoformat(key[:_DAY]), time.fromisoformat(hour) if hour else None)

    @property
    def key(self) -> str:
        """One word for it, fit for a folder's name: "2031-05-08", or "2031-05-08-0715"."""
        return self.day.isoformat() if self.hour is None else f"{self.day.isoformat()}-{self.hour:%H%M}"

    def order(self) -> tuple[date, time]:
        """A key that sorts press times: a whole day ends after its hours."""
        return self.day, time.max if self.hour is None else self.hour

    def covers(self, moment: Moment, zone: tzinfo) -> bool:
        """Whether what came out at a moment is in time; where its hour is unknown, its day decides."""
        day, clock = moment.day_in(zone), moment.clock_in(zone)
        if day != self.day or self.hour is None or clock is None:
            return day <= self.day
        return clock <= self.hour

    def __str__(self) -> str:
        """For a message: "2031-05-08", or "2031-05-08 07:15"."""
        return self.day.isoformat() if self.hour is None else f"{self.day.isoformat()} {self.hour:%H:%M}"
