"""Describe what a change does to the list, as Markdown for the comment on a pull request."""

from collections.abc import Collection
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.entry.folder import ENTRIES_FOLDER, VOCABULARY_FOLDER
from generator.entry.model import Entry
from generator.outputs.readme.entry_lines import build_entry_line
from generator.render.templates import render
from generator.settings import Settings, load_settings
from generator.views.order import sort_by_title


def write_review(root: Path, changed: Collection[str], new: Collection[str], links: str = "") -> str:
    """Write the entries among the `changed` paths as README will show them, and their problems.

    `new` are the paths that did not exist before; `links` is the link checker's report about them.
    """
    touched = [path for path in changed if path.startswith(f"{ENTRIES_FOLDER}/")]
    checked = check(root, touched if touched else [f"{ENTRIES_FOLDER}/{VOCABULARY_FOLDER}"])
    ids = {path: id_ for id_, path in checked.catalog.paths.items() if id_ in checked.catalog.entries}
    entries = [checked.catalog.entries[ids[path]] for path in touched if path in ids]
    return _text(checked.catalog, sort_by_title(entries), checked.problems, load_settings(root), new, links)


def _text(
    catalog: Catalog,
    entries: list[Entry],
    problems: Collection[object],
    settings: Settings,
    new: Collection[str],
    links: str,
) -> str:
    return render(
        "review.md.j2",
        entries=entries,
        items={entry.id: build_entry_line(entry, catalog, settings) for entry in entries},
        added={entry.id for entry in entries if catalog.paths[entry.id] in new},
        labels={entry.id: _section(entry, catalog) for entry in entries},
        problems=problems,
        links=links.strip(),
    )


def _section(entry: Entry, catalog: Catalog) -> str:
    return (
        " › ".join(term.label for term in catalog.vocabulary("sections").path(entry.section)) or entry.section
    )
