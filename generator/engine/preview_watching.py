"""Watch the files of a preview, also while a watched file or folder is away: git and editors move them."""

import os
from collections.abc import Container, Iterator
from functools import partial

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserverVFS

_AWAY = os.stat_result((0,) * 10)
"""What is said of a watched path that is away: nothing is in it. Watching would end with an error."""


def make_observer(watched: Container[str], seconds: float) -> BaseObserver:
    """Return what compares the files at or below the paths that are `watched`, every few `seconds`."""
    return PollingObserverVFS(partial(_stat, watched), _list_folder, polling_interval=seconds)  # type: ignore[arg-type]


def _stat(watched: Container[str], path: str) -> os.stat_result:
    try:
        return os.stat(path)
    except OSError:
        if path in watched:
            return _AWAY
        raise  # a file that was deleted since its folder was read, or a link to nowhere


def _list_folder(path: str) -> Iterator["os.DirEntry[str]"]:
    """List a folder; one that cannot be read is empty: the build that follows says so."""
    try:
        with os.scandir(path) as found:
            yield from found
    except OSError:
        return
