"""Counts over time and use, from the catalogue alone."""

from collections import Counter
from collections.abc import Callable

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views import relations
from generator.views.groups import Group, list_groups
from generator.views.wording import find_card

YearCounts = dict[int, int]

MIN_WORKS = 3
"""The works that a year must have to be shown first, or to have a share."""


def list_years(catalog: Catalog) -> list[int]:
    """Every year from the first with `FEWEST` entries to the last; lone early works would stretch a chart."""
    counts = Counter(entry.year for entry in catalog if entry.year)
    common = [year for year, count in counts.items() if count >= MIN_WORKS]
    return list(range(min(common), max(counts) + 1)) if common else sorted(counts)


def count_per_year(entries: tuple[Entry, ...] | list[Entry], spans: list[int]) -> YearCounts:
    """How many of `entries` first appeared in each of the years `spans`."""
    counts = Counter(entry.year for entry in entries)
    return {year: counts[year] for year in spans}


def find_largest_groups(catalog: Catalog, facet: str, most: int) -> list[Group]:
    """The `most` largest groups of `facet`, largest first."""
    return sorted(list_groups(catalog, facet), key=lambda group: (-len(group.entries), group.slug))[:most]


def compute_shares(
    catalog: Catalog, has: Callable[[Entry], bool], card: str, spans: list[int]
) -> dict[int, float | None]:
    """For each year the percentage of the works with that card for which `has` holds; None for too few."""
    works = [entry for entry in catalog if find_card(entry, catalog) == card]
    totals = count_per_year(works, spans)
    holding = count_per_year([entry for entry in works if has(entry)], spans)
    return {year: 100 * holding[year] / totals[year] if totals[year] >= MIN_WORKS else None for year in spans}


def find_most_used(catalog: Catalog, most: int) -> list[tuple[Entry, int]]:
    """The works that most others train on or are measured on, with the number of these others."""
    counts = []
    for entry in catalog:
        ways = relations.find_users(catalog, entry.id)
        users = {user.id for way in ("trained_on", "evaluated_on") for user in ways.get(way, ())}
        if users:
            counts.append((entry, len(users)))
    return sorted(counts, key=lambda pair: (-pair[1], pair[0].id))[:most]
