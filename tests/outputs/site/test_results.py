"""The index of results."""

from lxml import html

from generator.catalog.catalog import Catalog
from generator.outputs.site import results as pages
from generator.settings import Settings
from tests.made_up_results import add_works

SETTINGS = Settings("The list")


def test_without_numbers_there_is_no_page(catalog: Catalog) -> None:
    assert list(pages.pages(Catalog({}, catalog.vocabularies, {}), SETTINGS)) == []


def test_the_index_counts_numbers_and_names_benchmarks(benchmark_catalog: Catalog) -> None:
    index, page = pages.pages(benchmark_catalog, SETTINGS)
    assert (index.address, page.address) == ("results/", "results/bench2020/")
    assert "7 published results" in index.body
    assert "Plain Bench" in index.body


def test_a_benchmark_without_a_task_is_listed_too(benchmark_catalog: Catalog) -> None:
    without_tasks = benchmark_catalog.entries["bench2020"].model_copy(update={"tasks": ()})
    index = next(pages.pages(add_works(benchmark_catalog, without_tasks), SETTINGS))
    assert html.fromstring(index.body).xpath("//h2/text()")[0] == "Other"
