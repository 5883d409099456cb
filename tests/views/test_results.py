"""Printed numbers are found by benchmark and by model, whoever prints them."""

from generator.catalog.catalog import Catalog
from generator.entry.results import Result
from generator.views.numbers import results
from generator.views.numbers.printed_numbers import PrintedNumber
from generator.views.numbers.result_comparison import NumberComparison
from tests.made_up_results import make_number


def test_the_numbers_of_a_model_are_found_whoever_prints_them(benchmark_catalog: Catalog) -> None:
    found = [
        (one.source.id, one.result.value)
        for one in results.find_numbers_of_model(benchmark_catalog, "one2022")
    ]
    assert found == [("one2022", 71.5), ("one2022", 0.4), ("one2022", 80), ("two2023", 71.5)]
    assert results.find_numbers_of_model(benchmark_catalog, "bench2020") == ()


def test_a_metric_that_is_no_term_is_compared_too(benchmark_catalog: Catalog) -> None:
    printed = [
        PrintedNumber(
            benchmark_catalog.entries[name], Result.model_validate(make_number(1.5, metric="odd", text="1.5"))
        )
        for name in benchmark_catalog.entries
    ]
    other = PrintedNumber(
        benchmark_catalog.entries["bench2020"],
        Result.model_validate(make_number(2.5, metric="odd", text="2.5")),
    )
    assert NumberComparison([*printed, other], benchmark_catalog).find_differing(other) == (
        "1.5 in On two2023",
        "1.5 in One",
    )


def test_the_setting_of_a_plain_benchmark_stays_as_it_is(benchmark_catalog: Catalog) -> None:
    (plain,) = results.group_by_benchmark(benchmark_catalog)["Plain Bench"]
    assert plain.result.setting == "test"
