"""The home of results: benchmarks by measured task, each with its best result, and a matrix."""

from dataclasses import replace

import pytest
from lxml import html

from generator.catalog.catalog import Catalog
from generator.outputs.site import results as pages
from generator.settings import Settings
from tests.made_up_results import add_works, make_number, make_work

SETTINGS = Settings("The list")


@pytest.fixture
def two_benchmarks(benchmark_catalog: Catalog) -> Catalog:
    """Three models with results on two benchmarks, one of which has results for two tasks."""
    other = make_work(
        "other2021",
        kind="dataset",
        name="Other",
        tasks=["vqa"],
        settings={"test": "the test split", "talk": "captions"},
        settings_by_task={"captioning": ["talk"]},
    )
    values = {"net-a": 50, "net-b": 70, "net-c": 60}
    numbers = [
        make_number(value + shift, model=model, benchmark=benchmark)
        for model, value in values.items()
        for benchmark, shift in (("bench2020", 0), ("other2021", 1))
    ]
    caption = make_number(0.5, benchmark="other2021", setting="talk", metric="bleu", model="net-a", own=False)
    return add_works(benchmark_catalog, other, make_work("three2024", *numbers, caption, date="2024-05"))


def home(catalog: Catalog) -> html.HtmlElement:
    return html.fromstring(next(pages.pages(catalog, SETTINGS)).body)


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_without_numbers_there_is_no_page(catalog: Catalog) -> None:
    assert list(pages.pages(Catalog({}, catalog.vocabularies, {}), SETTINGS)) == []


def test_the_home_counts_results_and_has_a_page_for_each_benchmark(benchmark_catalog: Catalog) -> None:
    first, page = pages.pages(benchmark_catalog, SETTINGS)
    assert (first.address, page.address) == ("results/", "results/bench2020/")
    assert "7 published results" in first.body


def test_a_benchmark_is_under_each_task_that_is_measured_on_it(two_benchmarks: Catalog) -> None:
    found = {
        section.xpath("string(h2)"): [link.text for link in section.find_class("benchmark-name")]
        for section in home(two_benchmarks).iter("section")
    }
    assert found == {"Visual question answering": ["Bench", "Other"], "Captioning": ["Other"]}


def test_a_line_has_the_best_result_of_the_main_setting_and_how_much_there_is(
    two_benchmarks: Catalog,
) -> None:
    lines = [text_of(line) for line in home(two_benchmarks).xpath("//ul[@class='benchmarks']/li")]
    assert lines == [
        "Bench 71.5% One reported by its authors Accuracy; test 9 results, 5 models 2022–2024",
        "Other 71% net-b reported by its authors Accuracy; the test split 3 results, 3 models 2024",
        "Other 0.5 net-a BLEU; captions 1 result, 1 model",
    ]


def test_the_matrix_has_the_models_of_several_benchmarks_and_says_where_there_is_none(
    two_benchmarks: Catalog,
) -> None:
    (matrix,) = home(two_benchmarks).find_class("matrix")
    rows = [[text_of(cell) for cell in row] for row in matrix.iter("tr")]
    assert rows == [
        ["Model", "Bench Accuracy (%); test", "Other Accuracy (%); the test split"],
        ["net-b", "70", "71"],
        ["net-a", "50", "51"],
        ["net-c", "60", "61"],
        ["One", "71.5", "–no result in the list"],
    ]
    assert [text_of(cell) for cell in matrix.find_class("best")] == ["71", "71.5"]
    assert matrix.xpath("//tr[2]/td/a/@href") == ["../results/bench2020/#test", "../results/other2021/#test"]


def test_benchmarks_that_share_no_models_have_no_matrix(benchmark_catalog: Catalog) -> None:
    assert home(benchmark_catalog).find_class("matrix") == []


def test_a_benchmark_without_an_entry_leads_to_who_reports_it(benchmark_catalog: Catalog) -> None:
    (folded,) = home(benchmark_catalog).find_class("plain-benchmarks")
    assert text_of(folded.find("summary")) == "1 benchmark without an entry in the list"
    assert [text_of(line) for line in folded.iter("li")] == ["Plain Bench 1 result in One"]
    assert folded.xpath(".//a/@href") == ["../papers/one2022/"]


def test_a_benchmark_without_a_task_is_listed_too(benchmark_catalog: Catalog) -> None:
    without_tasks = benchmark_catalog.entries["bench2020"].model_copy(update={"tasks": ()})
    assert home(add_works(benchmark_catalog, without_tasks)).xpath("//h2/text()") == ["Other"]


def test_numbers_without_a_setting_have_no_best_result(benchmark_catalog: Catalog) -> None:
    open_ = make_work("open2024", make_number(5, benchmark="open", setting=None))
    bench = make_work("open", kind="dataset", name="Open", tasks=["vqa"])
    catalog = replace(benchmark_catalog, entries={"open": bench, "open2024": open_})
    (line,) = home(catalog).xpath("//ul[@class='benchmarks']/li")
    assert "No comparable results: the sources do not state their protocol." in text_of(line)
