"""Write the id of an entry in place of its names, wherever other entries mention it by one."""

from collections.abc import Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.references import rewrite_references
from generator.write import write
from generator.yamlfiles import reading


def use_id(root: Path, id_: str, catalog: Catalog) -> Iterator[str]:
    """Rewrite the files of the list at `root` that name the entry `id_`; yield the path of each.

    A file that cannot be read is left alone: `check` reports it.
    """

    def by_id(work: str) -> str:
        return id_ if catalog.find_id(work) == id_ else work

    for other, claims in catalog.claims.items():
        if other != id_ and any(by_id(work) != work for work in claims.works):
            path = catalog.paths[other]
            document = reading.read(root / path, path)
            if not document.problems:
                write(root / path, rewrite_references(document.text, by_id))
                yield path
