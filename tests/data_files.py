"""The open data and the plain texts as a whole, for tests; the build writes the files piece by piece."""

from generator.catalog.catalog import Catalog
from generator.outputs import plain
from generator.outputs.data import stream_data_files
from generator.settings import Settings


def render_data_files(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """Every file, by its path from the root of the site."""
    return {path: "".join(pieces) for path, pieces in stream_data_files(catalog, settings)}


def render_plain_files(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """`llms.txt` and every Markdown twin, by its path from the root of the site."""
    twins = (plain.stream_twin(entry, catalog, settings) for entry in catalog)
    files = (*plain.stream_shared_files(catalog, settings), *twins)
    return {path: "".join(pieces) for path, pieces in files}
