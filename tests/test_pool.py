"""Several processes: the order, what is left of one that is killed, and who ends with whom."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from dateline import pool

MANY = pool.FEW + 30


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    """On a machine of one, nothing would be tested."""
    monkeypatch.setattr(pool, "_processors", lambda: 2)


def slowly(number):
    """The later, the faster; and by which process."""
    time.sleep(0.05 if number % 7 == 0 else 0)
    return number * 2, os.getpid()


def deadly(number):
    """Some things end whatever process does them."""
    if number == pool.FEW + 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def once(told):
    """It ends the first process that does it, as memory that is short for a moment would."""
    number, place = told
    if number == pool.FEW + 3 and not Path(place).exists():
        Path(place).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def deadly_early(number):
    """As `deadly`, among those that this process would do."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def ended(given, fault):
    return given, fault


def test_what_comes_is_in_the_order_of_what_was_given():
    """By this process the first, by others the rest."""
    found = list(pool.in_order(slowly, range(MANY), ended))
    assert [(given, made[0]) for given, made in found] == [(number, number * 2) for number in range(MANY)]
    assert {made[1] for _, made in found[: pool.FEW]} == {os.getpid()}
    assert os.getpid() not in {made[1] for _, made in found[pool.FEW :]}
    assert len({made[1] for _, made in found[pool.FEW :]}) == 2


def test_a_thing_that_ends_its_process_costs_no_other():
    """It is tried twice, and named."""
    found = dict(pool.in_order(deadly, range(MANY), ended))
    hit = pool.FEW + 3
    assert found.pop(hit) == (hit, "two processes ended over it by themselves (-9)")
    assert found == {number: number for number in range(MANY) if number != hit}


@pytest.mark.parametrize("processors", [1, 2])
def test_from_one_that_is_risky_on_others_do_the_work(processors, monkeypatch):
    """Also on one processor, and among the first: what ends its process does not end this one."""
    monkeypatch.setattr(pool, "_processors", lambda: processors)
    found = dict(pool.in_order(deadly_early, range(20), ended, lambda number: number == 3))
    assert found.pop(3) == (3, "two processes ended over it by themselves (-9)")
    assert found == {number: number for number in range(20) if number != 3}
    assert not active_children()


def test_a_process_that_cannot_start_is_no_fault_of_a_thing(tmp_path):
    """A program that would start itself anew in each of them: nothing is named, and it is said in one line."""
    file = tmp_path / "unguarded.py"
    script = PARENT.format(here=str(Path(__file__).parent.parent)).replace("iter(int, 1)", "range(52)")
    file.write_text(script.replace('if __name__ == "__main__"', "if True"))
    done = subprocess.run([sys.executable, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith(
        "dateline.errors.ProcessError: a process that shares the work could not be started: it ended at once (1)"
    )


def test_there_are_no_more_processes_than_memory_may_hold(monkeypatch):
    """However many processors the machine has."""
    monkeypatch.setattr(pool, "_processors", lambda: 32)
    with closing(pool.in_order(slowly, range(MANY), ended)) as found:
        for _ in range(pool.FEW + 1):
            next(found)
        assert len(active_children()) == 8


def test_what_was_under_way_in_a_process_that_was_killed_is_done_by_another(tmp_path):
    """So that nothing is lost by it."""
    given = [(number, str(tmp_path / "killed")) for number in range(MANY)]
    assert [made for _, made in pool.in_order(once, given, ended)] == list(range(MANY))
    assert (tmp_path / "killed").exists()


def test_no_more_is_taken_than_can_be_held():
    """What is given is asked for as it is needed, and no further ahead."""
    taken = []

    def given():
        for number in range(10_000):
            taken.append(number)
            yield number

    with closing(pool.in_order(slowly, given(), ended)) as found:
        for _ in range(pool.FEW + 10):
            next(found)
        assert len(taken) < pool.FEW + 10 + 20
    assert not active_children()


PARENT = """
import os, sys
sys.path.insert(0, {here!r})
from dateline import pool
from tests.test_pool import slowly, ended
pool._processors = lambda: 2
if __name__ == "__main__":
    for number, made in pool.in_order(slowly, iter(int, 1), ended):
        if made[1] != os.getpid():
            print(made[1], flush=True)
"""


def test_the_processes_end_with_the_one_that_gives_them_work(tmp_path):
    """Though it is killed, and can tell nobody."""
    (tmp_path / "parent.py").write_text(PARENT.format(here=str(Path(__file__).parent.parent)))
    with subprocess.Popen([sys.executable, str(tmp_path / "parent.py")], stdout=subprocess.PIPE, text=True) as parent:
        started = {int(parent.stdout.readline()) for _ in range(50)}
        parent.kill()
    ends = time.monotonic() + 30
    while any(map(is_there, started)) and time.monotonic() < ends:
        time.sleep(0.1)
    assert not any(map(is_there, started))


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
