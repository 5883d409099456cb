"""The file `llms.txt`: what the list is, and where a program finds its data and pages."""

from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.render.templates import render
from generator.settings import Settings
from generator.views.groups import list_groups
from generator.views.scopes import list_core


def render_overview(catalog: Catalog, settings: Settings) -> Iterator[str]:
    """Render the one file; its links are relative while the site has no address."""
    sections = list_groups(catalog, "section")
    yield render(
        "plain/llms.txt.j2",
        settings=settings,
        base=f"{settings.site_url}/" if settings.site_url else "",
        count=len(list_core(catalog)),
        total=len(catalog.entries),
        core=[group for group in sections if group.scope == "core"],
        others=[group for group in sections if group.scope != "core"],
    )
