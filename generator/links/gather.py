"""Gather every link of the list: those in entries and those in handwritten pages."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.folder import is_below
from generator.entry.model import Entry
from generator.files.project import ProjectFileError, read_inside
from generator.links.link import LinkOccurrence
from generator.links.pages import find_page_links
from generator.links.recognize import recognize

PAGE_PATTERNS = ("site_docs/**/*.md", "CONTRIBUTING.md", ".github/CONTRIBUTING.md", "docs/CONTRIBUTING.md")


def gather_entry_links(entry: Entry, path: str) -> list[LinkOccurrence]:
    """Gather the links of `entry`, whose file is `path`."""
    return list(_of_entry(entry, path))


def _of_entry(entry: Entry, path: str) -> Iterator[LinkOccurrence]:
    for row, id_ in entry.identifiers:
        url = row.url(id_)
        yield LinkOccurrence(url, recognize(url), path, row.field, entry.id, (row.field,))
    for keys, url in entry.links.list_addresses():
        yield LinkOccurrence(str(url), recognize(url), path, f"links.{keys[1]}", entry.id, keys)
    for index, news in enumerate(entry.news):
        if news.url:
            yield LinkOccurrence(
                news.url, recognize(news.url), path, "news", entry.id, ("news", index, "url")
            )


def _read_page(root: Path, path: str) -> str:
    """Return the text of a page; a link or a folder of such a name has none."""
    try:
        return (read_inside(root, path) or b"").decode("utf-8", "replace")
    except ProjectFileError:
        return ""


def gather_links(catalog: Catalog, root: Path, paths: Collection[str] = ()) -> list[LinkOccurrence]:
    """Gather all links, or those of files at or below `paths`: first of entries, then of pages."""
    found: list[LinkOccurrence] = []
    for entry in catalog:
        if is_below(catalog.paths[entry.id], paths):
            found += gather_entry_links(entry, catalog.paths[entry.id])
    for file in sorted({file for pattern in PAGE_PATTERNS for file in root.glob(pattern)}):
        path = file.relative_to(root).as_posix()
        if is_below(path, paths):
            found += find_page_links(_read_page(root, path), path)
    return found
