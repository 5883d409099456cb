"""Place the names of points along a rising or falling line, so that none covers another or the line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

HEIGHT = 210
"""The height of a plot in pixels, as in the style sheet."""
LONGEST_NAME = 24
_CHARACTER, _LINE, _GAP, _RADIUS, _OWN_SPACE = 6.6, 15.0, 7.0, 5.0, 16.0
"""Width of a character, height of a line, distance of a name from its point, and size of a point.

The last is the space around a point that only its own name may be in, as readers take it for its name;
the name of the last point needs a place most.
"""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True, slots=True)
class PointName:
    """A name in a plot, with the percentages of its left or right edge and of its middle from the top."""

    text: str
    edge: Literal["left", "right"]
    """The edge of the text that `offset` says."""
    offset: float
    """From the left of the plot for a left edge, from its right for a right edge."""
    top: float


def place_names(
    points: Sequence[tuple[float, float]], names: Sequence[str], width: float, *, falling: bool = False
) -> list[PointName]:
    """Return the names that fit on a plot of `width` pixels, the last point first.

    `points` are percentages from left and top along the line, from left to right.
    """
    pixels = [(left * width / 100, top * HEIGHT / 100) for left, top in points]
    line = [*_find_line(pixels, width)]
    taken: list[Box] = []
    found: list[PointName] = []
    for (left, top), name in reversed([*zip(pixels, names, strict=True)]):
        text = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
        near = [_around(point, _OWN_SPACE if found and point != (left, top) else _RADIUS) for point in pixels]
        covered = [*line, *near, *taken]
        for box in _candidates(left, top, len(text) * _CHARACTER, width, falling):
            if _is_inside(box, width) and not any(_overlap(box, other) for other in covered):
                taken.append(box)
                found.append(_named(text, box, left, width))
                break
    return found


def _around(point: tuple[float, float], space: float) -> Box:
    left, top = point
    return left - space, top - space, left + space, top + space


def _find_line(pixels: Sequence[tuple[float, float]], width: float) -> Iterator[Box]:
    """Yield the boxes of the parts of the line, level and upright."""
    for place, (left, top) in enumerate(pixels):
        after, below = pixels[place + 1] if place + 1 < len(pixels) else (width, top)
        yield left, top - 1, after, top + 1
        yield after - 1, min(top, below), after + 1, max(top, below)


def _candidates(left: float, top: float, size: float, width: float, falling: bool) -> Iterator[Box]:
    """Yield where a name may be: before its point, or on the outer side of the line."""
    yield left - _GAP - size, top - _LINE / 2, left - _GAP, top + _LINE / 2
    outside = top + _GAP if falling else top - _GAP - _LINE
    for start in (left - size / 2, left - _RADIUS, left + _RADIUS - size):
        inside = max(0.0, min(start, width - size))
        yield inside, outside, inside + size, outside + _LINE


def _is_inside(box: Box, width: float) -> bool:
    """Whether a name is in the plot, or right above it."""
    return box[0] >= 0 and box[2] <= width and box[1] >= -_LINE - _GAP - _RADIUS and box[3] <= HEIGHT


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _named(text: str, box: Box, left: float, width: float) -> PointName:
    """A name that ends near its point is held at its right edge, as text may be wider than estimated."""
    top = round(50 * (box[1] + box[3]) / HEIGHT, 2)
    if box[2] <= left + _RADIUS:
        return PointName(text, "right", round(100 - 100 * box[2] / width, 2), top)
    return PointName(text, "left", round(100 * box[0] / width, 2), top)
