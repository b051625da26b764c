"""What was promised, what is coming up, who stands where: rules over the parse tree and the verb classes of
`lang/<language>/acts.toml`.

To teach it a verb: the list of its class. To teach it a shape: a function in `commitments`, `agenda` or `positions`.
"""

from dateline.read.acts.finding import find
from dateline.read.acts.found import Acts, FoundAgendaItem, FoundCommitment, FoundPosition, StoryContext

__all__ = ["Acts", "FoundAgendaItem", "FoundCommitment", "FoundPosition", "StoryContext", "find"]
