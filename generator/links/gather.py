"""Every link of the list: those of the entries, and those of handwritten pages."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.folder import is_below
from generator.entry.model import Entry
from generator.links.link import Link
from generator.links.pages import page_links
from generator.links.recognize import recognize

PAGES = ("site_docs/**/*.md", "CONTRIBUTING.md", ".github/CONTRIBUTING.md", "docs/CONTRIBUTING.md")


def entry_links(entry: Entry, path: str) -> list[Link]:
    """The links of `entry`, whose file is `path`."""
    return list(_of_entry(entry, path))


def _of_entry(entry: Entry, path: str) -> Iterator[Link]:
    for row, id_ in entry.identifiers:
        url = row.url(id_)
        yield Link(url, recognize(url), path, row.field, entry.id, (row.field,))
    for keys, url in entry.links.list_addresses():
        yield Link(str(url), recognize(url), path, f"links.{keys[1]}", entry.id, keys)
    for index, news in enumerate(entry.news):
        if news.url:
            yield Link(news.url, recognize(news.url), path, "news", entry.id, ("news", index, "url"))


def gather(catalog: Catalog, root: Path, paths: Collection[str] = ()) -> list[Link]:
    """All links, or with `paths` those of files at or below these, sorted by file and place."""
    found: list[Link] = []
    for entry in catalog:
        if is_below(catalog.paths[entry.id], paths):
            found += entry_links(entry, catalog.paths[entry.id])
    for file in sorted({file for pattern in PAGES for file in root.glob(pattern)}):
        path = file.relative_to(root).as_posix()
        if is_below(path, paths):
            found += page_links(file.read_text("utf-8", "replace"), path)
    return found
