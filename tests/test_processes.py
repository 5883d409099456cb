"""Work in shares: all of it is done, by one process or several, and a fault in any stops it."""

import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from generator.processes import SHARE, in_shares

ITEMS = range(3 * SHARE + 1)


def test_every_item_is_worked_on_once(tmp_path: Path) -> None:
    def work(share: Sequence[int]) -> None:
        for item in share:
            (tmp_path / str(item)).touch(exist_ok=False)

    in_shares(work, ITEMS, processes=2)
    assert sorted(int(file.name) for file in tmp_path.iterdir()) == [*ITEMS]


TOGETHER = """
import multiprocessing, os, sys
from generator.processes import SHARE, in_shares
me, other_works = os.getpid(), multiprocessing.get_context("fork").Event()
def work(share):
    if os.getpid() == me:
        assert other_works.wait(timeout=60)
    else:
        other_works.set()
        if "fail" in sys.argv:
            raise ValueError("a bad item")
in_shares(work, range(3 * SHARE + 1), processes=2)
"""


def together(*arguments: str) -> subprocess.CompletedProcess[str]:
    """In an interpreter of its own, as one with threads, such as this may be, is never forked."""
    command = [sys.executable, "-c", TOGETHER, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_several_processes_work_at_once() -> None:
    assert together().returncode == 0


def test_a_fault_in_another_process_is_one_of_the_whole() -> None:
    done = together("fail")
    assert done.returncode == 1
    assert "ValueError: a bad item" in done.stderr
    assert "RuntimeError: a share of the work failed" in done.stderr


def test_a_process_with_threads_works_alone() -> None:
    done: list[int] = []
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    in_shares(done.extend, ITEMS, processes=2)
    end.set()
    thread.join()
    assert done == [*ITEMS]
