"""Programs that a test interrupts as Ctrl-C does."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def accepting_interrupts() -> Iterator[None]:
    """Let programs that are started here obey SIGINT, which those in the background of a shell ignore.

    A program inherits that a signal is ignored, but no handler. `preexec_fn` could do it too, but it runs
    Python in a fork of this process, which may have threads, and then it may wait forever.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
