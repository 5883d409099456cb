"""Leaderboards keep settings apart, rank the comparable and mark what contradicts; nothing is merged."""

import pytest

from generator.catalog.catalog import Catalog
from generator.views.numbers.leaderboards import NOT_STATED, build_leaderboards, count_contradictions
from tests.made_up_results import add_works, make_number, make_work


@pytest.fixture
def only(catalog: Catalog) -> Catalog:
    """The vocabularies alone."""
    return Catalog({}, catalog.vocabularies, {})


def test_settings_are_never_mixed(benchmark_catalog: Catalog) -> None:
    boards = build_leaderboards(benchmark_catalog, "bench2020")
    assert [(board.setting, len(board.rows)) for board in boards] == [("test", 4), ("validation", 1)]
    assert boards[0].metrics == ("accuracy", "bleu")


def test_a_benchmark_without_numbers_has_no_leaderboard(benchmark_catalog: Catalog) -> None:
    assert build_leaderboards(benchmark_catalog, "two2023") == []


def test_the_main_setting_is_that_of_most_sources(only: Catalog) -> None:
    many = [make_number(value, setting="many", variant=str(value)) for value in range(9)]
    catalog = add_works(
        only, make_work("a", *many, make_number(1)), make_work("b", make_number(2, own=False))
    )
    assert [board.setting for board in build_leaderboards(catalog, "bench2020")] == ["test", "many"]


def test_the_settings_are_in_the_order_of_the_entry_and_others_come_last(only: Catalog) -> None:
    settings = {"b": "Beta", "a": "Alpha"}
    bench = make_work("bench2020", kind="dataset", settings=settings)
    numbers = [make_number(1, setting=setting) for setting in ("a", "b", "other", "a")]
    catalog = add_works(only, bench, make_work("one", *numbers))
    boards = build_leaderboards(catalog, "bench2020")
    assert [(board.setting, board.slug) for board in boards] == [
        ("Beta", "b"),
        ("Alpha", "a"),
        ("other", "other"),
    ]


def test_the_best_comes_first_and_a_row_without_the_main_metric_last(benchmark_catalog: Catalog) -> None:
    entry = make_work("three", make_number(0.9, metric="bleu", own=False), make_number(90, model="Web"))
    board = build_leaderboards(add_works(benchmark_catalog, entry), "bench2020")[0]
    shown = [(row.rank, row.label, row.value("accuracy")) for row in board.rows]
    assert shown == [
        (1, "Web", 90),
        (2, "One", 71.5),
        (2, "One", 71.5),
        (3, "Net", 61),
        (None, "Net", 60),
        (None, "Net", None),
    ]


def test_where_lower_is_better_the_lowest_is_the_best(benchmark_catalog: Catalog, catalog: Catalog) -> None:
    metrics = catalog.vocabulary("metrics")
    errors = metrics.terms["accuracy"].model_copy(update={"better": "lower"})
    terms = type(metrics)("metrics", {**metrics.terms, "accuracy": errors})
    turned = Catalog(benchmark_catalog.entries, {**benchmark_catalog.vocabularies, "metrics": terms}, {})
    test, validation = build_leaderboards(turned, "bench2020")
    assert [row.value("accuracy") for row in test.rows] == [60, 61, 71.5, 71.5]
    assert [row.cells["accuracy"].is_best for row in test.rows] == [True, False, False, False]
    assert not validation.rows[0].cells["accuracy"].is_best


def test_the_best_of_a_column_depends_on_the_metric(benchmark_catalog: Catalog) -> None:
    board = build_leaderboards(benchmark_catalog, "bench2020")[0]
    best = {(row.source.id, row.label) for row in board.rows if row.cells["accuracy"].is_best}
    assert best == {("one2022", "One"), ("two2023", "One")}


def test_the_metric_with_most_numbers_ranks(only: Catalog) -> None:
    bleu = [make_number(value / 10, metric="bleu", variant=str(value)) for value in range(3)]
    catalog = add_works(only, make_work("a", make_number(50), *bleu))
    board = build_leaderboards(catalog, "bench2020")[0]
    assert (board.main_metric, board.metrics) == ("bleu", ("bleu", "accuracy"))
    assert [row.rank for row in board.rows] == [1, 2, 3, None]


def test_another_sources_number_is_named(benchmark_catalog: Catalog) -> None:
    board = build_leaderboards(benchmark_catalog, "bench2020")[0]
    differing = {row.value("accuracy"): row.cells["accuracy"].differing for row in board.rows}
    assert differing == {71.5: (), 60: ("61 in On two2023",), 61: ("60 in One",)}
    assert count_contradictions(benchmark_catalog) == 2


def test_what_is_rounded_is_not_another_number(only: Catalog) -> None:
    catalog = add_works(
        only,
        make_work("exact", make_number(61.52), make_number(70, model="Web", metric="bleu")),
        make_work("rounded", make_number(61.5), make_number(70.4, model="Web", metric="bleu")),
        make_work("zeros", make_number(61), make_number(55.25, model="Other")),
    )
    board = build_leaderboards(catalog, "bench2020")[0]
    others = {
        (row.source.id, row.label): [cell.differing for cell in row.cells.values()] for row in board.rows
    }
    assert others["exact", "Net"] == [("61 in On zeros",)]
    assert others["rounded", "Net"] == [("61 in On zeros",)]
    assert others["zeros", "Net"] == [("61.5 in On rounded", "61.52 in On exact")]
    assert others["exact", "Web"] == [()]


def test_without_a_setting_a_row_has_no_rank_and_is_apart(benchmark_catalog: Catalog) -> None:
    entries = [make_work(name, make_number(value, setting=None)) for name, value in (("a2", 50), ("b2", 99))]
    main, other = build_leaderboards(add_works(benchmark_catalog, *entries), "bench2020")
    assert [(row.source.id, row.rank) for row in main.unstated] == [("b2", None), ("a2", None)]
    assert not any(row.cells["accuracy"].is_best for row in main.unstated)
    assert main.unstated[1].cells["accuracy"].differing == ("99 in On b2",)
    assert [row.rank for row in main.rows] == [1, 1, 2, None]
    assert other.unstated == ()


def test_a_metric_that_only_rows_without_a_setting_have_does_not_rank(only: Catalog) -> None:
    unstated = [make_number(0.5, setting=None, metric="bleu", variant=str(number)) for number in range(5)]
    catalog = add_works(only, make_work("a", make_number(50)), make_work("b", *unstated))
    assert build_leaderboards(catalog, "bench2020")[0].metrics == ("accuracy", "bleu")


def test_where_no_source_states_the_setting_nothing_is_ranked(only: Catalog) -> None:
    catalog = add_works(only, make_work("a", make_number(50, setting=None)))
    (board,) = build_leaderboards(catalog, "bench2020")
    assert (board.setting, board.slug, board.rows) == (NOT_STATED, "protocol-not-stated", ())
    assert [row.rank for row in board.unstated] == [None]


def test_a_row_has_what_a_source_prints_of_a_model_in_any_table(only: Catalog) -> None:
    entry = make_work(
        "three",
        make_number(50, where="Table 1"),
        make_number(0.4, metric="bleu", where="Table 2"),
        make_number(51, where="Table 3"),
        make_number(52, where="Table 3", variant="big"),
    )
    board = build_leaderboards(add_works(only, entry), "bench2020")[0]
    found = [
        (row.variant, [place.text for place in row.places], [one.result.value for one in row.cells.values()])
        for row in board.rows
    ]
    assert found == [
        ("big", ["Table 3 of the paper"], [52]),
        ("", ["Table 3 of the paper"], [51]),
        ("", ["Table 1 of the paper", "Table 2 of the paper"], [50, 0.4]),
    ]


def test_the_date_is_that_of_the_model(only: Catalog) -> None:
    entry = make_work("three", make_number(52), make_number(51, own=False, model="Web"), date="2021")
    board = build_leaderboards(add_works(only, entry), "bench2020")[0]
    assert [(row.label, row.date) for row in board.rows] == [("Net", "2021"), ("Web", "")]


def test_digits_are_shown_as_they_are_printed(benchmark_catalog: Catalog) -> None:
    entries = [make_work("zeros", make_number("60.00", sd="0.50")), make_work("plain", make_number(61))]
    board = build_leaderboards(add_works(benchmark_catalog, *entries), "bench2020")[0]
    shown = {cell.result.text: cell.result.value for row in board.rows for cell in row.cells.values()}
    assert shown["60.00 ± 0.50"] == 60
    assert "61" in shown


def test_a_setting_has_its_label_and_the_anchor_of_its_slug(benchmark_catalog: Catalog) -> None:
    bench = benchmark_catalog.entries["bench2020"].model_copy(
        update={"settings": {"test": "the public test split"}}
    )
    boards = build_leaderboards(add_works(benchmark_catalog, bench), "bench2020")
    assert [(board.slug, board.setting) for board in boards] == [
        ("test", "the public test split"),
        ("validation", "validation"),
    ]


def test_the_leaderboards_of_a_benchmark_are_built_once(benchmark_catalog: Catalog) -> None:
    boards = build_leaderboards(benchmark_catalog, "bench2020")
    assert build_leaderboards(benchmark_catalog, "bench2020") is boards
