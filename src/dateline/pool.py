"""Work on many things in several processes: what comes is in the order of what was given, in bounded memory."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar, cast

from dateline.errors import ProcessError

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW = 48
"""So many things are done here before other processes are started, which takes as long."""
_MOST = 8
"""So many processes at most: each holds some 200 MB, and a limit of memory may be far below that of the processors."""
_AHEAD = 4
"""So many things of each process may wait for one before them that takes long."""
# A process that is forked from one with threads may wait for ever for a lock that nobody holds.
_CONTEXT = get_context("spawn")


def in_order(
    work: Callable[[Given], Made],
    given: Iterable[Given],
    ended: Callable[[Given, str], Made],
    is_risky: Callable[[Given], bool] = lambda _: False,
) -> Generator[tuple[Given, Made], None, None]:
    """Each given thing and what `work` makes of it, in the order given.

    The first `FEW`, or all where there is one processor, are done by this process, up to one that `is_risky`; from
    there on all are done by others, as many as there are processors, at most eight.

    `work` is a function of a module, and may not raise. A thing whose process ends by itself, killed or out of memory,
    is given to a new one; where that ends too, `ended` says what is made of it. What this process does has no such
    protection. The processes end with this one, however it ends: each at the latest when it has done what it is at.

    Raises `ProcessError` where a process cannot be started, or ends before it can do anything: no fault of a thing.
    """
    coming = iter(given)
    for place, one in enumerate(coming):
        if not is_risky(one) and (place < FEW or _processors() == 1):
            yield one, work(one)
            continue
        workers = _Workers(work, ended, min(_processors(), _MOST))
        try:
            yield from workers.done(chain([one], coming))
        finally:
            workers.close()


@dataclass(slots=True)
class _Task(Generic[Given, Made]):
    given: Given
    made: tuple[Made] | None = None
    """What was made, once it was."""
    is_again: bool = False
    """Whether a process ended over it before."""


class _Workers(Generic[Given, Made]):
    """Processes, and what each of them is at."""

    def __init__(self, work: Callable[[Given], Made], ended: Callable[[Given, str], Made], processes: int) -> None:
        self._ended = ended
        self._start = partial(_started, work)
        self._busy: dict[Connection, _Task[Given, Made]] = {}
        self._processes: dict[Connection, Any] = {}
        self._idle: list[Connection] = []
        self._number = processes

    def done(self, given: Iterator[Given]) -> Iterator[tuple[Given, Made]]:
        """Each thing and what was made of it. Raises `ProcessError`."""
        self._processes |= (self._start() for _ in range(self._number))
        for pipe, process in self._processes.items():
            _await(pipe, process)
            self._idle.append(pipe)
        open_tasks: deque[_Task[Given, Made]] = deque()
        for one in given:
            task: _Task[Given, Made] = _Task(one)
            open_tasks.append(task)
            while not self._idle:
                self._hear()
            self._give(task)
            while open_tasks and (open_tasks[0].made or len(open_tasks) >= self._number * _AHEAD):
                yield self._first(open_tasks)
        while open_tasks:
            yield self._first(open_tasks)

    def close(self) -> None:
        """End the processes."""
        for pipe, process in self._processes.items():
            pipe.close()
            process.kill()
            process.join()

    def _first(self, open_tasks: deque[_Task[Given, Made]]) -> tuple[Given, Made]:
        while open_tasks[0].made is None:
            self._hear()
        task = open_tasks.popleft()
        assert task.made is not None
        return task.given, task.made[0]

    def _give(self, task: _Task[Given, Made]) -> None:
        pipe = self._idle.pop()
        self._busy[pipe] = task
        try:
            pipe.send(task.given)
        except OSError:
            self._replace(pipe)

    def _hear(self) -> None:
        """Wait until some process is done with its thing."""
        for pipe in wait(list(self._busy)):
            ours = cast(Connection, pipe)  # or its like on Windows
            try:
                self._busy[ours].made = (ours.recv(),)
            except (EOFError, OSError):
                self._replace(ours)
            else:
                del self._busy[ours]
                self._idle.append(ours)

    def _replace(self, pipe: Connection) -> None:
        """Start a process in place of one that ended by itself."""
        task, process = self._busy.pop(pipe), self._processes.pop(pipe)
        pipe.close()
        process.join()
        new, started = self._start()
        self._processes[new] = started
        _await(new, started)
        self._idle.append(new)
        if task.is_again:
            task.made = (self._ended(task.given, f"two processes ended over it by themselves ({process.exitcode})"),)
        else:
            task.is_again = True
            self._give(task)


def _started(work: Callable[[Given], Made]) -> tuple[Connection, Any]:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(work, theirs), daemon=True)
    try:
        process.start()
    except OSError as error:
        raise _not_started(str(error)) from error
    theirs.close()
    return ours, process


def _await(pipe: Connection, process: Any) -> None:
    """Wait until a process can work. Raises `ProcessError` where it ends before, which is no fault of any thing."""
    try:
        pipe.recv()
    except (EOFError, OSError) as error:
        process.join()
        raise _not_started(f"it ended at once ({process.exitcode})") from error


def _not_started(why: str) -> ProcessError:
    return ProcessError(
        f"a process that shares the work could not be started: {why}. What is done is kept; free memory, and run again"
    )


def _serve(work: Callable[[Given], Made], pipe: Connection) -> None:
    """In a process of its own: do what is given, until nobody gives any more."""
    # An interrupt of the terminal goes to all; the one who gives work ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pipe.send(None)
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
