"""Replace the names of an entry by its id in all entries that mention it."""

from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.references import rewrite_references
from generator.files.project import find_inside, write_inside
from generator.yamlfiles import reading


def use_id(root: Path, id_: str, catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Rewrite the files of the list at `root` that mention the entry `id_` by name.

    Yields the path of each, and why it was not changed, or an empty text. A file that cannot be read is
    left out: `check` reports it.
    """
    for other, claims in catalog.claims.items():
        # Not every text that means `id_` elsewhere: an entry may have the name too, for itself.
        mentions = {work for work in claims.works if work != id_ and catalog.find_id(work) == id_}
        if other != id_ and mentions:
            path = catalog.paths[other]
            document = reading.read_document(find_inside(root, path), path)
            if not document.problems:
                text = rewrite_references(document.text, partial(_write_id, id_, mentions))
                yield path, _write(root, path, text)


def _write(root: Path, path: str, text: str) -> str:
    fault = reading.find_size_fault(text.encode())
    if not fault:
        write_inside(root, path, text)
    return fault


def _write_id(id_: str, mentions: Collection[str], work: str) -> str:
    return id_ if work in mentions else work
