"""The leaderboards of a benchmark: one for each setting, the best model first; nothing is merged."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.text import fold, slugify
from generator.views.numbers.leaderboard_rows import LeaderboardRow, build_rows
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.ranking import rank_models
from generator.views.numbers.result_comparison import NumberComparison
from generator.views.numbers.results import group_by_benchmark

NOT_STATED = "Protocol not stated"
"""The label of the leaderboard of a benchmark for which no source states a setting."""


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """All rows of one setting of a benchmark."""

    slug: str
    """The anchor of the setting."""
    setting: str
    metrics: tuple[str, ...]
    """The slugs of the metrics: the main one first, then those of most rows."""
    rows: tuple[LeaderboardRow, ...]
    """The comparable rows, the best first."""
    unstated: tuple[LeaderboardRow, ...] = ()
    """Rows whose source does not state the setting, the best first; they have no rank."""

    @property
    def main_metric(self) -> str:
        """The metric by which the rows are ranked."""
        return self.metrics[0]


def build_leaderboards(catalog: Catalog, benchmark: str) -> Sequence[Leaderboard]:
    """Build the leaderboards of `benchmark`, once for all pages; that of the main setting first.

    The settings are in the order of the benchmark's entry, whose first one is the main setting. Those
    without an entry are ordered by the number of sources, and of numbers. The first leaderboard also has
    the numbers without a setting, apart from the others: they may be measured in another way.
    """
    known = catalog.index(_make_store)
    if benchmark not in known:
        known[benchmark] = _build(catalog, benchmark)
    return known[benchmark]


def _make_store(catalog: Catalog) -> dict[str, list[Leaderboard]]:
    """The empty store of the leaderboards that a catalog keeps."""
    return {}


def _build(catalog: Catalog, benchmark: str) -> list[Leaderboard]:
    printed = group_by_benchmark(catalog).get(benchmark, ())
    if not printed:
        return []
    builder = _Builder(benchmark, NumberComparison(printed, catalog), catalog)
    first, *others = _group_by_setting(printed, catalog.entries.get(benchmark))
    return [builder.build(*first), *(builder.build(*other) for other in others)]


def find_main_column(catalog: Catalog, benchmark: str) -> tuple[str, str]:
    """Find the main setting of `benchmark`, empty where none is stated, and its main metric."""
    printed = group_by_benchmark(catalog)[benchmark]
    setting, stated, unstated = _group_by_setting(printed, catalog.entries.get(benchmark))[0]
    return setting, _order_metrics([*stated, *unstated], stated or unstated, catalog)[0]


_Group = tuple[str, Sequence[PrintedNumber], Sequence[PrintedNumber]]
"""A setting, its numbers, and those without a setting that are shown with them."""


def _group_by_setting(printed: Iterable[PrintedNumber], benchmark: Entry | None) -> list[_Group]:
    by_setting: dict[str, list[PrintedNumber]] = defaultdict(list)
    for number in printed:
        by_setting[number.result.setting or ""].append(number)
    unstated = by_setting.pop("", [])
    first, *others = _order_settings(by_setting, benchmark) or [""]
    return [(first, by_setting[first], unstated), *((name, by_setting[name], ()) for name in others)]


def _order_settings(by_setting: Mapping[str, Sequence[PrintedNumber]], benchmark: Entry | None) -> list[str]:
    declared = {label: place for place, label in enumerate(benchmark.settings.values() if benchmark else ())}

    def rank(name: str) -> tuple[int, int, int, str]:
        sources = {number.source.id for number in by_setting[name]}
        return declared.get(name, len(declared)), -len(sources), -len(by_setting[name]), name

    return sorted(by_setting, key=rank)


@dataclass(frozen=True, slots=True)
class _Builder:
    benchmark: str
    comparison: NumberComparison
    catalog: Catalog

    def build(
        self, setting: str, stated: Sequence[PrintedNumber], unstated: Sequence[PrintedNumber]
    ) -> Leaderboard:
        metrics = _order_metrics([*stated, *unstated], stated or unstated, self.catalog)
        best = {metric: self._find_best(metric, stated) for metric in metrics}
        rows = self._sort(build_rows(stated, best, self.comparison), metrics[0])
        values = [(row.identity, row.value(metrics[0])) for row in rows]
        ranks = rank_models(values, _find_better(metrics[0], self.catalog))
        return Leaderboard(
            slug=self._make_slug(setting),
            setting=setting or NOT_STATED,
            metrics=metrics,
            rows=tuple(replace(row, rank=rank) for row, rank in zip(rows, ranks, strict=True)),
            unstated=tuple(self._sort(build_rows(unstated, {}, self.comparison), metrics[0])),
        )

    def _find_best(self, metric: str, printed: Iterable[PrintedNumber]) -> float | None:
        values = [number.result.value for number in printed if number.result.metric == metric]
        if not _find_better(metric, self.catalog) or len(values) < 2:
            return None
        return max(values) if _find_better(metric, self.catalog) == "higher" else min(values)

    def _sort(self, rows: Iterable[LeaderboardRow], metric: str) -> list[LeaderboardRow]:
        """Sort by the metric, the best first and rows without it last, then by name."""
        sign = 1 if _find_better(metric, self.catalog) == "lower" else -1

        def key(row: LeaderboardRow) -> tuple[bool, float, str, str, str]:
            value = row.value(metric)
            return value is None, sign * (value or 0), fold(row.label), fold(row.variant), row.source.id

        return sorted(rows, key=key)

    def _make_slug(self, setting: str) -> str:
        entry = self.catalog.entries.get(self.benchmark)
        slugs: Mapping[str, str] = {label: slug for slug, label in entry.settings.items()} if entry else {}
        return slugs.get(setting) or slugify(setting or NOT_STATED)


def _order_metrics(
    printed: Iterable[PrintedNumber], counted: Sequence[PrintedNumber], catalog: Catalog
) -> tuple[str, ...]:
    """Order the metrics by how many of the `counted` numbers they have; the first is one that ranks."""
    order = [term.slug for term in catalog.vocabulary("metrics")]
    counts = Counter(number.result.metric for number in counted)
    metrics = {number.result.metric for number in printed}

    def weight(metric: str) -> tuple[bool, int, int]:
        return not (_find_better(metric, catalog) and counts[metric]), -counts[metric], order.index(metric)

    return tuple(sorted(metrics, key=weight))


def _find_better(metric: str, catalog: Catalog) -> str:
    term = catalog.vocabulary("metrics").get(metric)
    return (term and term.better) or ""


def count_contradictions(catalog: Catalog) -> int:
    """Count the printed numbers for which another source prints a different number."""
    return sum(
        bool(cell.differing)
        for benchmark in group_by_benchmark(catalog)
        for board in build_leaderboards(catalog, benchmark)
        for row in (*board.rows, *board.unstated)
        for cell in row.cells.values()
    )
