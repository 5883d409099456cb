"""The made-up list, and catalogs that tests make from a few values, with its vocabularies."""

from collections.abc import Iterable
from typing import Any

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.entry.model import Entry
from generator.settings import Settings
from tests.paths import DATA

HOMELESS = Settings("Awesome List")
"""The settings of a list that is not published yet."""


def load_made_up() -> Catalog:
    """Load the made-up list; a problem in it stops every test that uses it, with the fix."""
    loaded = load(DATA / "catalog")
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    return loaded.catalog


def make_entry(id_: str = "made2024up", **values: Any) -> Entry:
    needed = {"title": "A made-up work", "kind": "method", "section": "tools", "added": "2024-05-01"}
    return Entry.model_validate({"id": id_, **needed, **values})


def make_catalog(catalog: Catalog, entries: Iterable[Entry]) -> Catalog:
    """A catalog of `entries` with the vocabularies of `catalog`."""
    found = {entry.id: entry for entry in entries}
    return Catalog(found, catalog.vocabularies, {id_: f"entries/{id_}.yaml" for id_ in found})


def make_large_catalog(catalog: Catalog, number: int, sections: list[str] | None = None) -> Catalog:
    """A catalog of `number` entries; each has its own link and a summary of the usual length.

    They are core work unless `sections` says otherwise.
    """
    terms = catalog.vocabulary("sections")
    core = [term.slug for term in terms if terms.find_scope(term.slug) == "core" and term.slug != "unused"]
    slugs = sections or core
    works = (
        make_entry(
            f"work-{n:05}",
            title=f"Work {n:05}: a title of the length that titles of works in this field have",
            authors=["Ada Example", "Ben Sample", "Chloé Beispiel", "Dmitri Primer"],
            kind=("model", "method", "dataset", "study")[n % 4],
            date=f"{2000 + n % 25}-{1 + n % 12:02}",
            arxiv=f"2401.{n:05}",
            links={"code": f"https://github.com/example/work-{n:05}"},
            summary=f"Sentence {n:05}. " + "A summary of the usual length, in words of one's own. " * 3,
            section=slugs[n % len(slugs)],
            model={"image_encoder": "ExampleViT-L/14", "training_data": "Nine thousand films"}
            if n % 4 < 2
            else None,
            added=f"2024-05-{1 + n % 28:02}",
        )
        for n in range(number)
    )
    return make_catalog(catalog, works)
