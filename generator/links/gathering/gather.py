"""Gather every link of the list: those in entries and those in handwritten pages."""

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.folder import describe_unreadable, is_below
from generator.entry.model import Entry
from generator.files.project import ProjectFileError, read_inside
from generator.links.gathering.pages import find_page_links
from generator.links.gathering.recognize import recognize
from generator.links.link import LinkOccurrence
from generator.text import quoted

PAGES_FOLDER = "site_docs"
OTHER_PAGES = ("CONTRIBUTING.md", ".github/CONTRIBUTING.md", "docs/CONTRIBUTING.md")
"""Where GitHub looks for the guide of a list; a list has one of them."""


def gather_entry_links(entry: Entry, path: str) -> list[LinkOccurrence]:
    """Gather the links of `entry`, whose file is `path`."""
    return list(_list_entry_links(entry, path))


def _list_entry_links(entry: Entry, path: str) -> Iterator[LinkOccurrence]:
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


def gather_links(
    catalog: Catalog, root: Path, paths: Collection[str] = (), unread: list[str] | None = None
) -> list[LinkOccurrence]:
    """Gather all links, or those of files at or below `paths`: first of entries, then of pages.

    What is wrong with pages and folders that cannot be read is added to `unread`.
    """
    unread = [] if unread is None else unread
    found: list[LinkOccurrence] = []
    for entry in catalog:
        if is_below(catalog.paths[entry.id], paths):
            found += gather_entry_links(entry, catalog.paths[entry.id])
    for path in sorted(_list_pages(root, unread)):
        if is_below(path, paths):
            found += find_page_links(_read_page(root, path, unread), path)
    return found


def _list_pages(root: Path, unread: list[str]) -> Iterator[str]:
    """Yield the path of each handwritten page."""

    def find_path(file: str) -> str:
        return Path(file).relative_to(root).as_posix()

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            unread.append(f"{quoted(find_path(error.filename))} {describe_unreadable(error)}")

    for folder, _, names in os.walk(root / PAGES_FOLDER, onerror=note):
        yield from (f"{find_path(folder)}/{name}" for name in names if name.endswith(".md"))
    yield from (path for path in OTHER_PAGES if not _is_missing(root / path))


def _is_missing(file: Path) -> bool:
    """Whether there surely is no such file; what cannot even be looked for is reported by reading it."""
    try:
        file.lstat()
    except OSError as error:
        return isinstance(error, (FileNotFoundError, NotADirectoryError))
    return False


def _read_page(root: Path, path: str, unread: list[str]) -> str:
    """Return the text of a page; one that is a link, or cannot be read, has none."""
    try:
        return (read_inside(root, path) or b"").decode("utf-8", "replace")
    except ProjectFileError as error:
        unread.append(str(error))
        return ""
