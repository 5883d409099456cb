"""Lay out a chart of progress: every value by date, and a line along the best so far.

All places are percentages of the plot, from its left and top, so that text keeps its size at any width.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from generator.render.time_axis import date_to_years

MAX_YEARS = 8
"""More years than this are not all named."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A value at a date; `is_record` where it is the best so far."""

    date: str
    value: float
    is_record: bool


@dataclass(frozen=True, slots=True)
class ProgressLayout:
    """Where everything but the names is."""

    points: Sequence[tuple[float, float]]
    """Left and top of each point, in the order given."""
    line: str
    """The path along the records, in a box of 100 by 100."""
    values: Sequence[tuple[float, str]]
    """Top and text of each mark of the axis of values."""
    years: Sequence[tuple[float, float, str]]
    """Left edge, middle and text of each year; the text is empty where there are too many."""


def lay_out_progress(points: Sequence[ChartPoint]) -> ProgressLayout:
    """Place `points`, of which there is at least one and whose dates ascend."""
    times = [date_to_years(point.date) for point in points]
    first, last = floor(min(times)), floor(max(times)) + 1
    marks = _round_marks([point.value for point in points])
    low, high = marks[0], marks[-1]
    places = [
        (_share(time, first, last), 100 - _share(point.value, low, high))
        for time, point in zip(times, points, strict=True)
    ]
    records = [place for place, point in zip(places, points, strict=True) if point.is_record]
    decimals = max(len(f"{mark:g}".partition(".")[2]) for mark in marks)
    values = [(100 - _share(mark, low, high), f"{mark:.{decimals}f}") for mark in marks]
    return ProgressLayout(places, _draw_steps(records), values, list(_list_years(first, last)))


def _share(value: float, low: float, high: float) -> float:
    return round(100 * (value - low) / (high - low), 2)


def _round_marks(values: Sequence[float]) -> list[float]:
    """Return 2 to 6 round numbers, the first and the last around all values."""
    low, high = min(values), max(values)
    span = (high - low) or abs(high) or 1
    power = 10 ** floor(log10(span))
    step = next(power * factor for factor in (0.25, 0.5, 1, 2.5) if span <= 4 * power * factor)
    start, end = floor(low / step), ceil(high / step)
    return [round(place * step, 10) for place in range(start, max(end, start + 1) + 1)]


def _list_years(first: int, last: int) -> Iterator[tuple[float, float, str]]:
    step = 1 + (last - first - 1) // MAX_YEARS
    for year in range(first, last):
        text = str(year) if (last - 1 - year) % step == 0 else ""
        yield _share(year, first, last), _share(year + 0.5, first, last), text


def _draw_steps(places: Sequence[tuple[float, float]]) -> str:
    """Return the path through the records: level until the next one, and level to the end."""
    if not places:
        return ""
    steps = "".join(f"H{left:g}V{top:g}" for left, top in places[1:])
    return f"M{places[0][0]:g} {places[0][1]:g}{steps}H100"
