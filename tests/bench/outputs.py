"""README and every kind of export, written to disk: time, a floor, the slope between sizes, and memory.

    python -m tests.bench.outputs [COUNT…]

The floor is the standard library alone: it writes the same data again, with its writer of that format where
it has one (JSON, CSV, XML), else as bytes. The last COUNT, which should be the largest, is shown whole.
Seconds are those of the processor, so that others on the machine do not count.
"""

# ruff: noqa: T201 - a measurement prints what it found

import csv
import io
import json
import sys
import tempfile
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.outputs import data, readme
from generator.settings import Settings, load_settings
from generator.write import write_file
from tests.bench.made import made
from tests.bench.measure import PROJECT, table

FRONT, README = "README.md", "README and lists"


@dataclass(slots=True)
class Took:
    """Of one kind of output: seconds of ours and of the floor, bytes, and the most bytes held for a file."""

    seconds: float = 0
    floor: float = 0
    size: int = 0
    held: int = 0


def measure(catalog: Catalog, settings: Settings, folder: Path) -> dict[str, Took]:
    """What each kind took, and what the front page of README alone is."""
    found: dict[str, Took] = defaultdict(Took)
    start = time.process_time()
    texts = readme.texts(catalog, settings, PROJECT)
    for path, text in texts.items():
        write_file(folder / path, text)
    found[README].seconds = time.process_time() - start
    for path in texts:
        _add_floor(found[README], folder / path)
    found[FRONT].size = len(texts[FRONT].encode())
    start = time.process_time()
    for path, pieces in data.pieces(catalog, settings):
        write_file(folder / path, pieces)
        took = found[kind(path)]
        took.seconds += time.process_time() - start
        _add_floor(took, folder / path)
        start = time.process_time()
    return dict(found)


def kind(path: str) -> str:
    """`path`, or what it is one of many of."""
    first, *_, last = path.split("/")
    return path if path.count("/") == 1 else f"{first}/*/….{last.rpartition('.')[2]}"


def _add_floor(took: Took, file: Path) -> None:
    text = file.read_text("utf-8")
    took.size += file.stat().st_size
    again = _REREAD.get(file.suffix, str)(text)
    beside = file.with_name(f"{file.name}.again")
    start = time.process_time()
    beside.write_text(_REWRITTEN.get(file.suffix, str)(again), "utf-8")
    took.floor += time.process_time() - start


def _rows(rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


_REREAD = {
    ".json": json.loads,
    ".csv": lambda text: list(csv.reader(io.StringIO(text, newline=""))),
    ".xml": ElementTree.fromstring,
}
_REWRITTEN = {
    ".json": lambda value: json.dumps(value, ensure_ascii=False),
    ".csv": _rows,
    ".xml": lambda root: ElementTree.tostring(root, "unicode"),
}


def add_memory(found: dict[str, Took], catalog: Catalog, settings: Settings, folder: Path) -> None:
    """The most that is held for a file of each kind while it is made and written.

    What the catalogue remembers of its entries for all files is no file's own; the made files before
    have filled that.
    """
    tracemalloc.start()
    for path, pieces in data.pieces(catalog, settings):
        if path.startswith("papers/"):
            break
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        write_file(folder / path, pieces)
        took = found[kind(path)]
        took.held = max(took.held, tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()


def rows(counts: list[int], measured: list[dict[str, Took]]) -> Iterator[list[object]]:
    """The rows of the table: those that take next to nothing are left out."""
    for name, large in measured[-1].items():
        if large.seconds < 0.02:
            continue
        small = measured[0][name].seconds
        slope = (large.seconds / counts[-1]) / (small / counts[0]) if len(counts) > 1 else "–"
        seconds = [one[name].seconds for one in measured]
        held = large.held / 1e3 or "–"
        of_floor = large.seconds / large.floor
        yield [name, *seconds, large.size / 1e6, large.floor, of_floor, slope, held]


def main(counts: list[int]) -> None:
    real, settings = load(PROJECT).catalog, load_settings(PROJECT)
    measured = []
    for count in counts:
        catalog = made(real, count)
        with tempfile.TemporaryDirectory() as folder:
            measured.append(measure(catalog, settings, Path(folder)))
            if count == counts[-1]:
                add_memory(measured[-1], catalog, settings, Path(folder))
        print(f"{count} entries: README.md has {measured[-1].pop(FRONT).size} bytes", flush=True)
    seconds = [f"{count} entries, s" for count in counts]
    head = [
        "",
        *seconds,
        "MB",
        "floor, s",
        "of the floor",
        "per entry, beside the first",
        "kB held for a file",
    ]
    print(table(head, list(rows(counts, measured))))


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1000, 10_000])
