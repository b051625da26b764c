"""Who said what: attributions with source, cue and content, by the PolNeAR scheme, from the parse tree.

To teach it a cue: add the word to the list of its shape in `lang/<language>/cues.toml`. To teach it a new shape:
a function in `verbs` or `nominal` that gives the tokens of the content, its name as the rule, and a confidence in the
same table.
"""

from dateline.read.statements.finding import find
from dateline.read.statements.found import ALONE, Found
from dateline.read.statements.quoted import Quoted, quoted

__all__ = ["ALONE", "Found", "Quoted", "find", "quoted"]
