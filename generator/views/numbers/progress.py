"""Progress over time on a benchmark: the numbers of one setting and metric by date, and each best so far."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.render.time_axis import date_to_years
from generator.text import normalize_name
from generator.views.numbers.printed_numbers import PrintedNumber, find_model_date
from generator.views.numbers.results import group_by_benchmark


@dataclass(frozen=True, slots=True)
class ProgressPoint:
    """One value of a model, however many sources report it."""

    date: str
    """The date of the model: YYYY, YYYY-MM or YYYY-MM-DD."""
    value: float
    text: str
    """The value as printed."""
    name: str
    """What readers call the model."""
    variant: str
    """Its size, backbone or version; empty where the source names none."""
    model: str
    """The id of the model's entry; empty where it has none."""
    sources: tuple[Entry, ...]
    """The works that report it."""
    is_own: bool
    """Whether the authors of the model report it."""
    is_record: bool
    """Whether no earlier value is as good."""

    @property
    def label(self) -> str:
        """The name with the variant."""
        return f"{self.name} {self.variant}".rstrip()


@dataclass(frozen=True, slots=True)
class Progress:
    """The values of one metric in one setting of a benchmark, the oldest first."""

    benchmark: Entry
    setting: str
    """Its label; empty where the sources do not state it."""
    metric: Term
    points: tuple[ProgressPoint, ...]
    undated: int = 0
    """The number of values of models without a date, which have no point."""

    @property
    def models(self) -> int:
        """The number of different models, whatever their variants."""
        return len({normalize_name(point.name) for point in self.points})

    @property
    def dates(self) -> int:
        """The number of different dates."""
        return len({point.date for point in self.points})

    @property
    def records(self) -> tuple[ProgressPoint, ...]:
        """The points that were the best when they appeared."""
        return tuple(point for point in self.points if point.is_record)


def build_progress(
    benchmark: Entry, setting: str, metric: Term, printed: Iterable[PrintedNumber], catalog: Catalog
) -> Progress:
    """Build the progress of `metric` from numbers of one setting; a model without a date has no point."""
    same: dict[tuple[str, float], list[PrintedNumber]] = defaultdict(list)
    for number in printed:
        if number.result.metric == metric.slug:
            name = normalize_name(f"{_find_name(number, catalog)} {number.result.variant or ''}")
            same[name, number.result.value].append(number)
    groups = [[one for one in group if find_model_date(one, catalog)] for group in same.values()]
    points = [_make_point(group, catalog) for group in groups if group]
    sign = -1 if metric.better == "lower" else 1
    points.sort(key=lambda point: (date_to_years(point.date), -sign * point.value, point.label))
    marked = tuple(_mark_records(points, sign if metric.better else 0))
    return Progress(benchmark, setting, metric, marked, undated=groups.count([]))


def find_most_dated(catalog: Catalog) -> Progress | None:
    """Find the benchmark, setting and metric with the most dates; None where no number has a date.

    Where two have as many dates, the one with more points counts, then the first by its id and names.
    """
    found = [progress for progress in _list_all(catalog) if progress.points]
    return min(found, key=_rank, default=None)


def _rank(progress: Progress) -> tuple[int, int, str, str, str]:
    names = progress.benchmark.id, progress.setting, progress.metric.slug
    return -progress.dates, -len(progress.points), *names


def _list_all(catalog: Catalog) -> Iterable[Progress]:
    for id_, printed in group_by_benchmark(catalog).items():
        grouped: dict[tuple[str, str], list[PrintedNumber]] = defaultdict(list)
        for number in printed:
            if number.result.setting:
                grouped[number.result.setting, number.result.metric].append(number)
        for (setting, slug), numbers in grouped.items():
            metric = catalog.vocabulary("metrics").get(slug)
            if id_ in catalog.entries and metric and metric.better:
                yield build_progress(catalog.entries[id_], setting, metric, numbers, catalog)


def _find_name(number: PrintedNumber, catalog: Catalog) -> str:
    return catalog.work_label(number.result.model)


def _make_point(numbers: Sequence[PrintedNumber], catalog: Catalog) -> ProgressPoint:
    first = next((number for number in numbers if number.result.own), numbers[0])
    return ProgressPoint(
        date=find_model_date(first, catalog),
        value=first.result.value,
        text=first.result.text,
        name=_find_name(first, catalog),
        variant=first.result.variant or "",
        model=first.result.model if first.result.model in catalog.entries else "",
        sources=tuple({number.source.id: number.source for number in numbers}.values()),
        is_own=first.result.own,
        is_record=False,
    )


def _mark_records(points: Iterable[ProgressPoint], sign: int) -> Iterable[ProgressPoint]:
    """Yield the points in their order, each that is better than all before it marked."""
    best: float | None = None
    for point in points:
        is_record = bool(sign) and (best is None or sign * point.value > sign * best)
        if is_record:
            best = point.value
        yield replace(point, is_record=is_record)
