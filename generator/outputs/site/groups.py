"""The lists of entries by section, task, modality, year, venue and author, and the index of each facet."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from generator.catalog.catalog import Catalog
from generator.links.remembering.link_state import LinkState
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.data import describe_feed
from generator.outputs.site.head import render_feed_link
from generator.outputs.site.lists import LINES_PER_PAGE, render_cards, render_lines
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.facets import FACETS, Facet
from generator.views.groups import Group, has_page, list_groups, list_index

CARDS_PER_PAGE = 100
"""The entries on the first page of a group."""


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield for each facet an index of its groups, and for each group its pages."""
    for facet in (facet for facet in FACETS if facet.plural):
        groups = list_groups(catalog, facet.name)
        by_slug = {group.slug: group for group in groups}
        children: dict[str | None, list[Group]] = {}
        for group in groups:
            children.setdefault(group.parent, []).append(group)
        with_page = [group for group in groups if has_page(facet, group.slug, catalog)]
        if shown := list_index(facet, catalog):
            yield _index(facet, shown)
        for group in with_page:
            around = {"parent": by_slug.get(group.parent or ""), "children": children.get(group.slug, [])}
            yield from _group(facet, group, around, catalog, settings, observations.state)


def _index(facet: Facet, groups: list[Group]) -> Page:
    place = Place(f"{facet.name}/")
    parts = _group_by_letter(facet, groups) if facet.is_alphabetical else {"": groups}
    body = partial(render, "pages/index.html.j2", facet=facet, parts=parts, place=place)
    return Page(place.address, facet.plural, f"All entries by {facet.label.lower()}.", body)


def _group_by_letter(facet: Facet, groups: list[Group]) -> dict[str, list[Group]]:
    """The groups by the first letter of what they are sorted by; `#` has those without a Latin letter."""
    parts: dict[str, list[Group]] = {}
    for group in sorted(groups, key=lambda group: facet.sort_key(group.label)):
        key = facet.sort_key(group.label)
        first = (key if isinstance(key, str) else key[0])[:1]
        parts.setdefault(first.upper() if "a" <= first <= "z" else "#", []).append(group)
    return parts


def _group(
    facet: Facet,
    group: Group,
    around: dict[str, Any],
    catalog: Catalog,
    settings: Settings,
    state: LinkState,
) -> Iterator[Page]:
    base = f"{facet.name}/{group.slug}/"
    spans = _split_into_pages(len(group.all_entries))
    addresses = [f"{base}page/{number}/" if number > 1 else base for number, _ in enumerate(spans, 1)]
    for number, (address, span) in enumerate(zip(addresses, spans, strict=True)):
        title = group.label if number == 0 else f"{group.label}, page {number + 1}"
        description = group.description or f"{facet.label}: {group.label}."
        values = {"facet": facet, "group": group, **around, "addresses": addresses, "number": number}
        place = Place(address)
        yield Page(
            address,
            title,
            description,
            partial(_render_body, values, span, catalog, place, state),
            partial(_render_feed, facet, group, settings, place),
        )


def _split_into_pages(count: int) -> list[tuple[int, int]]:
    """The first entry of each page, and that after its last: the first page has cards, the others lines."""
    return list(pairwise([0, *range(CARDS_PER_PAGE, count, LINES_PER_PAGE), count]))


def _render_body(
    values: dict[str, Any], span: tuple[int, int], catalog: Catalog, place: Place, state: LinkState
) -> str:
    group = values["group"]
    core_end = min(max(span[0], len(group.entries)), span[1])
    parts = group.all_entries[span[0] : core_end], group.all_entries[core_end : span[1]]
    if values["number"]:
        core, others = (render_lines(part, catalog, place) for part in parts)
    else:
        author = group.slug if values["facet"].name == "author" else ""
        show = partial(render_cards, catalog=catalog, place=place, state=state, author=author)
        core, others = show(parts[0], level=2), show(parts[1])
    return render("pages/group.html.j2", **values, cards=core, others=others, place=place)


def _render_feed(facet: Facet, group: Group, settings: Settings, place: Place) -> str:
    return render_feed_link(describe_feed(facet.name, group), settings, place) if facet.has_files else ""
