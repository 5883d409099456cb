"""Replace the names of an entry by its id in all entries that mention it."""

from collections.abc import Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.references import rewrite_references
from generator.write import write_file
from generator.yamlfiles import reading


def use_id(root: Path, id_: str, catalog: Catalog) -> Iterator[str]:
    """Rewrite the files of the list at `root` that mention the entry `id_` by name; yield their paths.

    A file that cannot be read is not changed: `check` reports it.
    """

    def by_id(work: str) -> str:
        return id_ if catalog.find_id(work) == id_ else work

    for other, claims in catalog.claims.items():
        if other != id_ and any(by_id(work) != work for work in claims.works):
            path = catalog.paths[other]
            document = reading.read_document(root / path, path)
            if not document.problems:
                write_file(root / path, rewrite_references(document.text, by_id))
                yield path
