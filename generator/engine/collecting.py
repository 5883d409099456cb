"""Pause Python's garbage collection while objects are made that stay until the end of a build."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collection() -> Iterator[None]:
    """Collect no garbage: to search among objects that stay takes two fifths of the time of a build."""
    gc.unfreeze()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
