"""The site as plain text for language models, by the convention of llmstxt.org.

`llms.txt` says what is here; a page has a Markdown twin at its address followed by `index.html.md`.
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.plain import entry, overview, section
from generator.outputs.site.entry import make_entry_address
from generator.outputs.site.head import TWIN
from generator.settings import Settings


def stream_shared_files(catalog: Catalog, settings: Settings) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the files of many entries: all but those of `stream_twin`."""
    yield "llms.txt", overview.render_overview(catalog, settings)
    for address, pieces in section.stream_twins(catalog):
        yield f"{address}{TWIN}", pieces


def stream_twin(found: Entry, catalog: Catalog, settings: Settings) -> tuple[str, Iterator[str]]:
    """Return path and text of the twin of the page of one entry."""
    return f"{make_entry_address(found)}{TWIN}", entry.render_twin(found, catalog, settings)
