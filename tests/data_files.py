"""The open data as whole texts, for tests that read them; the build writes the files piece by piece."""

from generator.catalog.catalog import Catalog
from generator.outputs.data import stream_data_files
from generator.settings import Settings


def render_data_files(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """Every file, by its path from the root of the site."""
    return {path: "".join(pieces) for path, pieces in stream_data_files(catalog, settings)}
