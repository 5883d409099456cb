"""README and every kind of export, and the slope between two sizes.

python -m tests.bench.outputs [COUNT]
"""

# ruff: noqa: T201 - a measurement prints what it found

import sys
import time
from collections import defaultdict
from collections.abc import Iterable

from generator.load import load
from generator.outputs import data, readme
from generator.settings import load_settings
from tests.bench.made import made
from tests.bench.measure import PROJECT, table

Took = tuple[float, int]


def measure(count: int) -> dict[str, Took]:
    """Seconds and characters by output."""
    catalog, settings = made(load(PROJECT).catalog, count), load_settings(PROJECT)
    start = time.perf_counter()
    size = sum(map(len, readme.texts(catalog, settings, PROJECT).values()))
    found = {"README and lists": (time.perf_counter() - start, size)}
    return found | _exports(data.files(catalog, settings))


def _exports(files: Iterable[tuple[str, str]]) -> dict[str, Took]:
    found: dict[str, Took] = defaultdict(lambda: (0.0, 0))
    start = time.perf_counter()
    for path, text in files:
        now = time.perf_counter()
        parts = path.split("/")
        name = path if len(parts) == 2 else f"{parts[0]}/*/…{path[-4:].removeprefix('e')}"
        found[name] = (found[name][0] + now - start, found[name][1] + len(text))
        start = now
    return dict(found)


def main(count: int) -> None:
    small, large = measure(count // 10), measure(count)
    rows = [
        (name, took, size / 1e6, (took / 10) / max(small[name][0], 1e-6))
        for name, (took, size) in large.items()
        if name in small
    ]
    print(table([f"{count} entries", "seconds", "MB", "per entry, beside a tenth of them"], rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
