"""Programs that run beside a test: none outlives it, however it ends."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def running(command: Sequence[str | Path], **options: Any) -> Iterator["subprocess.Popen[str]"]:
    """Start `command`, and kill what still runs at the end: `Popen` alone would wait, without a limit.

    So it would also after a test that has run out of time, and no other test would run.
    """
    with subprocess.Popen(command, encoding="utf-8", **options) as program:
        try:
            yield program
        finally:
            program.kill()
