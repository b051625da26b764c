"""Commitments: what somebody binds himself to, offers, refuses, gives or ends.

`leads`, `deeds` and `nouns` find who is bound to what (`bond`), `act` says what it is, `gifts` how much is given to
whom, `doubts` what makes it unsure; `find` puts them together.
"""

from dateline.read.acts.commitments.find import commitments

__all__ = ["commitments"]
