"""The Markdown twin of the page of an entry: the same facts, without related works and link status."""

from collections.abc import Iterable, Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.plain.entry_text import format_entry
from generator.outputs.site.entry_description import describe_entry
from generator.settings import Settings
from generator.views.links import LabeledLink


def render_twin(entry: Entry, catalog: Catalog, settings: Settings) -> Iterator[str]:
    """Yield the pieces of the twin of the page of `entry`."""
    facts = describe_entry(entry, catalog, settings)
    yield from format_entry(facts, _list_links(entry, facts["links"]))


def _list_links(entry: Entry, found: Iterable[LabeledLink]) -> list[tuple[str, str]]:
    """The identifiers, which a reader wants to copy, then all further links, as text and address."""
    identifiers = {row.url(id_): f"{row.label} {id_}" for row, id_ in entry.identifiers}
    further = [(link.label, link.url) for link in found if link.url not in identifiers]
    return [*((text, url) for url, text in identifiers.items()), *further]
