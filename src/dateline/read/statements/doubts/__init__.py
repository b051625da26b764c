"""What makes it doubtful who speaks, or which words are said: named facts, and what they weigh.

A doubt is something the rules know when they make a statement, and that was found more often with wrong ones or more
often with right ones. `speaker` and `words` name the doubts; `weights` makes a confidence of them.
"""

from dateline.read.statements.doubts.speaker import speaker_doubts
from dateline.read.statements.doubts.weights import Weights, weights
from dateline.read.statements.doubts.words import words_doubts

__all__ = ["Weights", "speaker_doubts", "weights", "words_doubts"]
