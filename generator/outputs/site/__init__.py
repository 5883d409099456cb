"""The pages of the website, as pure functions of the catalog and the settings."""

from collections.abc import Callable, Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import NOTHING_HAPPENED, Chronicle
from generator.links.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site import (
    about,
    browse,
    contribute,
    digest,
    entry,
    groups,
    health,
    home,
    moved,
    newest,
    results,
    tables,
    trends,
    waiting,
)
from generator.outputs.site.page import Page
from generator.settings import Settings

PAGE_SOURCES: tuple[Callable[[Catalog, Settings], Iterator[Page]], ...] = (
    tables.pages,
    contribute.pages,
    trends.pages,
    results.pages,
    moved.pages,
)

OBSERVING_PAGE_SOURCES: tuple[Callable[[Catalog, Settings, Observations], Iterator[Page]], ...] = (
    home.pages,
    about.pages,
    browse.pages,
    groups.pages,
    newest.pages,
    entry.pages,
    health.pages,
)
"""The pages that also show what services said, on cards for example."""

CHRONICLE_PAGE_SOURCES: tuple[Callable[[Catalog, Settings, Chronicle], Iterator[Page]], ...] = (
    waiting.pages,
    digest.pages,
)
"""The pages about what waits and what happened."""


def list_pages(
    catalog: Catalog,
    settings: Settings,
    observations: Observations = NOTHING_OBSERVED,
    chronicle: Chronicle = NOTHING_HAPPENED,
) -> Iterator[Page]:
    """Yield every generated page."""
    for source in PAGE_SOURCES:
        yield from source(catalog, settings)
    for observing in OBSERVING_PAGE_SOURCES:
        yield from observing(catalog, settings, observations)
    for telling in CHRONICLE_PAGE_SOURCES:
        yield from telling(catalog, settings, chronicle)
