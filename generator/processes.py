"""Run many jobs in several processes, this one among them, where a process can be forked safely."""

import errno
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from signal import SIG_IGN, SIGINT, SIGTERM, signal
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

WorkItem = TypeVar("WorkItem")
JobResult = TypeVar("JobResult")

SHARE_SIZE = 100
"""How many items a process takes at a time: few, so that all processes end at about the same time."""

_PR_SET_PDEATHSIG = 1
"""Of `linux/prctl.h`: the signal that a process gets when its parent ends."""

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
    it runs each job by itself, when its result is asked for. Raises ChildProcessError if a process is killed.
    """
    count = min(processes or count_cores(), len(jobs))
    if count < 2 or not _can_fork():
        yield from (job() for job in jobs)
        return
    with _open_pool(count - 1, jobs) as pool:
        queue = _Queue(len(jobs), pool)
        try:
            for _ in range(count):  # one for each other process, and one that waits
                queue.give()
            yield from _work_too(jobs, queue)
        finally:
            queue.close()
            pool.shutdown(cancel_futures=True)


class JobsAhead(Generic[JobResult]):
    """Jobs that another process runs, one after the other, while this one prepares more.

    As in `run_jobs`, only the result of a job counts. Without a second core none is begun.
    """

    def __init__(self, jobs: Sequence[Callable[[], JobResult]], processes: int | None = None) -> None:
        """Begin the first of `jobs`."""
        self._jobs = jobs
        self._queue: _Queue | None = None
        if jobs and (processes or count_cores()) > 1 and _can_fork():
            self._pool = _open_pool(1, jobs)
            self._queue = _Queue(len(jobs), self._pool)
            self._queue.give()

    def take_back(self) -> list[Callable[[], JobResult]]:
        """Return the jobs that nobody has begun; the other process begins none of them."""
        left = self._queue.close() if self._queue else range(len(self._jobs))
        return [self._jobs[number] for number in left]

    def is_running(self) -> bool:
        """Return whether the other process is at work."""
        return self._queue is not None and not all(job.done() for job in self._queue.given.values())

    def end(self) -> list[JobResult]:
        """Wait for the job that has begun; return the results of those done, or raise the error of one."""
        self.take_back()
        if not self._queue:
            return []
        try:
            return [_get_result(future) for future in self._queue.given.values()]
        finally:
            self._pool.shutdown()


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1


def _open_pool(count: int, jobs: Sequence[Callable[[], Any]]) -> "ProcessPoolExecutor":
    import multiprocessing  # here, as it takes a while and most runs need no other process
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(count, context, _prepare_process, (jobs, os.getpid()))


class _Queue:
    """Jobs that no process has yet, by number: the pool gets them from the front, this process from the end.

    The pool has few at a time: one that is canceled there would hang when a process of the pool is killed.
    """

    def __init__(self, count: int, pool: "ProcessPoolExecutor") -> None:
        self._left, self._pool, self._lock = deque(range(count)), pool, threading.Lock()
        self.given: dict[int, Future[Any]] = {}

    def give(self, done: "Future[Any] | None" = None) -> None:
        """Give the pool a job, and the next one once that is `done`; none after one that failed."""
        if done and (done.cancelled() or done.exception()):
            self.close()
        with self._lock:
            if not self._left:
                return
            number = self._left.popleft()
            future = self.given[number] = self._submit(number)
        future.add_done_callback(self.give)

    def take(self) -> int | None:
        """Take the last job that nobody has, if there is one."""
        with self._lock:
            return self._left.pop() if self._left else None

    def close(self) -> list[int]:
        """Give no more jobs; return those that are left."""
        with self._lock:
            left = [*self._left]
            self._left.clear()
        return left

    def _submit(self, number: int) -> "Future[Any]":
        try:
            return self._pool.submit(_run_job, number)
        except RuntimeError as error:  # a process of the pool was killed
            from concurrent.futures import Future

            failed: Future[Any] = Future()
            failed.set_exception(error)
            return failed


def _work_too(jobs: Sequence[Callable[[], JobResult]], queue: _Queue) -> Iterator[JobResult]:
    """Run the last jobs, until none is left; yield all results in order."""
    own: list[JobResult] = []
    while (number := queue.take()) is not None:
        own.append(jobs[number]())
    yield from (_get_result(queue.given[number]) for number in range(len(jobs) - len(own)))
    yield from reversed(own)


def _get_result(job: "Future[JobResult]") -> JobResult:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return job.result()
    except BrokenProcessPool as error:
        reason = "a process of this program was ended from outside, perhaps because memory was short"
        raise ChildProcessError(errno.ECHILD, reason) from error


def count_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _prepare_process(jobs: Sequence[Callable[[], Any]], parent: int) -> None:
    global _jobs
    _jobs = jobs
    signal(SIGINT, SIG_IGN)  # Ctrl-C is handled once, by the parent
    _end_with(parent)


def _end_with(parent: int) -> None:
    """Have Linux end this process when `parent` ends, however that is killed."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, SIGTERM)
    if os.getppid() != parent:  # it ended before
        os.kill(os.getpid(), SIGTERM)


def _run_job(number: int) -> Any:
    return _jobs[number]()
