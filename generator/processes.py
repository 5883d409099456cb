"""Run many jobs in several processes, this one among them, where a process can be forked safely."""

import os
import sys
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from signal import SIG_IGN, SIGINT, signal
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

WorkItem = TypeVar("WorkItem")
JobResult = TypeVar("JobResult")

SHARE_SIZE = 100
"""How many items a process takes at a time: few, so that all processes end at about the same time."""

_jobs: Sequence[Callable[[], Any]]
"""What the processes of a pool work on. A forked process inherits it, so nothing has to be copied."""


def work_on_shares(
    work: Callable[[Sequence[WorkItem]], JobResult], items: Sequence[WorkItem], processes: int | None = None
) -> Iterator[JobResult]:
    """Yield what `work` returns for each share of `items`, in order; see `run_jobs`."""
    return run_jobs([partial(work, share) for share in split_into_shares(items)], processes)


def split_into_shares(items: Sequence[WorkItem]) -> list[Sequence[WorkItem]]:
    """Split `items` into parts of `SHARE_SIZE`."""
    return [items[start : start + SHARE_SIZE] for start in range(0, len(items), SHARE_SIZE)]


def run_jobs(
    jobs: Sequence[Callable[[], JobResult]], processes: int | None = None
) -> Generator[JobResult, None, None]:
    """Yield what each of `jobs` returns, in order, using `processes` or all cores.

    The work begins when the first result is asked for. This process is one of those that work, as each
    further one soon needs as much memory as this: it takes the last jobs, the others take the first ones,
    so long jobs should be first. Only the result of a job counts; other changes that it makes in memory may
    be lost. A process with threads, such as `mkdocs serve` after its first build, cannot be forked safely:
    it runs each job by itself, when its result is asked for.
    """
    count = min(processes or core_count(), len(jobs))
    if count < 2 or sys.platform != "linux" or threading.active_count() > 1:
        yield from (job() for job in jobs)
        return
    import multiprocessing  # here, as it takes a while and most runs need no other process
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(count - 1, context, _prepare_process, (jobs,)) as pool:
        try:
            yield from _share(jobs, [pool.submit(_run_job, number) for number in range(len(jobs))])
        finally:
            pool.shutdown(cancel_futures=True)


def _share(
    jobs: Sequence[Callable[[], JobResult]], elsewhere: Sequence["Future[JobResult]"]
) -> Iterator[JobResult]:
    """Run the last of `jobs` that no other process has begun, until none is left; yield all results."""
    own: list[JobResult] = []
    while len(own) < len(jobs) and elsewhere[-len(own) - 1].cancel():
        own.append(jobs[-len(own) - 1]())
    yield from (future.result() for future in elsewhere[: len(jobs) - len(own)])
    yield from reversed(own)


def core_count() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _prepare_process(jobs: Sequence[Callable[[], Any]]) -> None:
    global _jobs
    _jobs = jobs
    signal(SIGINT, SIG_IGN)  # Ctrl-C is handled once, by the parent


def _run_job(number: int) -> Any:
    return _jobs[number]()
