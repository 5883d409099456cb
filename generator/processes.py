"""Work on many items in several processes, where the system lets one be forked safely."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from signal import SIG_IGN, SIGINT, signal
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

SHARE = 100
"""A process takes so many items at a time: few enough that all processes end at about the same time."""

_shared: tuple[Callable[[Any], Any], Sequence[Any]]
"""What the processes of a pool work on. They inherit it, so that nothing is copied to them."""


def work_on_shares(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], processes: int | None = None
) -> Iterator[Result]:
    """Yield what `work` returns for each share of `items`, in their order, using `processes` or all cores.

    What `work` leaves in memory is lost; its result is copied. A process with threads, such as that of
    `mkdocs serve` after its first build, cannot be forked safely: it does all the work by itself.
    """
    starts = range(0, len(items), SHARE)
    count = min(processes or core_count(), len(starts))
    if count < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield from (work(items[start : start + SHARE]) for start in starts)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, context, _prepare_process, (work, items)) as pool:
        yield from pool.map(_work_on_share, starts)


def core_count() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _prepare_process(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    global _shared
    _shared = work, items
    signal(SIGINT, SIG_IGN)  # an interruption is reported by the parent, once


def _work_on_share(start: int) -> Any:
    work, items = _shared
    return work(items[start : start + SHARE])
