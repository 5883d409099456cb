"""The page about the health of the links: verdicts by service, what to fix, what to propose."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.catalog.catalog import Catalog
from generator.links.answers.verdict import Verdict
from generator.links.showing.health import CheckedLink, summarize_health
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings

MAX_LISTED_LINKS = 200
"""The most links of each kind that the page lists; the command lists all."""


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield the one page; before the first check it says that nothing was checked."""
    body = partial(_render_body, catalog, observations)
    description = "Whether the links of the list work and lead to the right works."
    yield Page("health/", "Link status", description, body, is_wide=False)


def _render_body(catalog: Catalog, observations: Observations) -> str:
    found = summarize_health(catalog, observations.state)
    return render(
        "pages/health.html.j2",
        place=Place("health/"),
        health=found,
        verdicts=[str(verdict) for verdict in Verdict],
        lists=[
            ("wrong", "Wrong or dead", _list_rows(found.broken, catalog)),
            ("failing", "Failing recently", _list_rows(found.failing, catalog)),
            ("proposals", "Moved, published, or worth a check", _list_rows(found.proposals, catalog)),
        ],
    )


def _list_rows(links: Sequence[CheckedLink], catalog: Catalog) -> list[tuple[CheckedLink, str]]:
    return [(link, catalog.work_label(link.entry)) for link in links[:MAX_LISTED_LINKS]]
