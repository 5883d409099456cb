"""Count core work by year and by use; nothing but the catalog is read."""

from collections import Counter
from collections.abc import Callable, Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views import relations
from generator.views.groups import Group, list_groups
from generator.views.scopes import list_core
from generator.views.tabled import find_card

YearCounts = dict[int, int]

MIN_WORKS = 3
"""The fewest works in the first year of a chart, and in each year with a share."""


def list_years(catalog: Catalog) -> list[int]:
    """List every year from the first with `MIN_WORKS` entries to the last.

    Single earlier works would stretch a chart.
    """
    counts = Counter(entry.year for entry in list_core(catalog) if entry.year)
    common = [year for year, count in counts.items() if count >= MIN_WORKS]
    return list(range(min(common), max(counts) + 1)) if common else sorted(counts)


def count_per_year(entries: Sequence[Entry], years: list[int]) -> YearCounts:
    """Count how many of `entries` first appeared in each of the `years`."""
    counts = Counter(entry.year for entry in entries)
    return {year: counts[year] for year in years}


def find_largest_groups(catalog: Catalog, facet: str, limit: int) -> list[Group]:
    """Find the groups of `facet` with the most core work, at most `limit`, largest first."""
    groups = [group for group in list_groups(catalog, facet) if group.entries]
    return sorted(groups, key=lambda group: (-len(group.entries), group.slug))[:limit]


def compute_shares(
    catalog: Catalog, has: Callable[[Entry], bool], card: str, years: list[int]
) -> dict[int, float | None]:
    """Compute for each year the percentage of works with `card` for which `has` is true.

    It is None for a year with fewer works than `MIN_WORKS`.
    """
    works = [entry for entry in list_core(catalog) if find_card(entry, catalog) == card]
    totals = count_per_year(works, years)
    holding = count_per_year([entry for entry in works if has(entry)], years)
    return {year: 100 * holding[year] / totals[year] if totals[year] >= MIN_WORKS else None for year in years}


def find_most_used(catalog: Catalog, limit: int) -> list[tuple[Entry, int]]:
    """Find the datasets that most works use, with the number of these."""
    datasets = [entry for entry in catalog if find_card(entry, catalog) == "dataset"]
    counted = [(entry, len(relations.list_users(catalog, entry.id))) for entry in datasets]
    counts = [pair for pair in counted if pair[1]]
    return sorted(counts, key=lambda pair: (-pair[1], pair[0].id))[:limit]
