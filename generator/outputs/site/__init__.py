"""The pages of the website, as pure functions of the catalog and the settings."""

from collections.abc import Callable, Iterator

from generator.catalog.catalog import Catalog
from generator.links.memory import EMPTY_STATE, LinkState
from generator.outputs.site import (
    about,
    browse,
    contribute,
    entry,
    groups,
    health,
    home,
    moved,
    newest,
    results,
    tables,
    trends,
)
from generator.outputs.site.page import Page
from generator.settings import Settings

PAGE_SOURCES: tuple[Callable[[Catalog, Settings], Iterator[Page]], ...] = (
    browse.pages,
    groups.pages,
    tables.pages,
    newest.pages,
    contribute.pages,
    trends.pages,
    results.pages,
    about.pages,
    moved.pages,
)


def list_pages(catalog: Catalog, settings: Settings, state: LinkState = EMPTY_STATE) -> Iterator[Page]:
    """Yield every generated page; `state` is what the link checker remembers."""
    yield from home.pages(catalog, settings, state)
    for source in PAGE_SOURCES:
        yield from source(catalog, settings)
    yield from entry.pages(catalog, settings, state)
    yield from health.pages(catalog, state)
