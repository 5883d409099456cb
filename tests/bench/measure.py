"""Time and memory of a program of its own, and tables of them."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / ".cache" / "bench"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took."""

    seconds: float
    megabytes: float


def run(command: Sequence[str | Path], cwd: Path = PROJECT) -> Measured:
    """Run `command`, which must succeed; its own time and its peak memory."""
    start = time.perf_counter()
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        [*map(str, command)], cwd=cwd, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(said.decode())
    return Measured(time.perf_counter() - start, usage.ru_maxrss / 1024)


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
