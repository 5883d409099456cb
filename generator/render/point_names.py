"""Place the names of points along a rising or falling line, so that none covers another or the line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

HEIGHT = 210
"""The height of a plot in pixels, as in the style sheet."""
MAX_NAME_LENGTH = 24
_CHARACTER, _LINE, _GAP, _RADIUS, _OWN_SPACE = 6.6, 15.0, 7.0, 5.0, 16.0
"""Width of a character, height of a line, distance of a name from its point, and size of a point.

The last is the space around a point that only its own name may be in, as readers take it for its name;
the name of the last point needs a place most.
"""

_LEVELS = (1, 2, 3, 4)
"""How many lines above the usual place a name with a leader line may be."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels."""


@dataclass(frozen=True, slots=True)
class PointName:
    """A name in a plot. It keeps its distance in pixels from its point, however wide the plot is."""

    text: str
    edge: Literal["left", "right"]
    """The edge of the text that is near the point."""
    offset: float
    """Percent from that edge of the plot to the point."""
    shift: float
    """Pixels to add to `offset`."""
    top: float
    """Percent from the top of the plot to the middle of the text."""
    leader: tuple[float, float, float] | None = None
    """Left, top and height of a line from the name to its point, in percent."""


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
        text = name if len(name) <= MAX_NAME_LENGTH else f"{name[: MAX_NAME_LENGTH - 1].rstrip()}…"
        size = len(text) * _CHARACTER
        places = [
            *((box, None) for box in _list_candidates(left, top, size, width, falling)),
            *_list_candidates_with_leader(left, top, size, width, falling),
        ]
        for space in (_OWN_SPACE,) if found else (_OWN_SPACE, _RADIUS):
            near = [_make_box_around(point, _RADIUS if point == (left, top) else space) for point in pixels]
            if place := _find_free(places, [*line, *near], taken, width):
                taken.extend(box for box in place if box)
                found.append(_make_name(text, *place, left, width))
                break
    return found


def _find_free(
    places: Sequence[tuple[Box, Box | None]], fixed: Sequence[Box], taken: Sequence[Box], width: float
) -> tuple[Box, Box | None] | None:
    """Find the first place in which the name covers nothing, and its leader line covers no name."""
    for box, leader in places:
        is_free = _is_inside(box, width) and not any(_overlap(box, other) for other in (*fixed, *taken))
        if is_free and not (leader and any(_overlap(leader, other) for other in taken)):
            return box, leader
    return None


def _make_box_around(point: tuple[float, float], space: float) -> Box:
    left, top = point
    return left - space, top - space, left + space, top + space


def _find_line(pixels: Sequence[tuple[float, float]], width: float) -> Iterator[Box]:
    """Yield the boxes of the parts of the line, level and upright."""
    for place, (left, top) in enumerate(pixels):
        after, below = pixels[place + 1] if place + 1 < len(pixels) else (width, top)
        yield left, top - 1, after, top + 1
        yield after - 1, min(top, below), after + 1, max(top, below)


def _list_candidates(left: float, top: float, size: float, width: float, falling: bool) -> Iterator[Box]:
    """Yield where a name may be: before its point, or on the outer side of the line."""
    yield left - _GAP - size, top - _LINE / 2, left - _GAP, top + _LINE / 2
    outside = top + _GAP if falling else top - _GAP - _LINE
    for start in (left - size / 2, left - _RADIUS, left + _RADIUS - size):
        inside = max(0.0, min(start, width - size))
        yield inside, outside, inside + size, outside + _LINE


def _list_candidates_with_leader(
    left: float, top: float, size: float, width: float, falling: bool
) -> Iterator[tuple[Box, Box]]:
    """Yield places farther from the line, each with the box of the leader line to the point."""
    for level in _LEVELS:
        away = level * _LINE
        for box in [*_list_candidates(left, top, size, width, falling)][1:]:
            if falling:
                yield (
                    (box[0], box[1] + away, box[2], box[3] + away),
                    (left - 1, top + _RADIUS, left + 1, box[1] + away),
                )
            else:
                yield (
                    (box[0], box[1] - away, box[2], box[3] - away),
                    (left - 1, box[3] - away, left + 1, top - _RADIUS),
                )


def _is_inside(box: Box, width: float) -> bool:
    """Whether a name is in the plot, or right above it."""
    return box[0] >= 0 and box[2] <= width and box[1] >= -_LINE - _GAP - _RADIUS and box[3] <= HEIGHT


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _make_name(text: str, box: Box, leader: Box | None, left: float, width: float) -> PointName:
    """A name that ends near its point is held at its right edge, as text may be wider than estimated."""
    top = round(50 * (box[1] + box[3]) / HEIGHT, 2)
    line = None
    if leader:
        at, size = round(100 * leader[1] / HEIGHT, 2), round(100 * (leader[3] - leader[1]) / HEIGHT, 2)
        line = (round(100 * left / width, 2), at, size)
    if box[2] <= left + _RADIUS:
        offset, shift = round(100 - 100 * left / width, 2), round(left - box[2], 1)
        return PointName(text, "right", offset, shift, top, line)
    return PointName(text, "left", round(100 * left / width, 2), round(box[0] - left, 1), top, line)
