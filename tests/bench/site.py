"""The site beside other engines over the same pages, beside bare writing, and the cost of a page by size.

python -m tests.bench.site [COUNT …]
"""

# ruff: noqa: T201 - a measurement prints what it found

import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from generator.checking.load import load
from generator.outputs.site import entry
from generator.settings import load_settings
from tests.bench import peers
from tests.bench.measure import FOLDER, Measured, made_list, python, run, table

SIZES = (300, 1_000, 10_000, 50_000)
SLOW = 1_000
"""Material and Zensical take many minutes for more entries than this."""
LARGE = 10_000
"""Hugo holds all pages in memory: more entries than this take more than most machines have."""

WRITE = """
import os, sys
for folder, _, names in os.walk(sys.argv[1]):
    made = os.path.join(sys.argv[2], os.path.relpath(folder, sys.argv[1]))
    os.makedirs(made, exist_ok=True)
    for name in names:
        with open(os.path.join(made, name), "wb") as file:
            file.write(bytes(os.path.getsize(os.path.join(folder, name))))
"""
"""Writes as many files, with as many bytes each, as stand below a folder: nothing can be quicker."""

Built = tuple[Measured, Path]


def ours(root: Path) -> Built:
    """Build the site of the list, into a folder that is not there yet."""
    shutil.rmtree(root / "site", ignore_errors=True)
    took = run([Path(sys.executable).with_name("mkdocs"), "build", "-q"], root)
    if not (root / "site" / "index.html").exists():
        raise SystemExit(f"{root}: not built; run `mkdocs build` there to see why")
    return took, root / "site"


def bare_writing(site: Path) -> Built:
    """The same files, without making what stands in them."""
    copy = FOLDER / "written"
    shutil.rmtree(copy, ignore_errors=True)
    return python(WRITE, site, copy), copy


def row(name: str, build: Callable[[], Built], pages: int, ours: Measured) -> list[object]:
    """A line of the table: what one engine took, and how often that goes into what ours took."""
    try:
        took, out = build()
    except peers.Missing as why:
        return [f"{name}: skipped, {why}", *["–"] * 6]
    megabytes = sum(file.stat().st_size for file in out.rglob("*") if file.is_file()) / 1e6
    shutil.rmtree(out)
    ratios = ours.seconds / took.seconds, ours.cpu / took.cpu
    return [name, took.seconds, pages / took.seconds, *ratios, took.megabytes, megabytes]


def compare(count: int) -> tuple[int, Measured]:
    """Print the table of `count` entries; the number of our pages and what they took."""
    root = made_list(count)
    ours(root)  # what the checker remembers is there from now on
    took, site = ours(root)
    pages = sum(1 for _ in site.rglob("index.html"))
    source = FOLDER / f"pages-{count}"
    if count <= LARGE:
        run([sys.executable, "-m", "generator", "--root", root, "pages", source])
    others: dict[str, tuple[Callable[[], Built], int]] = {
        "bare writing of the same files": (lambda: bare_writing(site), pages),
    }
    if count <= LARGE:
        others["Hugo, plain theme"] = (lambda: peers.hugo(source), pages)
        others["best-of, one page of all"] = (lambda: peers.best_of(root), 1)
    if count <= SLOW:
        others["Material, plain"] = (lambda: peers.material(source), pages)
        others["Zensical, plain"] = (lambda: peers.zensical(source), pages)
    rows = [row(name, build, number, took) for name, (build, number) in others.items()]
    rows.insert(0, row("this site, MkDocs", lambda: (took, site), pages, took))
    head = ["seconds", "pages a second", "ours by this", "by time at work", "MB of memory", "MB out"]
    print(table([f"{pages:,} pages ({count:,} entries)", *head], rows), end="\n\n")
    shutil.rmtree(source, ignore_errors=True)
    return pages, took


def entry_bytes(count: int) -> tuple[float, int]:
    """The bytes of an entry's page above the empty shell: median and largest."""
    root = made_list(count)
    pages = entry.pages(load(root).catalog, load_settings(root))
    sizes = [len(f"{page.title}{page.description}{page.head}{page.body}".encode()) for page in pages]
    return statistics.median(sizes), max(sizes)


def main(*counts: int) -> None:
    took = {count: compare(count) for count in counts}
    rows = []
    before = (0, 0.0)
    for count, (pages, measured) in took.items():
        further = 1000 * (measured.cpu - before[1]) / (pages - before[0])
        before = pages, measured.cpu
        each = 1000 * measured.cpu / pages
        rows.append((f"{count:,}", f"{pages:,}", each, further, measured.megabytes, *entry_bytes(count)))
    head = ["entries", "pages", "ms at work a page", "a further page", "MB of memory"]
    print(table([*head, "bytes of an entry above the shell, median", "largest"], rows))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or SIZES))
