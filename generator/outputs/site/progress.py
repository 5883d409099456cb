"""The chart of progress on a benchmark, with the table of its numbers."""

from markupsafe import Markup

from generator.outputs.site.page import Place
from generator.render.point_names import place_names
from generator.render.progress_chart import ChartPoint, lay_out_progress
from generator.render.templates import render
from generator.views.numbers.progress import Progress

WIDTHS = {"narrow": 230, "medium": 400, "wide": 520}
"""The least width of the plot in pixels on a phone, beside a text and on a desktop, as in the style sheet."""


def draw_progress(progress: Progress, place: Place, *, id_: str = "progress", heading: str = "") -> Markup:
    """Draw `progress`, which has at least one point, for the page at `place`.

    `id_` is unique on the page. Without a `heading`, the metric is the heading.
    """
    points = progress.points
    layout = lay_out_progress([ChartPoint(point.date, point.value, point.is_record) for point in points])
    places = [at for at, point in zip(layout.points, points, strict=True) if point.is_record]
    names = [point.name for point in progress.records]
    falling = progress.metric.better == "lower"
    unit = "%" if progress.metric.unit == "percent" else ""
    measured = f"{progress.metric.label}{f' ({unit})' if unit else ''}"
    html = render(
        "pages/progress.html.j2",
        place=place,
        id=id_,
        heading=heading or f"{measured} over time",
        measured=measured if heading else "",
        progress=progress,
        unit=unit,
        layout=layout,
        points=[*zip(points, layout.points, strict=True)],
        names={name: place_names(places, names, width, falling=falling) for name, width in WIDTHS.items()},
    )
    return Markup(html)
