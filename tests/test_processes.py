"""Work in shares: one process or several do all of it, and an error in any of them stops it."""

import os
import signal
import subprocess
import sys
import threading
from functools import partial

import pytest

from generator.processes import SHARE_SIZE, JobsAhead, run_jobs, work_on_shares

ITEMS = range(3 * SHARE_SIZE + 1)


def test_every_item_is_processed_once_and_results_keep_their_order() -> None:
    done = list(work_on_shares(list, ITEMS, processes=2))
    assert [len(share) for share in done] == [SHARE_SIZE, SHARE_SIZE, SHARE_SIZE, 1]
    assert [item for share in done for item in share] == [*ITEMS]


TOGETHER = """
import multiprocessing, os, sys
from generator.processes import SHARE_SIZE, work_on_shares
me, meeting = os.getpid(), multiprocessing.get_context("fork").Barrier(2)
met = set()
def work(share):
    if os.getpid() not in met:  # the first share of each process
        met.add(os.getpid())
        meeting.wait(timeout=300)
    if "fail" in sys.argv:
        raise ValueError("a bad item")
    return os.getpid()
found = set(work_on_shares(work, range(3 * SHARE_SIZE + 1), processes=2))
assert len(found) == 2 and me in found
"""


def together(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run it in a new interpreter, as a process with threads, such as this may be, is never forked."""
    command = [sys.executable, "-c", TOGETHER, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_several_processes_run_at_once() -> None:
    assert together().returncode == 0


def test_an_error_in_another_process_is_raised_here() -> None:
    done = together("fail")
    assert done.returncode == 1
    assert "ValueError: a bad item" in done.stderr


KILLED = """
import os, signal, sys
from functools import partial
from generator.processes import run_jobs
me, (read, write), (never, _) = os.getpid(), os.pipe(), os.pipe()
def work(number):
    if os.getpid() == me:
        os.write(write, b"1")
    elif number == 0:
        os.read(read, 1)  # this process has taken a job
        os.kill(os.getpid(), signal.SIGKILL)
    else:
        os.read(never, 1)
list(run_jobs([partial(work, number) for number in range(50)], processes=int(sys.argv[1])))
"""


@pytest.mark.parametrize("processes", [2, 3, 5])
def test_a_process_that_is_killed_ends_the_work(processes: int) -> None:
    command = [sys.executable, "-c", KILLED, str(processes)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ended from outside, perhaps because memory was short" in done.stderr


LEFT = """
import os, signal, time
from functools import partial
from generator.processes import run_jobs
me, (read, write) = os.getpid(), os.pipe()
def work():
    if os.getpid() != me:
        os.write(write, b"1")
        time.sleep(600)
    os.read(read, 1)  # the other process has begun
    os.kill(me, signal.SIGKILL)
list(run_jobs([work] * 8, processes=2))
"""


def test_no_process_is_left_when_this_one_is_killed() -> None:
    """Its output ends, which the process that is left would hold."""
    done = subprocess.run([sys.executable, "-c", LEFT], capture_output=True, timeout=300, check=False)
    assert done.returncode == -signal.SIGKILL


def test_a_process_with_threads_works_alone() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait, daemon=True)
    thread.start()
    workers = set(work_on_shares(lambda share: os.getpid(), ITEMS, processes=2))
    end.set()
    thread.join()
    assert workers == {os.getpid()}


def test_jobs_give_their_results_in_order_and_long_ones_may_be_first() -> None:
    jobs = [partial(sum, range(count)) for count in (100_000, 3, 2)]
    assert list(run_jobs(jobs, processes=2)) == [4_999_950_000, 3, 1]


def test_no_job_runs_before_the_first_result_is_asked_for() -> None:
    done: list[int] = []
    results = run_jobs([partial(done.append, number) for number in range(2)], processes=1)
    assert done == []
    next(results)
    assert done == [0]


AHEAD = """
import os, signal, sys
from functools import partial
from generator.processes import JobsAhead
me, (read, write), (begun, tell) = os.getpid(), os.pipe(), os.pipe()
def work(number):
    os.write(tell, b"1")
    os.read(read, 1)
    if "fail" in sys.argv:
        raise ValueError("a bad item")
    if "die" in sys.argv:
        os.kill(os.getpid(), signal.SIGKILL)
    return number, os.getpid() != me
ahead = JobsAhead([partial(work, number) for number in range(3)], processes=2)
os.read(begun, 1)
assert ahead.is_running()
left = ahead.take_back()
os.write(write, b"111")
assert ahead.end() == [(0, True)] and not ahead.is_running()
assert [job() for job in left] == [(1, False), (2, False)]
"""


def run_ahead(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", AHEAD, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_another_process_begins_jobs_and_leaves_those_that_are_taken_back() -> None:
    done = run_ahead()
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("argument", "error"), [("fail", "ValueError: a bad item"), ("die", "ChildProcessError: ")]
)
def test_what_happens_to_the_process_ahead_is_raised_at_its_end(argument: str, error: str) -> None:
    done = run_ahead(argument)
    assert done.returncode == 1
    assert error in done.stderr


def test_without_another_process_all_jobs_are_left() -> None:
    ahead = JobsAhead([partial(sum, range(count)) for count in (3, 2)], processes=1)
    assert not ahead.is_running()
    assert [job() for job in ahead.take_back()] == [3, 1]
    assert ahead.end() == []
