"""The numbers that entries print, brought together by benchmark and setting; nothing is merged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalog import Catalog
from generator.model import Entry, Result
from generator.text import fold, key
from generator.views import by_title

_Thing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed number in a table; `best` in its column, `others` where another source differs."""

    result: Result
    best: bool
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What one source prints of one model in one setting."""

    source: Entry
    model: str
    label: str
    variant: str
    own: bool
    date: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of one setting of a benchmark; its columns are metrics, by slug."""

    setting: str
    metrics: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A number with the entry that prints it."""

    source: Entry
    result: Result


def all_printed(catalog: Catalog) -> list[Printed]:
    """Every result of every entry, by the source's id and then as printed."""
    return [Printed(entry, result) for entry in catalog for result in entry.results]


def by_benchmark(catalog: Catalog) -> Mapping[str, Sequence[Printed]]:
    """The results by benchmark, an entry's id or a plain name."""
    return catalog.index(_by_benchmark)


def _by_benchmark(catalog: Catalog) -> dict[str, list[Printed]]:
    found: dict[str, list[Printed]] = defaultdict(list)
    for printed in all_printed(catalog):
        found[printed.result.benchmark].append(printed)
    return dict(found)


def of_model(catalog: Catalog, id_: str) -> Sequence[Printed]:
    """The results of the model `id_`, whoever prints them."""
    return catalog.index(_by_model).get(id_, ())


def _by_model(catalog: Catalog) -> dict[str, list[Printed]]:
    found: dict[str, list[Printed]] = defaultdict(list)
    for printed in all_printed(catalog):
        found[printed.result.model].append(printed)
    return dict(found)


def benchmarks(catalog: Catalog) -> list[Entry]:
    """The entries on which someone prints a number, by name."""
    return by_title(catalog.entries[id_] for id_ in by_benchmark(catalog) if id_ in catalog.entries)


def tables(catalog: Catalog, benchmark: str) -> list[Table]:
    """One table for each setting of `benchmark`, the one with most numbers first."""
    by_setting: dict[str, list[Printed]] = defaultdict(list)
    for printed in by_benchmark(catalog).get(benchmark, ()):
        by_setting[printed.result.setting or ""].append(printed)
    ordered = sorted(by_setting, key=lambda setting: (-len(by_setting[setting]), setting))
    return [_table(setting, by_setting[setting], catalog) for setting in ordered]


def _table(setting: str, printed: Sequence[Printed], catalog: Catalog) -> Table:
    order = [term.slug for term in catalog.vocabulary("metrics")]
    metrics = sorted({one.result.metric for one in printed}, key=order.index)
    best = {metric: _best(metric, printed, catalog) for metric in metrics}
    same: dict[_Thing, list[Printed]] = defaultdict(list)
    for one in printed:
        same[_thing(one.result, catalog)].append(one)
    grouped: dict[tuple[str, ...], list[Printed]] = defaultdict(list)
    for one in printed:
        grouped[_row_key(one)].append(one)
    rows = [_row(group, best, same, catalog) for group in grouped.values()]
    rows.sort(key=lambda row: (fold(row.label), fold(row.variant), row.source.id))
    return Table(setting, tuple(metrics), tuple(rows))


def _row_key(one: Printed) -> tuple[str, ...]:
    result = one.result
    return one.source.id, result.model, result.variant or "", result.where or "", result.note or ""


def _best(metric: str, printed: Iterable[Printed], catalog: Catalog) -> float | None:
    values = [one.result.value for one in printed if one.result.metric == metric]
    term = catalog.vocabulary("metrics").get(metric)
    if not term or not term.better or len(values) < 2:
        return None
    return max(values) if term.better == "higher" else min(values)


def _row(
    group: Sequence[Printed],
    best: Mapping[str, float | None],
    same: Mapping[_Thing, Sequence[Printed]],
    catalog: Catalog,
) -> Row:
    source, result = group[0].source, group[0].result
    cells = {
        one.result.metric: Cell(
            one.result,
            one.result.value == best[one.result.metric],
            _differing(one, same[_thing(one.result, catalog)]),
        )
        for one in group
    }
    model = catalog.entries.get(result.model)
    date = (model.date if model else None) or source.date or ""
    label = catalog.work_label(result.model)
    return Row(source, result.model, label, result.variant or "", result.own, date, cells)


def _differing(one: Printed, same: Iterable[Printed]) -> tuple[str, ...]:
    """Other sources among those of the `same` thing that print another number for it."""
    found = [
        f"{other.result.value:g} in {other.source.label}"
        for other in same
        if other.source.id != one.source.id and other.result.value != one.result.value
    ]
    return tuple(sorted(set(found)))


def _thing(result: Result, catalog: Catalog) -> _Thing:
    """What is measured of which model: the metric, and the model's name with its variant."""
    return result.metric, key(f"{catalog.work_label(result.model)} {result.variant or ''}")


def contradictions(catalog: Catalog) -> int:
    """How many printed numbers stand beside another source's other number for the same thing."""
    return sum(
        bool(cell.others)
        for benchmark in by_benchmark(catalog)
        for table in tables(catalog, benchmark)
        for row in table.rows
        for cell in row.cells.values()
    )
