"""How far a run is: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

EVERY = 100
"""Targets between two plain lines of a service."""

Advance = Callable[[str], None]


@contextmanager
def progress(due: Mapping[str, Sequence[str]], stream: TextIO) -> Iterator[Advance]:
    """Yield a function to call with the service's name for each target that was told."""
    if stream.isatty():
        with _bar(due, stream) as advance:
            yield advance
    else:
        yield _lines(due, stream)


@contextmanager
def _bar(due: Mapping[str, Sequence[str]], stream: TextIO) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress

    columns = (*Progress.get_default_columns(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as bar:
        tasks = {service: bar.add_task(service, total=len(ids)) for service, ids in due.items()}

        def advance(service: str) -> None:
            if service in tasks:
                bar.advance(tasks[service])

        yield advance


def _lines(due: Mapping[str, Sequence[str]], stream: TextIO) -> Advance:
    done = dict.fromkeys(due, 0)

    def advance(service: str) -> None:
        if service not in done:
            return
        done[service] += 1
        if done[service] % EVERY == 0 or done[service] == len(due[service]):
            stream.write(f"{service}: {done[service]} of {len(due[service])}\n")
            stream.flush()

    return advance
