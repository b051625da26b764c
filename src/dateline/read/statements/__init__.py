"""Who said what: attributions with source, cue and content, by the PolNeAR scheme, from the parse tree.

To teach it a cue: add the word to the list of its shape in `lang/<language>/cues.toml`. To teach it a new shape:
a function in `verbs` or `nominal` that gives the tokens of the content, and its name as the rule.

How sure a statement is comes of the doubts that the rules have of it when they make it (`doubts`), and of what these
weigh (`lang/<language>/doubts.toml`), which was fitted on statements that were read (`bench.fit_doubts`).
"""

from dateline.read.statements.finding import find
from dateline.read.statements.found import ALONE, Found
from dateline.read.statements.quoted import Quoted, quoted

__all__ = ["ALONE", "Found", "Quoted", "find", "quoted"]
