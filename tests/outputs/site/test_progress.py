"""The chart of progress on a page: points that are buttons with full names, and the same as a table."""

from lxml import html

from generator.entry.vocabulary import Term
from generator.outputs.site.page import Place
from generator.outputs.site.progress import draw_progress
from generator.views.numbers.progress import Progress, ProgressPoint
from tests.made_up_results import make_work

METRIC = Term(slug="accuracy", label="Accuracy", unit="percent", better="higher")
SOURCE = make_work("two2022", name="Two <b>")


def point(date: str, value: float, name: str, *, model: str = "", is_record: bool = False) -> ProgressPoint:
    return ProgressPoint(date, value, f"{value:.1f}", name, "", model, (SOURCE,), bool(model), is_record)


def drawn() -> html.HtmlElement:
    points = (
        point("2021", 50, "Net <i>", is_record=True),
        point("2022-03", 70, "Two", model="two2022", is_record=True),
        point("2023-01-05", 60, "Late Net"),
    )
    progress = Progress(make_work("bench2020", kind="dataset"), "test", METRIC, points)
    return html.fromstring(f"<div>{draw_progress(progress, Place('results/bench2020/'))}</div>")


def test_each_point_is_a_button_that_says_what_it_is() -> None:
    assert [button.get("aria-label") for button in drawn().iter("button")] == [
        "Net <i>: 50.0%, 2021, best in this list so far",
        "Two: 70.0%, 2022-03, best in this list so far",
        "Late Net: 60.0%, 2023-01-05",
    ]


def test_a_point_leads_to_the_entry_of_its_model_and_names_who_reports_it() -> None:
    shown = drawn().find_class("progress-shown")
    assert [text.text_content() for text in shown] == [
        "Net <i> 50.0% 2021, best in this list so far; reported by Two <b>",
        "Two 70.0% 2022-03, best in this list so far; reported by its authors",
        "Late Net 60.0% 2023-01-05; reported by Two <b>",
    ]
    assert [link.get("href") for link in shown[1].iter("a")] == ["../../papers/two2022/"]


def test_the_caption_names_the_metric_once_and_what_the_line_is_made_of() -> None:
    points = (point("2021", 50, "Net", is_record=True),)
    progress = Progress(make_work("bench2020", kind="dataset"), "test", METRIC, points, undated=2)
    captions = [
        html.fromstring(f"<div>{draw_progress(progress, Place(''), heading=heading)}</div>").xpath(
            "normalize-space(//figcaption)"
        )
        for heading in ("", "Progress on Bench")
    ]
    made_of = (
        "The line is the best of the 1 dated model with Accuracy here; other works may report better. "
        "2 results without a date are not in the chart."
    )
    assert captions == [
        "Accuracy (%) over time By date of the model; higher is better. " + made_of,
        "Progress on Bench Accuracy (%) by date of the model; higher is better. " + made_of,
    ]


def test_records_are_marked_and_the_last_is_named_in_the_plot() -> None:
    chart = drawn()
    assert len(chart.find_class("is-record")) == 2
    assert {name.text for name in chart.find_class("progress-name")} == {"Net <i>", "Two"}


def test_the_table_has_every_point_the_newest_first() -> None:
    rows = [[cell.text_content() for cell in row] for row in drawn().iter("tr")]
    assert rows == [
        ["Model", "Date", "Accuracy (%)", "Best in this list so far", "Reported by"],
        ["Late Net", "2023-01-05", "60.0", "", "Two <b>"],
        ["Two", "2022-03", "70.0", "yes", "Two <b>"],
        ["Net <i>", "2021", "50.0", "yes", "Two <b>"],
    ]
