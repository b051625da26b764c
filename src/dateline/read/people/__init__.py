"""Who is in the story: a name, a surname, a pronoun or a description becomes the fullest name that the story uses.

`cast(doc).resolve(span)` gives an `Actor`. Where it is not sure, the words stay as they stand.
"""

from dateline.read.people.actor import Actor
from dateline.read.people.cast import Cast, cast
from dateline.read.people.references import phrase

__all__ = ["Actor", "Cast", "cast", "phrase"]
