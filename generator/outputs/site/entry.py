"""The page of one entry: all that is known of it, with links to related pages."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.showing.health import summarize_entry_health
from generator.links.showing.observations import NOTHING_OBSERVED, Observations
from generator.outputs.site.entry_description import describe_entry
from generator.outputs.site.head import render_head
from generator.outputs.site.page import Page, Place
from generator.outputs.site.users import find_users_address
from generator.render.templates import render
from generator.settings import Settings
from generator.views import relations
from generator.views.numbers.best_scores import list_best_scores

SCORES_ON_PAGE = 5


def make_entry_address(entry: Entry) -> str:
    """Return the address of the page of `entry`, which never changes."""
    return f"papers/{entry.id}/"


def pages(
    catalog: Catalog, settings: Settings, observations: Observations = NOTHING_OBSERVED
) -> Iterator[Page]:
    """Yield one page for each entry."""
    for entry in catalog:
        place = Place(make_entry_address(entry))
        description = _write_description(entry, catalog)
        yield Page(
            place.address,
            entry.label,
            description,
            partial(_render_body, entry, catalog, settings, observations, place),
            partial(render_head, entry, catalog, settings, place),
            share_title=entry.title,
        )


def _render_body(
    entry: Entry, catalog: Catalog, settings: Settings, observations: Observations, place: Place
) -> str:
    health = summarize_entry_health(entry, observations.state)
    shown = describe_entry(entry, catalog, settings, health.gated)
    related = relations.find_related(entry, catalog)
    return render(
        "pages/entry.html.j2",
        place=place,
        health=health,
        abstract=observations.abstracts.get(entry.arxiv or "", ""),
        related=[(item.entry.label, item.entry.id, item.reason) for item in related],
        contents=_list_contents(shown, len(related), len(relations.list_users(catalog, entry.id))),
        code_note=_find_code_note(entry, catalog),
        users_address=find_users_address(entry, catalog),
        scores=list_best_scores(catalog, entry.id, SCORES_ON_PAGE),
        **shown,
    )


def _list_contents(shown: Mapping[str, Any], related: int, users: int) -> list[tuple[str, str, int]]:
    """The id and title of each part of the page, with a count where it says something."""
    parts = [
        ("printed", "Results reported by this work", shown["printed"].count, True),
        ("measured", "Results reported by others", shown["measured"].count, True),
        ("uses", "Data and lineage", len(shown["uses"]), False),
        ("users", "Used by", users, True),
        ("news", "News", len(shown["entry"].news), False),
        ("cite", "Cite", 1, False),
        ("related", "Related", related, False),
    ]
    return [(id_, title, count if is_said else 0) for id_, title, count, is_said in parts if count]


def _find_code_note(entry: Entry, catalog: Catalog) -> str:
    """The status of the code, unless a link says the same; the first status means all of the code."""
    whole = next((term.slug for term in catalog.vocabulary("code_status")), None)
    is_said = bool(entry.links.code) and entry.code_status == whole
    return catalog.label("code_status", entry.code_status) if entry.code_status and not is_said else ""


def _write_description(entry: Entry, catalog: Catalog) -> str:
    return entry.summary or f"{entry.title}: {catalog.label('kinds', entry.kind).lower()}."
