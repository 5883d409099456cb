"""The page of charts: topics by year, code and weights by year, and the most used data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.catalog.catalog import Catalog
from generator.outputs.site.page import Page, Place
from generator.render import charts
from generator.render.charts import Bar
from generator.render.templates import render
from generator.settings import Settings
from generator.views import trends
from generator.views.scopes import list_core

MAX_PANELS = 9
MAX_USED_WORKS = 20


@dataclass(frozen=True, slots=True)
class ChartPanel:
    """One small chart with its own name; `address` leads to its entries."""

    name: str
    chart: Markup
    address: str = ""


@dataclass(frozen=True, slots=True)
class ChartFigure:
    """Charts with one scale, and the table of their numbers."""

    id: str
    title: str
    text: str
    panels: Sequence[ChartPanel]
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def pages(catalog: Catalog, settings: Settings) -> Iterator[Page]:
    """Yield the one page of trends; a catalog without dates has none."""
    years = trends.list_years(catalog)
    if years:
        place = Place("trends/")
        description = "Papers by year, task and modality; code and weights; most used datasets."
        yield Page(place.address, "Trends", description, partial(_render_body, place, years, catalog))


def _render_body(place: Place, years: list[int], catalog: Catalog) -> str:
    return render("pages/trends.html.j2", figures=build_figures(catalog, years), place=place)


def build_figures(catalog: Catalog, years: list[int]) -> list[ChartFigure]:
    """Build every chart of the page, in its order."""
    return [
        build_entries_figure(catalog, years),
        _build_facet_figure(catalog, "task", "By task", years),
        _build_facet_figure(catalog, "modality", "By modality", years),
        build_openness_figure(catalog, years),
        _build_use_figure(catalog),
    ]


def build_entries_figure(catalog: Catalog, years: list[int]) -> ChartFigure:
    """Build the chart of all entries by year."""
    counts = trends.count_per_year(list_core(catalog), years)
    rows = [[str(year), str(count)] for year, count in counts.items()]
    panel = ChartPanel("All entries", _draw_chart("All entries by year", counts, max(counts.values())))
    text = "By year of first public appearance; core work only."
    return ChartFigure("years", "Entries by year", text, [panel], ["Year", "Entries"], rows)


def _build_facet_figure(catalog: Catalog, facet: str, title: str, years: list[int]) -> ChartFigure:
    groups = trends.find_largest_groups(catalog, facet, MAX_PANELS)
    counts = [trends.count_per_year(group.entries, years) for group in groups]
    most = max((value for count in counts for value in count.values()), default=0)
    panels = [
        ChartPanel(group.label, _draw_chart(f"{group.label} by year", count, most), f"{facet}/{group.slug}/")
        for group, count in zip(groups, counts, strict=True)
    ]
    rows = [[str(year), *(str(count[year]) for count in counts)] for year in years]
    text = f"The {len(groups)} largest, on one scale; an entry counts once for each of its terms."
    return ChartFigure(f"by-{facet}", title, text, panels, ["Year", *(group.label for group in groups)], rows)


def build_openness_figure(catalog: Catalog, years: list[int]) -> ChartFigure:
    """Build the charts of models and methods with code and with weights, by year."""
    code = trends.compute_shares(catalog, lambda entry: bool(entry.links.code), "model", years)
    weights = trends.compute_shares(catalog, lambda entry: bool(entry.links.weights), "model", years)
    panels = [
        ChartPanel(
            name,
            charts.draw_columns(
                f"{name} by year", [_make_percent_bar(year, found[year]) for year in years], 100
            ),
        )
        for name, found in (("With code, percent", code), ("With weights, percent", weights))
    ]
    rows = [
        [str(year), _make_percent_bar(year, code[year]).text, _make_percent_bar(year, weights[year]).text]
        for year in years
    ]
    text = (
        "The share of models with code or weights, by year; "
        f"years with fewer than {trends.MIN_WORKS} are left out."
    )
    return ChartFigure("open", "Code and weights", text, panels, ["Year", "Code", "Weights"], rows)


def _make_percent_bar(year: int, value: float | None) -> Bar:
    return Bar(_shorten(year), value or 0, "–" if value is None else f"{value:.0f}")


def _build_use_figure(catalog: Catalog) -> ChartFigure:
    used = trends.find_most_used(catalog, MAX_USED_WORKS)
    bars = [Bar(entry.label[:20], count) for entry, count in used]
    panel = ChartPanel("Entries that use the dataset", charts.draw_bars("Most used datasets", bars))
    rows = [[entry.label, str(count)] for entry, count in used]
    text = (
        "The number of entries that train or evaluate on each dataset, build on it or introduce it, "
        "as far as known. Background and adjacent work is counted too."
    )
    return ChartFigure("use", "Most used datasets", text, [panel], ["Dataset", "Entries"], rows)


def _draw_chart(title: str, counts: trends.YearCounts, most: int) -> Markup:
    return charts.draw_columns(title, [Bar(_shorten(year), count) for year, count in counts.items()], most)


def _shorten(year: int) -> str:
    return f"’{year % 100:02d}"
