"""Measure README and every kind of export, written to disk: time, a lower bound, growth, and memory.

    python -m tests.bench.outputs [COUNT…]

The lower bound is the standard library: it writes the same data again, with its writer of the format
(JSON, CSV, XML) or else as bytes. The last COUNT, which should be the largest, is shown in full.
Seconds are CPU time, so that other programs on the machine do not count. Garbage is sought as by `medvlm`.
"""

# ruff: noqa: T201 - a benchmark prints its results

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
from generator.cli import seek_garbage_rarely
from generator.outputs import data, readme
from generator.settings import Settings, load_settings
from generator.write import write_file
from tests.bench.measure import PROJECT, format_table
from tests.bench.synthetic import synthesize_catalog

FRONT, README = "README.md", "README and lists"


@dataclass(slots=True)
class Cost:
    """The cost of one kind of output: seconds of ours and of the bound, bytes, and peak memory for a file."""

    seconds: float = 0
    bound: float = 0
    size: int = 0
    peak: int = 0


def measure(catalog: Catalog, settings: Settings, folder: Path) -> dict[str, Cost]:
    """Measure the cost of each kind of output, and the size of README.md alone."""
    found: dict[str, Cost] = defaultdict(Cost)
    start = time.process_time()
    texts = readme.render_readme_files(catalog, settings, PROJECT)
    for path, text in texts.items():
        write_file(folder / path, text)
    found[README].seconds = time.process_time() - start
    for path in texts:
        _add_bound(found[README], folder / path)
    found[FRONT].size = len(texts[FRONT].encode())
    start = time.process_time()
    for path, pieces in data.stream_data_files(catalog, settings):
        write_file(folder / path, pieces)
        cost = found[classify(path)]
        cost.seconds += time.process_time() - start
        _add_bound(cost, folder / path)
        start = time.process_time()
    return dict(found)


def classify(path: str) -> str:
    """Return `path`, or a pattern for a file that is one of many."""
    first, *_, last = path.split("/")
    return path if path.count("/") == 1 else f"{first}/*/….{last.rpartition('.')[2]}"


def _add_bound(cost: Cost, file: Path) -> None:
    text = file.read_text("utf-8")
    cost.size += file.stat().st_size
    again = _READERS.get(file.suffix, str)(text)
    copy = file.with_name(f"{file.name}.again")
    start = time.process_time()
    copy.write_text(_WRITERS.get(file.suffix, str)(again), "utf-8")
    cost.bound += time.process_time() - start


def _rows(rows: Iterable[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


_READERS = {
    ".json": json.loads,
    ".csv": lambda text: list(csv.reader(io.StringIO(text, newline=""))),
    ".xml": ElementTree.fromstring,
}
_WRITERS = {
    ".json": lambda value: json.dumps(value, ensure_ascii=False),
    ".csv": _rows,
    ".xml": lambda root: ElementTree.tostring(root, "unicode"),
}


def add_memory(found: dict[str, Cost], catalog: Catalog, settings: Settings, folder: Path) -> None:
    """Measure the peak memory for a file of each kind while it is rendered and written.

    What the catalog caches for all files does not count: the files rendered before have filled it.
    """
    tracemalloc.start()
    for path, pieces in data.stream_data_files(catalog, settings):
        if path.startswith("papers/"):
            break
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        write_file(folder / path, pieces)
        cost = found[classify(path)]
        cost.peak = max(cost.peak, tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()


def make_rows(counts: list[int], measured: list[dict[str, Cost]]) -> Iterator[list[object]]:
    """Yield the rows of the table; those below 0.02 seconds are left out."""
    for name, large in measured[-1].items():
        if large.seconds < 0.02:
            continue
        small = measured[0][name].seconds
        slope = (large.seconds / counts[-1]) / (small / counts[0]) if len(counts) > 1 else "–"
        seconds = [costs[name].seconds for costs in measured]
        peak = large.peak / 1e3 or "–"
        ratio = large.seconds / large.bound
        yield [name, *seconds, large.size / 1e6, large.bound, ratio, slope, peak]


def main(counts: list[int]) -> None:
    seek_garbage_rarely()
    real, settings = load(PROJECT).catalog, load_settings(PROJECT)
    measured = []
    for count in counts:
        catalog = synthesize_catalog(real, count)
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
        "lower bound, s",
        "ratio to it",
        "per entry, relative to the first",
        "peak kB for a file",
    ]
    print(format_table(head, list(make_rows(counts, measured))))


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1000, 10_000])
