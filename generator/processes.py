"""Work by several processes at once, where the system lets one be forked safely."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")

SHARE = 100
"""So many items are taken at a time: few enough that all processes end at once."""


def in_shares(
    work: Callable[[Sequence[Item]], None], items: Sequence[Item], processes: int | None = None
) -> None:
    """Do `work` on all `items`, share by share, in as many `processes` as there are cores.

    What `work` leaves in memory is lost, so it must write to disk. A process with threads, such as
    that of `mkdocs serve` after its first build, cannot be forked safely: it does all by itself.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        work(items)
        return
    context = multiprocessing.get_context("fork")
    taken = context.Value("q", 0)

    def work_on() -> None:
        while share := _next(items, taken):
            work(share)

    others = [context.Process(target=work_on) for _ in range(1, processes or cores())]
    for process in others:
        process.start()
    work_on()
    for process in others:
        process.join()
        if process.exitcode:
            raise RuntimeError("a share of the work failed; what is above says why")


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _next(items: Sequence[Item], taken: Any) -> Sequence[Item]:
    with taken.get_lock():
        first = taken.value
        taken.value += SHARE
    return items[first : first + SHARE]
