"""The pages of the website, as pure functions of the catalogue and the settings."""

from collections.abc import Callable, Iterator

from generator.catalog import Catalog
from generator.outputs.site import about, browse, contribute, entry, groups, home, newest, results, tables, trends
from generator.outputs.site.page import Page
from generator.settings import Settings

PAGES: tuple[Callable[[Catalog, Settings], Iterator[Page]], ...] = (
    home.pages,
    browse.pages,
    entry.pages,
    groups.pages,
    tables.pages,
    newest.pages,
    contribute.pages,
    trends.pages,
    results.pages,
    about.pages,
)


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Every generated page."""
    for make in PAGES:
        yield from make(catalog, settings)
