"""The progress of a run: a line for every hundredth target of a service, and for its last."""

from collections.abc import Callable, Mapping, Sequence
from typing import TextIO

REPORT_EVERY = 100
"""Number of targets between two lines of a service."""


def make_progress_reporter(due: Mapping[str, Sequence[str]], stream: TextIO) -> Callable[[str], None]:
    """Make a function to be called with the service's name for each target that has its answer."""
    done = dict.fromkeys(due, 0)

    def advance(service: str) -> None:
        if service not in done:
            return
        done[service] += 1
        if done[service] % REPORT_EVERY == 0 or done[service] == len(due[service]):
            stream.write(f"{service}: {done[service]} of {len(due[service])}\n")
            stream.flush()

    return advance
