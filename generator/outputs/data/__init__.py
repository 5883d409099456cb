"""The open data: every file of the list for other programs, as text by its path."""

from collections.abc import Callable, Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data import names, results_data, schema, vocabularies
from generator.outputs.data.atom import Feed, stream_atom
from generator.outputs.data.bibtex import render_bibtex_record, stream_bibtex
from generator.outputs.data.csl import render_csl_item, stream_csl
from generator.outputs.data.csv_data import stream_entries_csv
from generator.outputs.data.json_data import stream_entries_json
from generator.outputs.data.ris import render_ris_record, stream_ris
from generator.settings import Settings
from generator.views.facets import FACETS
from generator.views.groups import Group, list_groups
from generator.views.order import list_newest_first
from generator.views.scopes import keep_core

StreamedFile = tuple[str, Iterable[str]]
"""A path from the root of the site, and the content of the file, piece by piece."""

CITATION_RECORDS = (render_bibtex_record, render_ris_record, render_csl_item)
"""What makes the record of an entry: the same one beside its page and in the files of many entries."""

ADDITIONS_FEED = Feed("data/feed.xml", page="new/")
"""The feed of the core work that is added to the list."""


def describe_feed(facet: str, group: Group) -> Feed:
    """Describe the feed of a group of `facet`, which must have files."""
    return Feed(f"data/{facet}/{group.slug}.xml", page=f"{facet}/{group.slug}/", label=group.label)


def _stream_entries(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """The whole list in each format but those of citations."""
    entries = list_newest_first(catalog)
    yield "data/entries.json", stream_entries_json(entries, catalog, settings)
    yield "data/entries.schema.json", _render_later(schema.render_entries_schema, catalog, settings)
    yield "data/entry.schema.json", _render_later(schema.render_entry_schema, catalog)
    yield "data/vocabularies.json", _render_later(vocabularies.render_vocabularies_json, catalog)
    yield "data/names.json", names.stream_names_json(catalog)
    yield "data/entries.csv", stream_entries_csv(entries, catalog)
    yield "data/feed.xml", stream_atom(ADDITIONS_FEED, keep_core(entries, catalog), catalog, settings)


def _render_later(render: Callable[..., str], *values: object) -> Iterator[str]:
    """Render a text when it is read: a schema takes as long as a thousand entries."""
    yield render(*values)


def _stream_results(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """The printed numbers of all entries."""
    yield "data/results.json", results_data.stream_results_json(catalog)
    yield "data/results.schema.json", _render_later(results_data.render_results_schema)
    yield "data/results.csv", results_data.stream_results_csv(catalog)


def stream_whole_files(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """Yield the files of the whole list without its citations; they take much longer than others."""
    yield from _stream_entries(catalog, settings)
    yield from _stream_results(catalog, settings)


def stream_citation_files(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """Yield the citations of the whole list, and those of each group that has files."""
    entries = list_newest_first(catalog)
    yield "data/entries.bib", stream_bibtex(entries, catalog)
    yield "data/entries.ris", stream_ris(entries, catalog)
    yield "data/csl.json", stream_csl(entries, catalog)
    for facet, group in _list_groups_with_files(catalog):
        yield f"data/{facet}/{group.slug}.bib", stream_bibtex(group.all_entries, catalog)


def stream_feeds(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """Yield the feed of each group that has files: of the entries that its page counts."""
    for facet, group in _list_groups_with_files(catalog):
        feed = describe_feed(facet, group)
        yield feed.address, stream_atom(feed, group.entries, catalog, settings)


def _list_groups_with_files(catalog: Catalog) -> Iterator[tuple[str, Group]]:
    """Each group of a facet whose groups have files, and the name of the facet."""
    for facet in (facet.name for facet in FACETS if facet.has_files):
        yield from ((facet, group) for group in list_groups(catalog, facet))


def _stream_all_citations(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """The citation of each entry, also at the addresses of its former ids."""
    for entry in catalog:
        for id_ in (entry.id, *entry.formerly):
            yield from stream_citations(entry, id_, catalog)


def stream_citations(entry: Entry, id_: str, catalog: Catalog) -> Iterator[StreamedFile]:
    """Yield the files with the citation of `entry` beside the page of `id_`, its id or a former one."""
    path = f"papers/{id_}/cite"
    yield f"{path}.bib", stream_bibtex([entry], catalog)
    yield f"{path}.ris", stream_ris([entry], catalog)
    yield f"{path}.json", stream_csl([entry], catalog)


FILE_SOURCES: tuple[Callable[[Catalog, Settings], Iterator[StreamedFile]], ...] = (
    stream_whole_files,
    stream_citation_files,
    stream_feeds,
    _stream_all_citations,
)


def stream_data_files(catalog: Catalog, settings: Settings) -> Iterator[StreamedFile]:
    """Yield every file; its pieces are rendered when they are requested."""
    for source in FILE_SOURCES:
        yield from source(catalog, settings)
