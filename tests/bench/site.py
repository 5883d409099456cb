"""Compare the site with other engines and with bare writing, and measure the cost of a page by size.

python -m tests.bench.site [COUNT …]
"""

# ruff: noqa: T201 - a benchmark prints its results

import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from generator.checking.load import load
from generator.outputs.site import entry
from generator.settings import load_settings
from tests.bench import peers
from tests.bench.measure import FOLDER, Measurement, format_table, prepare_list, run_measured, run_python

SIZES = (300, 1_000, 10_000, 50_000)
SLOW = 1_000
"""Material and Zensical take many minutes for more entries than this."""
LARGE = 10_000
"""Hugo holds all pages in memory: more entries than this take more than most machines have."""

WRITE = """
import os, sys
for folder, _, names in os.walk(sys.argv[1]):
    target = os.path.join(sys.argv[2], os.path.relpath(folder, sys.argv[1]))
    os.makedirs(target, exist_ok=True)
    for name in names:
        with open(os.path.join(target, name), "wb") as file:
            file.write(bytes(os.path.getsize(os.path.join(folder, name))))
"""
"""Writes as many files with as many bytes as are below a folder: nothing can be faster."""

BuiltSite = tuple[Measurement, Path]


def build_ours(root: Path) -> BuiltSite:
    """Build the site of the list into a new folder."""
    shutil.rmtree(root / "site", ignore_errors=True)
    took = run_measured([Path(sys.executable).with_name("mkdocs"), "build", "-q"], root)
    if not (root / "site" / "index.html").exists():
        raise SystemExit(f"{root}: not built; run `mkdocs build` there to see why")
    return took, root / "site"


def write_bare(site: Path) -> BuiltSite:
    """Write files of the same sizes without rendering their content."""
    copy = FOLDER / "written"
    shutil.rmtree(copy, ignore_errors=True)
    return run_python(WRITE, site, copy), copy


def make_row(name: str, build: Callable[[], BuiltSite], pages: int, ours: Measurement) -> list[object]:
    """Return a row of the table: the cost of one engine, and the ratio of ours to it."""
    try:
        took, out = build()
    except peers.MissingProgram as error:
        return [f"{name}: skipped, {error}", *["–"] * 6]
    megabytes = sum(file.stat().st_size for file in out.rglob("*") if file.is_file()) / 1e6
    shutil.rmtree(out)
    ratios = ours.seconds / took.seconds, ours.cpu / took.cpu
    return [name, took.seconds, pages / took.seconds, *ratios, took.megabytes, megabytes]


def compare_engines(count: int) -> tuple[int, Measurement]:
    """Print the table of `count` entries; return the number of our pages and their cost."""
    root = prepare_list(count)
    build_ours(root)  # fills the cache of the checker
    took, site = build_ours(root)
    pages = sum(1 for _ in site.rglob("index.html"))
    source = FOLDER / f"pages-{count}"
    if count <= LARGE:
        run_measured([sys.executable, "-m", "generator", "--root", root, "pages", source])
    others: dict[str, tuple[Callable[[], BuiltSite], int]] = {
        "bare writing of the same files": (lambda: write_bare(site), pages),
    }
    if count <= LARGE:
        others["Hugo, plain theme"] = (lambda: peers.build_hugo(source), pages)
        others["best-of, one page of all"] = (lambda: peers.build_best_of(root), 1)
    if count <= SLOW:
        others["Material, plain"] = (lambda: peers.build_material(source), pages)
        others["Zensical, plain"] = (lambda: peers.build_zensical(source), pages)
    rows = [make_row(name, build, number, took) for name, (build, number) in others.items()]
    rows.insert(0, make_row("this site, MkDocs", lambda: (took, site), pages, took))
    head = ["seconds", "pages a second", "ours by this", "by CPU time", "MB of memory", "MB out"]
    print(format_table([f"{pages:,} pages ({count:,} entries)", *head], rows), end="\n\n")
    shutil.rmtree(source, ignore_errors=True)
    return pages, took


def measure_entry_bytes(count: int) -> tuple[float, int]:
    """Measure the bytes of an entry page above the empty shell: median and largest."""
    root = prepare_list(count)
    pages = entry.pages(load(root).catalog, load_settings(root))
    sizes = [len(f"{page.title}{page.description}{page.head}{page.body}".encode()) for page in pages]
    return statistics.median(sizes), max(sizes)


def main(*counts: int) -> None:
    took = {count: compare_engines(count) for count in counts}
    rows = []
    before = (0, 0.0)
    for count, (pages, measured) in took.items():
        further = 1000 * (measured.cpu - before[1]) / (pages - before[0])
        before = pages, measured.cpu
        each = 1000 * measured.cpu / pages
        rows.append(
            (f"{count:,}", f"{pages:,}", each, further, measured.megabytes, *measure_entry_bytes(count))
        )
    head = ["entries", "pages", "CPU ms a page", "a further page", "MB of memory"]
    print(format_table([*head, "bytes of an entry above the shell, median", "largest"], rows))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or SIZES))
