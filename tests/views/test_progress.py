"""Progress on a benchmark: values by date, each best so far, and the one with the most dates."""

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.vocabulary import Term
from generator.views.numbers.printed_numbers import list_printed_numbers
from generator.views.numbers.progress import Progress, build_progress, find_most_dated
from tests.made_up_results import make_number, make_work

ACCURACY = Term(slug="accuracy", label="Accuracy", unit="percent", better="higher")
ERRORS = Term(slug="accuracy", label="Errors", better="lower")


@pytest.fixture
def dated_catalog(catalog: Catalog) -> Catalog:
    entries = [
        make_work("bench2020", kind="dataset", name="Bench"),
        make_work("one2021", make_number(60, model="one2021"), date="2021-03", name="One"),
        make_work(
            "two2022",
            make_number(55, model="two2022"),
            make_number(60, model="one2021", own=False),
            make_number(70, model="two2022", variant="large"),
            make_number(99, model="Undated Net", own=False),
            date="2022",
            name="Two",
        ),
        make_work(
            "three2023",
            make_number(65, model="three2023"),
            make_number(90, setting="other"),
            date="2023-01-05",
        ),
    ]
    return Catalog({entry.id: entry for entry in entries}, catalog.vocabularies, {})


def progress_of(catalog: Catalog, metric: Term = ACCURACY) -> Progress:
    bench = catalog.entries["bench2020"]
    printed = [
        number
        for entry in catalog
        for number in list_printed_numbers(entry, catalog)
        if number.result.setting == "test"
    ]
    return build_progress(bench, "test", metric, printed, catalog)


def test_points_are_in_the_order_of_their_dates_and_each_best_so_far_is_marked(
    dated_catalog: Catalog,
) -> None:
    progress = progress_of(dated_catalog)
    assert [(point.date, point.label, point.is_record) for point in progress.points] == [
        ("2021-03", "One", True),
        ("2022", "Two large", True),
        ("2022", "Two", False),
        ("2023-01-05", "On three2023", False),
    ]
    assert progress.dates == 3


def test_results_without_a_date_are_counted_and_so_are_models_whatever_their_variants(
    dated_catalog: Catalog,
) -> None:
    progress = progress_of(dated_catalog)
    assert (progress.models, progress.undated) == (3, 1)


def test_a_value_that_two_sources_report_is_one_point_and_own_where_one_of_them_is(
    dated_catalog: Catalog,
) -> None:
    first = progress_of(dated_catalog).points[0]
    assert [source.id for source in first.sources] == ["one2021", "two2022"]
    assert first.is_own


def test_a_lower_value_can_be_the_best(dated_catalog: Catalog) -> None:
    assert [point.label for point in progress_of(dated_catalog, ERRORS).records] == ["One", "Two"]


def test_the_numbers_with_the_most_dates_are_found(dated_catalog: Catalog) -> None:
    progress = find_most_dated(dated_catalog)
    assert progress
    assert (progress.benchmark.id, progress.setting, progress.metric.slug) == (
        "bench2020",
        "test",
        "accuracy",
    )


def test_a_catalog_without_numbers_has_no_progress(catalog: Catalog) -> None:
    plain: Entry = make_work("bench2020", kind="dataset")
    assert find_most_dated(Catalog({plain.id: plain}, catalog.vocabularies, {})) is None
