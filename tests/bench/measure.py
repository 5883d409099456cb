"""Time and memory of a program of its own, and tables of them."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.paths import PROJECT

FOLDER = PROJECT / ".cache" / "bench"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took."""

    seconds: float
    megabytes: float
    cpu: float = 0.0
    """Seconds at work, which other programs on the machine disturb less."""


def run(command: Sequence[str | Path], cwd: Path = PROJECT) -> Measured:
    """Run `command`, which must succeed; its own time and its peak memory."""
    start = time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        [*map(str, command)], cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    peak = _Peak(process.pid)
    peak.start()
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    peak.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(said.decode())
    megabytes = max(usage.ru_maxrss, peak.kilobytes) / 1024
    return Measured(time.perf_counter() - start, megabytes, usage.ru_utime + usage.ru_stime)


class _Peak(threading.Thread):
    """Looks from time to time at the memory of a process and those below it, shared parts counted once."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.kilobytes, self._over = pid, 0, threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.25):
            self.kilobytes = max(self.kilobytes, sum(map(_own_share, _family(self.pid))))

    def end(self) -> None:
        self._over.set()
        self.join()


def _family(pid: int) -> list[int]:
    """`pid` and all below it; Linux alone tells."""
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in below for one in _family(int(child)))]


def _own_share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def python(program: str, *arguments: str | Path) -> Measured:
    """Run `program` in a new interpreter."""
    return run([sys.executable, "-c", program, *arguments])


def made_list(count: int) -> Path:
    """A list of `count` entries, made once."""
    root = FOLDER / f"list-{count}"
    if not root.exists():
        run([sys.executable, "-m", "tests.bench.made", root, str(count)])
        (root / "node_modules").symlink_to(PROJECT / "node_modules")
    return root


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table; numbers with the digits that mean something."""
    lines = [[*head], ["---"] * len(head), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    return (
        f"{value:.3g}"
        if isinstance(value, float) and value < 100
        else f"{value:.0f}"
        if isinstance(value, float)
        else str(value)
    )
