"""A clock whose every thread has a time of its own, so that waits side by side do not add up."""

import threading
from datetime import UTC, datetime, timedelta


class LaneClock:
    """Time passes for the thread that sleeps; `wall` is that of the slowest."""

    def __init__(self) -> None:
        self._lanes: dict[int, float] = {}

    def now(self) -> datetime:
        return datetime(2026, 11, 24, 8, tzinfo=UTC) + timedelta(seconds=self.monotonic())

    def monotonic(self) -> float:
        return self._lanes.get(threading.get_ident(), 0.0)

    def sleep(self, seconds: float) -> None:
        self._lanes[threading.get_ident()] = self.monotonic() + seconds

    @property
    def wall(self) -> float:
        return max(self._lanes.values(), default=0.0)
