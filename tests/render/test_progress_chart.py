"""A chart of progress: round marks, years, a line of steps, and names that cover nothing."""

import pytest

from generator.render.point_names import place_names
from generator.render.progress_chart import ChartPoint, lay_out_progress
from generator.render.time_axis import date_to_years


def points(*values: float) -> list[ChartPoint]:
    return [ChartPoint(f"{2020 + place}", value, True) for place, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ((61.5, 84.9), ["60", "70", "80", "90"]),
        ((0.103, 0.136), ["0.10", "0.11", "0.12", "0.13", "0.14"]),
        ((50.0,), ["50", "75"]),
        ((0.0,), ["0.00", "0.25"]),
        ((-0.2, 0.7), ["-0.25", "0.00", "0.25", "0.50", "0.75"]),
    ],
)
def test_the_marks_of_the_axis_are_round_and_around_all_values(
    values: tuple[float, ...], marks: list[str]
) -> None:
    layout = lay_out_progress(points(*values))
    assert [text for _, text in layout.values] == marks
    assert all(0 <= top <= 100 for _, top in layout.points)


def test_the_line_is_level_until_the_next_record() -> None:
    assert lay_out_progress(points(0, 10)).line == "M25 100H75V0H100"


def test_a_long_time_names_every_second_year() -> None:
    layout = lay_out_progress([ChartPoint("2010", 1, True), ChartPoint("2019", 2, True)])
    assert [text for _, _, text in layout.years] == [
        "",
        "2011",
        "",
        "2013",
        "",
        "2015",
        "",
        "2017",
        "",
        "2019",
    ]


def test_a_date_without_month_or_day_is_the_middle_of_its_time() -> None:
    assert date_to_years("2024-06-01") < date_to_years("2024") < date_to_years("2024-07-15")
    assert date_to_years("2024-06-01") < date_to_years("2024-06") < date_to_years("2024-06-30")


def test_a_name_ends_before_its_point_or_is_above_it() -> None:
    last, first = place_names([(5, 90), (80, 20)], ["First", "Last"], 500)
    assert (last.text, last.edge, first.text, first.edge) == ("Last", "right", "First", "left")


def test_a_name_without_space_is_left_out_and_the_latest_counts_more() -> None:
    found = place_names([(50, 50), (51, 49), (52, 48)], ["Alpha", "Beta", "Gamma"], 250)
    assert [name.text for name in found][:1] == ["Gamma"]
    assert len(found) < 3


def test_names_of_a_falling_line_are_below_it() -> None:
    (name,) = place_names([(2, 20)], ["Name"], 300, falling=True)
    assert name.top > 20


def test_a_long_name_is_cut() -> None:
    (name,) = place_names([(90, 50)], ["A name that is much too long for a plot"], 500)
    assert name.text == "A name that is much too…"


def test_the_name_of_a_point_at_the_upper_edge_is_above_the_plot() -> None:
    last, _ = place_names([(5, 4), (80, 0)], ["First", "The best"], 500)
    assert (last.text, last.top < 0) == ("The best", True)
