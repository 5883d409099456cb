"""Work on many items in several processes, where a process can be forked safely."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from signal import SIG_IGN, SIGINT, signal
from typing import Any, TypeVar

WorkItem = TypeVar("WorkItem")
ShareResult = TypeVar("ShareResult")

SHARE_SIZE = 100
"""How many items a process takes at a time: few, so that all processes end at about the same time."""

_shared: tuple[Callable[[Any], Any], Sequence[Any]]
"""What the processes of a pool work on. A forked process inherits it, so nothing has to be copied."""


def work_on_shares(
    work: Callable[[Sequence[WorkItem]], ShareResult], items: Sequence[WorkItem], processes: int | None = None
) -> Iterator[ShareResult]:
    """Yield what `work` returns for each share of `items`, in order, using `processes` or all cores.

    Only the result of `work` comes back; other changes that it makes in memory are lost. A process with
    threads, such as `mkdocs serve` after its first build, cannot be forked safely: it does all the work
    by itself.
    """
    starts = range(0, len(items), SHARE_SIZE)
    count = min(processes or core_count(), len(starts))
    if count < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield from (work(items[start : start + SHARE_SIZE]) for start in starts)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count, context, _prepare_process, (work, items)) as pool:
        yield from pool.map(_work_on_share, starts)


def core_count() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _prepare_process(work: Callable[[Any], Any], items: Sequence[Any]) -> None:
    global _shared
    _shared = work, items
    signal(SIGINT, SIG_IGN)  # Ctrl-C is handled once, by the parent


def _work_on_share(start: int) -> Any:
    work, items = _shared
    return work(items[start : start + SHARE_SIZE])
