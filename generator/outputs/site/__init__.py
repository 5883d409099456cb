"""The pages of the website, as pure functions of the catalog and the settings."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.catalog.chronicle import NOTHING_HAPPENED, Chronicle
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
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
    users,
    waiting,
)
from generator.outputs.site.page import Page
from generator.settings import Settings


def list_pages(
    catalog: Catalog,
    settings: Settings,
    observations: Observations = NOTHING_OBSERVED,
    chronicle: Chronicle = NOTHING_HAPPENED,
) -> Iterator[Page]:
    """Yield every generated page. A new page is a line here; it is given only what it shows."""
    yield from tables.pages(catalog, settings)
    yield from contribute.pages(catalog, settings)
    yield from trends.pages(catalog, settings)
    yield from results.pages(catalog, settings)
    yield from moved.pages(catalog, settings)
    yield from users.pages(catalog, settings)
    yield from home.pages(catalog, settings, observations)
    yield from about.pages(catalog, settings, observations)
    yield from browse.pages(catalog, settings, observations)
    yield from groups.pages(catalog, settings, observations)
    yield from newest.pages(catalog, settings, observations)
    yield from entry.pages(catalog, settings, observations)
    yield from health.pages(catalog, settings, observations)
    yield from waiting.pages(catalog, settings, chronicle)
    yield from digest.pages(catalog, settings, chronicle)
