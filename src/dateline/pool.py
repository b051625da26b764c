"""Work on many things in several processes: what comes is in the order of what was given, in bounded memory."""

import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")

FEW = 48
"""So many things are done here before other processes are started, which takes as long."""
_AHEAD = 4
"""So many things of each process may wait for one before them that takes long."""
# A process that is forked from one with threads may wait for ever for a lock that nobody holds.
_CONTEXT = get_context("spawn")


def in_order(
    work: Callable[[Given], Made], given: Iterable[Given], ended: Callable[[Given, str], Made]
) -> Generator[tuple[Given, Made], None, None]:
    """Each given thing and what `work` makes of it, in the order given, by as many processes as this one may use.

    `work` is a function of a module, and may not raise. A thing whose process ends by itself, killed or out of memory,
    is given to a new one; where that ends too, `ended` says what is made of it. The processes end with this one,
    however it ends: each at the latest when it has done what it is at.
    """
    coming = iter(given)
    here = coming if _processors() == 1 else islice(coming, FEW)
    yield from ((one, work(one)) for one in here)
    for one in coming:
        workers = _Workers(work, ended, _processors())
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
        self._processes: dict[Connection, Any] = dict(self._start() for _ in range(processes))
        self._idle = list(self._processes)
        self._most = processes * _AHEAD

    def done(self, given: Iterator[Given]) -> Iterator[tuple[Given, Made]]:
        """Each thing and what was made of it."""
        open_tasks: deque[_Task[Given, Made]] = deque()
        for one in given:
            task: _Task[Given, Made] = _Task(one)
            open_tasks.append(task)
            while not self._idle:
                self._hear()
            self._give(task)
            while open_tasks and (open_tasks[0].made or len(open_tasks) >= self._most):
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
            assert isinstance(pipe, Connection)
            try:
                self._busy[pipe].made = (pipe.recv(),)
            except (EOFError, OSError):
                self._replace(pipe)
            else:
                del self._busy[pipe]
                self._idle.append(pipe)

    def _replace(self, pipe: Connection) -> None:
        """Start a process in place of one that ended by itself."""
        task, process = self._busy.pop(pipe), self._processes.pop(pipe)
        pipe.close()
        process.join()
        new, started = self._start()
        self._processes[new] = started
        self._idle.append(new)
        if task.is_again:
            task.made = (self._ended(task.given, f"two processes ended over it by themselves ({process.exitcode})"),)
        else:
            task.is_again = True
            self._give(task)


def _started(work: Callable[[Given], Made]) -> tuple[Connection, Any]:
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _serve(work: Callable[[Given], Made], pipe: Connection) -> None:
    """In a process of its own: do what is given, until nobody gives any more."""
    # An interrupt of the terminal goes to all; the one who gives work ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            pipe.send(work(pipe.recv()))
    except (EOFError, OSError):
        return


def _processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
