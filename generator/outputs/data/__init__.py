"""The open data: every file of the list for other programs, as text by its path."""

from collections.abc import Callable, Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.outputs.data import names, numbers, schema, vocabularies
from generator.outputs.data.atom import Feed, atom
from generator.outputs.data.bibtex import bibtex
from generator.outputs.data.csl import csl
from generator.outputs.data.json_data import document
from generator.outputs.data.ris import ris
from generator.outputs.data.table import table
from generator.settings import Settings
from generator.views.facets import FACETS
from generator.views.groups import Group, list_groups
from generator.views.order import by_date

File = tuple[str, Iterable[str]]
"""A path from the site's root, and what stands there, piece by piece."""

ADDITIONS = Feed("data/feed.xml", page="new/", most=500)
"""The feed of everything that joins the list."""


def feed_of(facet: str, group: Group) -> Feed:
    """The feed of a group of `facet`, one that has files."""
    return Feed(f"data/{facet}/{group.slug}.xml", page=f"{facet}/{group.slug}/", label=group.label)


def _whole(catalog: Catalog, settings: Settings) -> Iterator[File]:
    """The whole list in each format."""
    entries = by_date(catalog)
    yield "data/entries.json", document(entries, catalog, settings)
    yield "data/entries.schema.json", [schema.of_document(catalog, settings)]
    yield "data/entry.schema.json", [schema.of_entry_file(catalog)]
    yield "data/vocabularies.json", [vocabularies.document(catalog)]
    yield "data/names.json", names.document(catalog)
    yield "data/entries.csv", table(entries, catalog)
    yield "data/entries.bib", bibtex(entries, catalog)
    yield "data/entries.ris", ris(entries, catalog)
    yield "data/csl.json", csl(entries, catalog)
    yield "data/feed.xml", atom(ADDITIONS, entries, catalog, settings)


def _of_results(catalog: Catalog, settings: Settings) -> Iterator[File]:
    """The printed numbers."""
    yield "data/results.json", numbers.document(catalog)
    yield "data/results.schema.json", [numbers.schema()]
    yield "data/results.csv", numbers.table(catalog)


def _of_groups(catalog: Catalog, settings: Settings) -> Iterator[File]:
    """The BibTeX and the feed of each group of a facet that has files."""
    for facet in (facet.name for facet in FACETS if facet.has_files):
        for group in list_groups(catalog, facet):
            feed = feed_of(facet, group)
            yield feed.address.removesuffix("xml") + "bib", bibtex(group.entries, catalog)
            yield feed.address, atom(feed, group.entries, catalog, settings)


def _of_entries(catalog: Catalog, settings: Settings) -> Iterator[File]:
    """The citation of each entry, at the addresses that it had before too."""
    for entry in catalog:
        for id_ in (entry.id, *entry.formerly):
            path = f"papers/{id_}/cite"
            yield f"{path}.bib", bibtex([entry], catalog)
            yield f"{path}.ris", ris([entry], catalog)
            yield f"{path}.json", csl([entry], catalog)


FILES: tuple[Callable[[Catalog, Settings], Iterator[File]], ...] = (
    _whole,
    _of_results,
    _of_groups,
    _of_entries,
)


def files(catalog: Catalog, settings: Settings) -> Iterator[tuple[str, str]]:
    """Path and text of every file, made when it is asked for."""
    return ((path, "".join(text)) for path, text in pieces(catalog, settings))


def pieces(catalog: Catalog, settings: Settings) -> Iterator[File]:
    """Every file, whose pieces are made when they are asked for."""
    for make in FILES:
        yield from make(catalog, settings)
