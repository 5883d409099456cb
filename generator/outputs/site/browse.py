"""The browse page: search and filters over the whole list, with the newest core work at first."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs import browse_data
from generator.outputs.abstract_data import render_abstract_data
from generator.outputs.identifier_rows import list_identifier_rows
from generator.outputs.observed_data import list_observed_sorts, render_observed_data
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Page, Place
from generator.render.json_in_html import dump_json_for_html
from generator.render.templates import render
from generator.settings import Settings
from generator.views import browse_facets
from generator.views.browse_facets import FacetOption
from generator.views.facets import Facet
from generator.views.groups import list_groups, list_indexed_facets
from generator.views.links import LINK_LABELS
from generator.views.order import sort_newest_first
from generator.views.scopes import OTHER_SCOPES, SCOPE_LABELS, count_others, list_core
from generator.views.search_facts import FACT_LABELS

RESULTS_PER_PAGE = 20
TERMS_BEFORE_FOLD = 8
"""The number of terms of a facet that are shown before the reader opens the rest."""
MAX_TERMS = 40
"""The most terms of a facet that is closed at first: the most frequent, as each makes the page longer.

Search finds the works with a rarer term, and an address with it filters by it.
"""
_FACETS_OF_THE_SCRIPT = ("author", *browse_facets.AVAILABILITY_LABELS)
"""Facets of which the data have no terms: the script finds them in the authors and the links."""
TERMS_WITHOUT_BOX = 16
"""A facet with more terms than this has a box to find one."""


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield the one browse page."""
    place = Place("browse/")
    body = partial(_render_body, place, catalog, observations)
    head = partial(render, "pages/browse_head.html.j2", place=place)
    start = partial(_render_start, place, catalog, settings, observations)
    files = partial(browse_data.render_browse_data, catalog, observations)
    description = "Search and filter every entry of the list."
    yield Page(place.address, "Browse", description, body, head, make_start=start, make_files=files)


def _render_start(place: Place, catalog: Catalog, settings: Settings, observations: Observations) -> str:
    manifest = Markup(_render_manifest(catalog, settings, observations))
    return render("pages/browse_start.html.j2", place=place, manifest=manifest)


def _render_body(place: Place, catalog: Catalog, observations: Observations) -> str:
    core = list_core(catalog)
    newest = sort_newest_first(core)[:RESULTS_PER_PAGE]
    facets = list(_describe_facets(catalog))
    return render(
        "pages/browse.html.j2",
        place=place,
        total=len(core),
        scopes=[(scope, SCOPE_LABELS[scope], count) for scope, count in count_others(catalog).items()],
        shown=len(newest),
        indexed=list_indexed_facets(catalog),
        open_facets=[facet for facet in facets if facet["open"]],
        closed_facets=[facet for facet in facets if not facet["open"]],
        available=_list_available(catalog),
        years=[group.slug for group in list_groups(catalog, "year")],
        cards=render_cards(newest, catalog, place, observations.state),
        observed_sorts=list_observed_sorts(catalog, observations.state),
    )


def _describe_facets(catalog: Catalog) -> Iterator[dict[str, Any]]:
    for facet in browse_facets.FILTER_FACETS:
        if found := browse_facets.list_options(facet, catalog):
            options = found if facet.is_open else found[:MAX_TERMS]
            yield {
                "name": facet.name,
                "label": facet.label,
                "shown": facet.filter == "shown",
                "open": facet.is_open,
                "options": options,
                "folded": _fold(facet, options),
                "has_several": browse_facets.has_several_terms(facet, catalog),
                "is_whole": len(options) == len(found),
                "box": len(options) > TERMS_WITHOUT_BOX,
            }


def _fold(facet: Facet, options: Sequence[FacetOption]) -> set[str]:
    """The terms that are not shown at first."""
    if facet.folds_below:
        return {option.slug for option in options if option.depth}
    few = len(options) <= TERMS_BEFORE_FOLD + 1
    return set() if few else {option.slug for option in options[TERMS_BEFORE_FOLD:]}


def _list_available(catalog: Catalog) -> list[tuple[str, str, int]]:
    counts = {
        name: sum(bool(getattr(entry.links, name)) for entry in list_core(catalog))
        for name in browse_facets.AVAILABILITY_LABELS
    }
    return [
        (name, label, counts[name])
        for name, label in browse_facets.AVAILABILITY_LABELS.items()
        if counts[name]
    ]


def _render_manifest(catalog: Catalog, settings: Settings, observations: Observations) -> str:
    """What the script of the page needs before it loads any data."""
    return dump_json_for_html(
        {
            "total": len(catalog.entries),
            "core": len(list_core(catalog)),
            "scopes": {scope: SCOPE_LABELS[scope] for scope in OTHER_SCOPES},
            "perPage": RESULTS_PER_PAGE,
            "facets": [*(facet["name"] for facet in _describe_facets(catalog)), *_FACETS_OF_THE_SCRIPT],
            "root": Place("browse/").root,
            "name": settings.short_name or settings.cite_key,
            "chunks": [[chunk.address, chunk.count] for chunk in browse_data.render_chunks(catalog)],
            "terms": next(iter(browse_data.render_terms(catalog))),
            "links": LINK_LABELS,
            "facts": FACT_LABELS,
            "identifiers": list_identifier_rows(),
            **_list_observed_files(catalog, observations),
        }
    )


def _list_observed_files(catalog: Catalog, observations: Observations) -> dict[str, list[str]]:
    """The files with what services said, by kind; none where nothing was asked yet."""
    files = {
        "observed": list(render_observed_data(catalog, observations.state)),
        "abstracts": list(render_abstract_data(catalog, observations.abstracts)),
    }
    return {kind: addresses for kind, addresses in files.items() if addresses}
