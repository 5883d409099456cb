"""Measure time and memory of another program, and format the results as tables."""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.paths import PROJECT

FOLDER = Path(os.environ.get("BENCH_FOLDER", PROJECT / ".cache" / "bench"))
"""Where lists and sites are written: in `BENCH_FOLDER=/dev/shm/bench`, memory, the disk does not count."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """The cost of one run."""

    seconds: float
    megabytes: float
    cpu: float = 0.0
    """CPU seconds, which other programs on the machine affect less."""


def run_measured(command: Sequence[str | Path], cwd: Path = PROJECT) -> Measurement:
    """Run `command` and measure its time and its peak memory; SystemExit where it fails."""
    start = time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(PROJECT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # modules stay compiled, as where nobody sets it
    process = subprocess.Popen(
        [*map(str, command)], cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    peak = _Peak(process.pid)
    peak.start()
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    peak.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(errors.decode())
    megabytes = max(usage.ru_maxrss, peak.kilobytes) / 1024
    return Measurement(time.perf_counter() - start, megabytes, usage.ru_utime + usage.ru_stime)


class _Peak(threading.Thread):
    """Polls the memory of a process and its children; shared memory counts once."""

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
    """`pid` and all its descendants, which only Linux lists."""
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid, *(descendant for child in below for descendant in _family(int(child)))]


def _own_share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def run_python(program: str, *arguments: str | Path) -> Measurement:
    """Run `program` in a new interpreter."""
    return run_measured([sys.executable, "-c", program, *arguments])


def prepare_list(count: int) -> Path:
    """Return the folder of a list of `count` entries, which are generated only once."""
    root = FOLDER / f"list-{count}"
    if not root.exists():
        run_measured([sys.executable, "-m", "tests.bench.synthetic", root, str(count)])
        (root / "node_modules").symlink_to(PROJECT / "node_modules")
    copy_site(root)
    return root


def copy_site(root: Path) -> None:
    """Copy what a build needs beside entries as it is today, since a build refuses links to it."""
    shutil.copy(PROJECT / "mkdocs.yml", root)
    for name in ("templates", "site_docs"):
        shutil.copytree(PROJECT / name, root / name, dirs_exist_ok=True)


def format_table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Format a Markdown table; numbers have three significant digits."""
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
