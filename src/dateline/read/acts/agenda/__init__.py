"""What is coming up: events that are scheduled, expected or called off.

`verbs` and `nouns` find the words that name one, `days` says when it is to be, `event` what it is called, where it is
and who takes part; `finding` makes the records, one an event. The words are data: `[agenda]` of
`lang/<language>/acts.toml`.
"""

from dateline.read.acts.agenda.finding import agenda

__all__ = ["agenda"]
