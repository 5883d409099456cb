"""The rows of a leaderboard: what one source reports of one model in one setting."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.views.numbers.number_sources import NumberSource, find_number_source
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.result_comparison import NumberComparison


@dataclass(frozen=True, slots=True)
class LeaderboardCell:
    """One printed number of a row."""

    result: Result
    is_best: bool
    """Whether it is the best of its column."""
    differing: tuple[str, ...]
    """The different numbers of other sources for the same thing, with their sources."""


@dataclass(frozen=True, slots=True)
class LeaderboardRow:
    """What one source reports of one model in one setting."""

    source: Entry
    model: str
    """The id of an entry, or a plain name."""
    label: str
    variant: str
    identity: str
    """The same text for the same model and variant, whoever reports them."""
    is_own: bool
    """Whether the authors of the model report it."""
    date: str
    """The date of the model; empty where it is not known."""
    places: tuple[NumberSource, ...]
    """Where the source has these numbers: its tables, or files of a repository."""
    cells: Mapping[str, LeaderboardCell]
    """The numbers by metric."""
    rank: int | None = None
    """The place of the model by the main metric; None where another row of the model is better."""

    def value(self, metric: str) -> float | None:
        """Return the number for `metric`, or None."""
        cell = self.cells.get(metric)
        return cell.result.value if cell else None


def build_rows(
    printed: Sequence[PrintedNumber], best: Mapping[str, float | None], comparison: NumberComparison
) -> list[LeaderboardRow]:
    """Build the rows of `printed`, numbers of one setting; `best` has the best value of each metric."""
    return [_build_row(group, best, comparison) for group in _group(printed)]


def _group(printed: Iterable[PrintedNumber]) -> list[list[PrintedNumber]]:
    """Group the numbers into rows, by source and model; a second number of a metric starts a new row."""
    found: dict[tuple[str, ...], list[list[PrintedNumber]]] = defaultdict(list)
    for number in printed:
        rows = found[number.source.id, number.result.model, number.result.variant or ""]
        free = (row for row in rows if all(other.result.metric != number.result.metric for other in row))
        if row := next(free, None):
            row.append(number)
        else:
            rows.append([number])
    return [row for rows in found.values() for row in rows]


def _build_row(
    group: Sequence[PrintedNumber], best: Mapping[str, float | None], comparison: NumberComparison
) -> LeaderboardRow:
    source, result, catalog = group[0].source, group[0].result, comparison.catalog
    return LeaderboardRow(
        source=source,
        model=result.model,
        label=catalog.work_label(result.model),
        variant=result.variant or "",
        identity=comparison.identify_model(result),
        is_own=result.own,
        date=_find_date(source, result, catalog),
        places=_list_places(group, catalog),
        cells={number.result.metric: _build_cell(number, best, comparison) for number in group},
    )


def _find_date(source: Entry, result: Result, catalog: Catalog) -> str:
    model = catalog.entries.get(result.model) or (source if result.own else None)
    return (model and model.date) or ""


def _list_places(group: Sequence[PrintedNumber], catalog: Catalog) -> tuple[NumberSource, ...]:
    wheres = dict.fromkeys(number.result.where for number in group if number.result.where)
    return tuple(find_number_source(where, group[0].source, catalog) for where in wheres)


def _build_cell(
    number: PrintedNumber, best: Mapping[str, float | None], comparison: NumberComparison
) -> LeaderboardCell:
    result = number.result
    return LeaderboardCell(result, result.value == best.get(result.metric), comparison.find_differing(number))
