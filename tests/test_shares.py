"""Work in shares: all of it is done, by one process or several, and a fault in any stops it."""

import multiprocessing
import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.shares import SHARE, in_shares

ITEMS = range(3 * SHARE + 1)


def test_every_item_is_worked_on_once(tmp_path: Path) -> None:
    def work(share: Sequence[int]) -> None:
        for item in share:
            (tmp_path / str(item)).touch(exist_ok=False)

    in_shares(work, ITEMS, processes=2)
    assert sorted(int(file.name) for file in tmp_path.iterdir()) == [*ITEMS]


def test_several_processes_work_at_once() -> None:
    me, both_work = os.getpid(), multiprocessing.get_context("fork").Event()

    def work(share: Sequence[int]) -> None:
        if os.getpid() == me:
            assert both_work.wait(timeout=60)
        else:
            both_work.set()

    in_shares(work, ITEMS, processes=2)


def test_a_fault_in_another_process_is_one_of_the_whole(capfd: pytest.CaptureFixture[str]) -> None:
    me, other_failed = os.getpid(), multiprocessing.get_context("fork").Event()

    def work(share: Sequence[int]) -> None:
        if os.getpid() == me:
            assert other_failed.wait(timeout=60)
        else:
            other_failed.set()
            raise ValueError("a bad item")

    with pytest.raises(RuntimeError):
        in_shares(work, ITEMS, processes=2)
    assert "ValueError: a bad item" in capfd.readouterr().err


def test_a_process_with_threads_works_alone() -> None:
    done: list[int] = []
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    in_shares(done.extend, ITEMS, processes=2)
    end.set()
    thread.join()
    assert done == [*ITEMS]
