"""The site as plain text for language models, by the convention of llmstxt.org.

`llms.txt` says what is here; a page has a Markdown twin at its address followed by `index.html.md`.
"""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.outputs.plain import entry, overview, section
from generator.outputs.site.head import TWIN
from generator.settings import Settings


def stream_plain_files(catalog: Catalog, settings: Settings) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield path and text of every file; the text is rendered when it is requested."""
    yield "llms.txt", overview.render_overview(catalog, settings)
    for address, pieces in (*section.twins(catalog), *entry.twins(catalog, settings)):
        yield f"{address}{TWIN}", pieces
