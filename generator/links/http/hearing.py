"""Whether any server answers at all: a failure without a network says nothing about a link."""

import threading
from dataclasses import dataclass, field


@dataclass
class Hearing:
    """Counts the requests of a run and their answers; several threads may count.

    >>> hearing = Hearing()
    >>> hearing.note(answered=False)
    >>> hearing.is_silent
    True
    """

    asked: int = 0
    answered: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def note(self, *, answered: bool) -> None:
        """Count a request; it is `answered` if any answer came, also an error."""
        with self._lock:
            self.asked += 1
            self.answered += answered

    @property
    def is_silent(self) -> bool:
        """Whether requests were sent, and not one was answered."""
        return self.asked > 0 and not self.answered


class NothingAnswered(Exception):
    """Not one server answered in a run, so it learned nothing; the message says what to do."""
