"""Charts: marks are in proportion, text is escaped, every number is inside the chart."""

from lxml import etree

from generator.render.charts import Bar, draw_bars, draw_columns

SVG = "{*}"


def parsed(chart: str) -> etree._Element:
    return etree.fromstring(chart)


def test_columns_are_in_proportion() -> None:
    chart = parsed(draw_columns("By year", [Bar("’22", 10), Bar("’23", 20)], most=20))
    heights = [float(mark.get("height")) for mark in chart.iter(f"{SVG}rect")]
    assert heights[1] == 2 * heights[0]
    assert chart.get("aria-label") == "By year"


def test_an_empty_column_has_no_number() -> None:
    chart = parsed(draw_columns("By year", [Bar("’22", 0), Bar("’23", 4)], most=4))
    assert [text.text for text in chart.iter(f"{SVG}text")] == ["’22", "4", "’23"]


def test_many_columns_name_every_second_year_and_the_last() -> None:
    bars = [Bar(f"’{year}", 1) for year in range(10, 24)]
    chart = parsed(draw_columns("By year", bars, most=1))
    years = [text.text for text in chart.iter(f"{SVG}text") if text.text != "1"]
    assert years == ["’11", "’13", "’15", "’17", "’19", "’21", "’23"]


def test_a_chart_of_nothing_is_empty() -> None:
    assert len(parsed(draw_columns("None", [], most=0))) == 0
    assert len(parsed(draw_bars("None", []))) == 0


def test_zeroes_draw_no_bars() -> None:
    assert [mark.get("width") for mark in parsed(draw_bars("Use", [Bar("A", 0)])).iter(f"{SVG}rect")] == ["0"]
    assert [
        mark.get("height") for mark in parsed(draw_columns("Use", [Bar("A", 0)], 0)).iter(f"{SVG}rect")
    ] == ["0"]


def test_names_are_escaped() -> None:
    chart = draw_bars('A "title" <b>', [Bar("<script>", 3), Bar("B", 1, "one & only")])
    assert "<script>" not in chart
    assert [text.text for text in parsed(chart).iter(f"{SVG}text")] == ["<script>", "3", "B", "one & only"]
