"""Draw charts as inline SVG from numbers; the style sheet of the page gives the colors."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

WIDTH, HEIGHT = 320, 120
_TOP, _BOTTOM = 16, 18
_ROW = 22
_LABEL = 130


@dataclass(frozen=True, slots=True)
class Bar:
    """One value with its label; `shown` replaces the number where it is not empty."""

    label: str
    value: float
    shown: str = ""

    @property
    def text(self) -> str:
        """The value as text."""
        return self.shown or f"{self.value:,.0f}"


def draw_columns(title: str, bars: Sequence[Bar], most: float) -> Markup:
    """Draw vertical bars on a scale from 0 to `most`; `title` is the text alternative."""
    step = WIDTH / max(len(bars), 1)
    plot = HEIGHT - _TOP - _BOTTOM
    parts = []
    for index, bar in enumerate(bars):
        middle = step * (index + 0.5)
        height = plot * bar.value / most if most else 0
        top = _TOP + plot - height
        parts.append(_draw_rectangle(middle - step * 0.38, top, step * 0.76, height))
        if bar.value:
            parts.append(_draw_text(middle, top - 3, bar.text, "middle", "value"))
        if len(bars) <= 12 or (len(bars) - 1 - index) % 2 == 0:
            parts.append(_draw_text(middle, HEIGHT - 4, bar.label, "middle"))
    return _draw_svg(title, WIDTH, HEIGHT, parts)


def draw_bars(title: str, bars: Sequence[Bar]) -> Markup:
    """Draw horizontal bars on the scale of the longest; `title` is the text alternative."""
    most = max((bar.value for bar in bars), default=0)
    space = WIDTH * 1.5 - _LABEL - 40
    parts = []
    for index, bar in enumerate(bars):
        top = index * _ROW
        length = space * bar.value / most if most else 0
        parts.append(_draw_text(_LABEL - 6, top + 15, bar.label, "end"))
        parts.append(_draw_rectangle(_LABEL, top + 3, length, _ROW - 6))
        parts.append(_draw_text(_LABEL + length + 5, top + 15, bar.text, "start", "value"))
    return _draw_svg(title, WIDTH * 1.5, len(bars) * _ROW, parts)


def _draw_svg(title: str, width: float, height: float, parts: Sequence[str]) -> Markup:
    box = f"0 0 {_format_number(width)} {_format_number(height)}"
    start = f'<svg class="chart" viewBox="{box}" role="img" aria-label="{escape(title)}">'
    return Markup(start + "".join(parts) + "</svg>")


def _draw_rectangle(x: float, y: float, width: float, height: float) -> str:
    position = f'x="{_format_number(x)}" y="{_format_number(y)}"'
    return f'<rect {position} width="{_format_number(width)}" height="{_format_number(height)}"/>'


def _draw_text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    place = f'x="{_format_number(x)}" y="{_format_number(y)}" text-anchor="{anchor}"{style}'
    return f"<text {place}>{escape(text)}</text>"


def _format_number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
