"""When the next request may go out: clocks, the pace of one service, a queue for many hosts."""

import heapq
import itertools
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Generic, Protocol, TypeVar

Job = TypeVar("Job")


class Clock(Protocol):
    """The time that the checker goes by."""

    def now(self) -> datetime:
        """The time of day, in UTC."""

    def monotonic(self) -> float:
        """Seconds that only go forward."""

    def sleep(self, seconds: float) -> None:
        """Let `seconds` pass."""


class SystemClock:
    """The machine's own time; a sleep ends early once `stopped` is set."""

    def __init__(self) -> None:
        self.stopped = threading.Event()

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Let `seconds` pass, or return as soon as `stopped` is set."""
        self.stopped.wait(seconds)


class Pace:
    """Lets one request run at a time, and the next one `gap` seconds after the end of the last.

    With `limit` and `window` no more than `limit` requests begin within any `window` seconds.

    >>> pace = Pace(SystemClock(), gap=3.0)
    >>> with pace.turn():
    ...     pass  # the request
    """

    def __init__(self, clock: Clock, gap: float = 0.0, *, limit: int = 0, window: float = 0.0) -> None:
        self._clock, self._gap, self._window = clock, gap, window
        self._begun: deque[float] = deque(maxlen=limit or 1)
        self._free_at = float("-inf")
        self._lock = threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn and keep it while the block runs."""
        with self._lock:
            self._wait()
            self._begun.append(self._clock.monotonic())
            try:
                yield
            finally:
                self._free_at = self._clock.monotonic() + self._gap

    def pause(self, seconds: float) -> None:
        """Let no request begin during the next `seconds`."""
        self._free_at = max(self._free_at, self._clock.monotonic() + seconds)

    def _wait(self) -> None:
        until = self._free_at
        if self._window and len(self._begun) == self._begun.maxlen:
            until = max(until, self._begun[0] + self._window)
        if (rest := until - self._clock.monotonic()) > 0:
            self._clock.sleep(rest)


class HostQueue(Generic[Job]):
    """Jobs by host: at most `limit` of a host run at once, and they start `gap` seconds apart.

    It has no clock and starts nothing: `take` gets the time, so a test can use any time.
    """

    def __init__(self, limit: int, gap: float) -> None:
        self._limit, self._gap = limit, gap
        self._hosts: dict[str, _Host[Job]] = {}
        self._ready: list[tuple[float, int, str]] = []
        self._order = itertools.count()
        self.waiting = 0

    def put(self, host: str, job: Job, at: float = 0.0) -> None:
        """Add a job that must not start before `at`."""
        self.waiting += 1
        heapq.heappush(self._hosts.setdefault(host, _Host()).jobs, (at, next(self._order), job))
        self._announce(host)

    def take(self, now: float) -> tuple[str, Job] | float:
        """Take a host and its job that may start now.

        Otherwise return the seconds until one may start: infinite if first a running job must end.
        """
        while self._ready:
            at, _, name = self._ready[0]
            host = self._hosts[name]
            if at != host.ready_at(self._limit):
                heapq.heappop(self._ready)  # the host has another time by now
            elif at > now:
                return at - now
            else:
                heapq.heappop(self._ready)
                return name, self._start(name, host, now)
        return float("inf")

    def finish(self, host: str) -> None:
        """Say that a job of `host` has ended."""
        self._hosts[host].running -= 1
        self._announce(host)

    def _start(self, name: str, host: "_Host[Job]", now: float) -> Job:
        self.waiting -= 1
        job = heapq.heappop(host.jobs)[2]
        host.running += 1
        host.free_at = now + self._gap
        self._announce(name)
        return job

    def _announce(self, name: str) -> None:
        at = self._hosts[name].ready_at(self._limit)
        if at < float("inf"):
            heapq.heappush(self._ready, (at, next(self._order), name))


class _Host(Generic[Job]):
    def __init__(self) -> None:
        self.jobs: list[tuple[float, int, Job]] = []
        self.running = 0
        self.free_at = 0.0

    def ready_at(self, limit: int) -> float:
        if not self.jobs or self.running >= limit:
            return float("inf")
        return max(self.jobs[0][0], self.free_at)
