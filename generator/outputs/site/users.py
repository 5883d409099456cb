"""The works that use an entry which very many use: on its own page they would grow without end."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.site.lists import LINES_PER_PAGE, render_lines
from generator.outputs.site.page import Page, Place
from generator.render.templates import render
from generator.settings import Settings
from generator.views.relations import list_users

MAX_USERS_ON_PAGE = 300
"""An entry that more works use than this has pages of them."""


def find_users_address(entry: Entry, catalog: Catalog) -> str:
    """Return the address of the first page of the works that use `entry`; empty where its own has all."""
    is_long = len(list_users(catalog, entry.id)) > MAX_USERS_ON_PAGE
    return f"papers/{entry.id}/used-by/" if is_long else ""


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the pages of the works that use each entry which very many use."""
    for entry in catalog:
        if base := find_users_address(entry, catalog):
            yield from _make_pages(base, entry, catalog)


def _make_pages(base: str, entry: Entry, catalog: Catalog) -> Iterator[Page]:
    users = list_users(catalog, entry.id)
    spans = list(pairwise([*range(0, len(users), LINES_PER_PAGE), len(users)]))
    addresses = [f"{base}page/{number}/" if number > 1 else base for number, _ in enumerate(spans, 1)]
    title = f"Works that use {entry.label}"
    for number, (address, (start, end)) in enumerate(zip(addresses, spans, strict=True)):
        body = partial(_render_body, entry, users[start:end], len(users), addresses, number, catalog)
        named = title if number == 0 else f"{title}, page {number + 1}"
        yield Page(address, named, f"Every entry of this list that uses {entry.label}.", body)


def _render_body(
    entry: Entry, shown: Sequence[Entry], count: int, addresses: list[str], number: int, catalog: Catalog
) -> str:
    place = Place(addresses[number])
    lines = render_lines(shown, catalog, place)
    values: dict[str, Any] = {"entry": entry, "count": count, "addresses": addresses, "number": number}
    return render("pages/users.html.j2", **values, lines=lines, place=place)
