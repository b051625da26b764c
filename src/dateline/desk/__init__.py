"""Where an editor has the last word: the draft of a day, acts on it, and a page of this machine to do them on."""

from dateline.desk.draft import Draft, WrongAct
from dateline.desk.server import DeskServer

__all__ = ["DeskServer", "Draft", "WrongAct"]
