"""The Markdown twin of the page of an entry: the same facts, without related works and link status."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.entry import describe_entry
from generator.render.templates import render
from generator.settings import Settings


def render_twin(entry: Entry, catalog: Catalog, settings: Settings) -> Iterator[str]:
    """Yield the pieces of the twin of the page of `entry`."""
    identifiers = [(row.label, id_, row.url(id_)) for row, id_ in entry.identifiers]
    values = describe_entry(entry, catalog, settings)
    addresses = {address for _, _, address in identifiers}
    further = [link for link in values["links"] if link.url not in addresses]
    yield render("plain/entry.md.j2", identifiers=identifiers, further_links=further, **values)
