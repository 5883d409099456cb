"""Every link of the list: those of the entries, and those of handwritten pages."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.folder import is_below
from generator.entry.model import Entry
from generator.links.link import Link
from generator.links.pages import page_links
from generator.links.providers.doi import doi_target
from generator.links.recognize import recognize
from generator.links.verdict import Target
from generator.views.links import labeled_links

PAGES = ("site_docs/**/*.md", "CONTRIBUTING.md", ".github/CONTRIBUTING.md", "docs/CONTRIBUTING.md")


def entry_links(entry: Entry, path: str) -> list[Link]:
    """The links of `entry`, whose file is `path`."""
    return list(_of_entry(entry, path))


def _of_entry(entry: Entry, path: str) -> Iterator[Link]:
    counts: dict[str, int] = {}
    for link in labeled_links(entry):
        if link.kind == "arxiv":
            yield Link(link.url, Target("arxiv", entry.arxiv or ""), path, "arxiv", entry.id, ("arxiv",))
        elif link.kind == "doi":
            yield Link(link.url, doi_target(entry.doi or ""), path, "doi", entry.id, ("doi",))
        else:
            index = counts[link.kind] = counts.get(link.kind, -1) + 1
            keys = ("links", link.kind, index)
            yield Link(link.url, recognize(link.url), path, f"links.{link.kind}", entry.id, keys)
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
