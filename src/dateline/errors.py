"""What stops a command, in one line that names the thing, what was seen and what to do.

What stops only one page is no error: it is a `Skipped`, a result that is kept and counted.
Do not add a class here without a line in docs/path.md that says who raises it.
"""


class DatelineError(Exception):
    """One line for the person at the terminal; the command ends with `exit_code`."""

    exit_code = 1


class SettingsError(DatelineError):
    """`dateline.toml` or the environment holds something that cannot be used."""

    exit_code = 2


class SourceError(DatelineError):
    """A source as a whole cannot be reached: a folder that is not there, say."""

    exit_code = 3


class StoreError(DatelineError):
    """The store cannot be opened or was written by a newer Dateline."""

    exit_code = 4


class PipelineError(DatelineError):
    """The language pipeline that the settings name is not installed."""

    exit_code = 5


class ProcessError(DatelineError):
    """A process that was to do a part of the work could not be started: short memory, or a limit of the machine."""

    exit_code = 11


class LanguageDataError(DatelineError):
    """A language folder lacks a table or holds a value that makes no sense."""

    exit_code = 6


class DocumentError(DatelineError):
    """An edition cannot be made into a document, or is not there."""

    exit_code = 8


class BusyError(DatelineError):
    """Another process does the same work on the same store, and only one may."""

    exit_code = 9


class ApprovalError(DatelineError):
    """The profile asks for an approval that the edition, as it stands, does not have."""

    exit_code = 10
