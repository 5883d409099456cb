"""The Markdown twin of the page of an entry: the same facts, without related works and link status."""

from collections.abc import Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.plain.entry_text import format_entry
from generator.outputs.site.entry import describe_entry, entry_address
from generator.settings import Settings
from generator.views.links import LabeledLink


def twins(catalog: Catalog, settings: Settings) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the address of each entry's page with the pieces of its twin."""
    for entry in catalog:
        yield entry_address(entry), _render(entry, catalog, settings)


def _render(entry: Entry, catalog: Catalog, settings: Settings) -> Iterator[str]:
    facts = describe_entry(entry, catalog, settings)
    yield from format_entry(facts, _list_links(entry, facts["links"]))


def _list_links(entry: Entry, found: Iterable[LabeledLink]) -> list[tuple[str, str]]:
    """The identifiers, which a reader wants to copy, then all further links, as text and address."""
    identifiers = {row.url(id_): f"{row.label} {id_}" for row, id_ in entry.identifiers}
    further = [(link.label, link.url) for link in found if link.url not in identifiers]
    return [*((text, url) for url, text in identifiers.items()), *further]
