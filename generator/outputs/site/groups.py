"""The lists of entries by section, task, modality, year, venue and author, and the index of each facet."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.outputs.data import describe_feed
from generator.outputs.site.head import render_feed_link
from generator.outputs.site.lists import render_cards
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.facets import FACETS, Facet
from generator.views.groups import Group, list_groups

ENTRIES_PER_PAGE = 100


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield for each facet an index of its groups, and for each group its pages."""
    for facet in (facet for facet in FACETS if facet.plural):
        groups = list_groups(catalog, facet.name)
        by_slug = {group.slug: group for group in groups}
        children: dict[str | None, list[Group]] = {}
        for group in groups:
            children.setdefault(group.parent, []).append(group)
        if counted := [group for group in groups if group.entries]:
            yield _index(facet, counted)
        for group in groups:
            around = {"parent": by_slug.get(group.parent or ""), "children": children.get(group.slug, [])}
            yield from _group(facet, group, around, catalog, settings)


def _index(facet: Facet, groups: list[Group]) -> Page:
    place = Place(f"{facet.name}/")
    body = partial(render, "pages/index.html.j2", facet=facet, groups=groups, place=place)
    return Page(place.address, facet.plural, f"All entries by {facet.label.lower()}.", body)


def _group(
    facet: Facet, group: Group, around: dict[str, Any], catalog: Catalog, settings: Settings
) -> Iterator[Page]:
    base = f"{facet.name}/{group.slug}/"
    addresses = [base] + [
        f"{base}page/{n}/" for n in range(2, -(-len(group.all_entries) // ENTRIES_PER_PAGE) + 1)
    ]
    for number, address in enumerate(addresses):
        title = group.label if number == 0 else f"{group.label}, page {number + 1}"
        description = group.description or f"{facet.label}: {group.label}."
        values = {"facet": facet, "group": group, **around, "addresses": addresses, "number": number}
        place = Place(address)
        yield Page(
            address,
            title,
            description,
            partial(_body, values, catalog, place),
            partial(_feed, facet, group, settings, place),
        )


def _body(values: dict[str, Any], catalog: Catalog, place: Place) -> str:
    first = values["number"] * ENTRIES_PER_PAGE
    shown = values["group"].all_entries[first : first + ENTRIES_PER_PAGE]
    counted = max(0, len(values["group"].entries) - first)
    cards = render_cards(shown[:counted], catalog, place) if counted else ""
    others = render_cards(shown[counted:], catalog, place) if shown[counted:] else ""
    return render("pages/group.html.j2", **values, cards=cards, others=others, place=place)


def _feed(facet: Facet, group: Group, settings: Settings, place: Place) -> str:
    return render_feed_link(describe_feed(facet.name, group), settings, place) if facet.has_files else ""
