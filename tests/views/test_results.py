"""Printed numbers are arranged by setting, never merged, and their contradictions are marked."""

import csv
import io
import json

import jsonschema
import pytest
from lxml import html

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.outputs.data import results_data
from generator.outputs.site import results as pages
from generator.settings import Settings
from generator.views import results
from generator.views.printed_numbers import PrintedNumber, list_printed_numbers
from generator.views.result_comparison import NumberComparison

SETTINGS = Settings("The list")


def work(id_: str, *printed: dict[str, object], **fields: object) -> Entry:
    common = {"id": id_, "title": f"On {id_}", "kind": "model", "section": "models", "added": "2024-01-01"}
    return Entry.model_validate(common | fields | {"results": [as_table(number) for number in printed]})


def as_table(printed: dict[str, object]) -> dict[str, object]:
    """One number as a table."""
    row = {name: printed[name] for name in ("model", "variant", "own") if name in printed}
    cell = {name: printed[name] for name in ("value", "sd", "note") if name in printed}
    rest = {name: value for name, value in printed.items() if name not in (*row, *cell)}
    return {**rest, "rows": [{**row, "values": [cell]}]}


def number(value: float, **fields: object) -> dict[str, object]:
    common = {
        "benchmark": "bench2020",
        "metric": "accuracy",
        "value": value,
        "model": "Net",
        "setting": "test",
    }
    return common | fields


@pytest.fixture
def benchmark_catalog(catalog: Catalog) -> Catalog:
    """A benchmark, and two sources that agree on one number and not on another."""
    entries = [
        work("bench2020", kind="dataset", name="Bench", tasks=["vqa"], date="2020"),
        work(
            "one2022",
            number(71.5, model="one2022", where="Table 1"),
            number(0.4, model="one2022", metric="bleu", where="Table 1"),
            number(60, own=False),
            number(80, setting="validation", model="one2022"),
            number(33, benchmark="Plain Bench", own=False),
            date="2022-03",
            name="One",
        ),
        work("two2023", number(61, own=False, sd=0.5), number(71.5, model="one2022", own=False), date="2023"),
    ]
    return Catalog({entry.id: entry for entry in entries}, catalog.vocabularies, {})


def test_settings_are_never_mixed(benchmark_catalog: Catalog) -> None:
    tables = results.build_tables(benchmark_catalog, "bench2020")
    assert [(table.setting, len(table.rows)) for table in tables] == [("test", 4), ("validation", 1)]
    assert tables[0].metrics == ("accuracy", "bleu")


def test_the_best_of_a_column_depends_on_the_metric(benchmark_catalog: Catalog) -> None:
    table = results.build_tables(benchmark_catalog, "bench2020")[0]
    best = {(row.source.id, row.label) for row in table.rows if row.cells["accuracy"].is_best}
    assert best == {("one2022", "One"), ("two2023", "One")}


def test_lower_can_be_better_and_a_single_number_is_not_the_best(
    benchmark_catalog: Catalog, catalog: Catalog
) -> None:
    metrics = catalog.vocabulary("metrics")
    errors = metrics.terms["accuracy"].model_copy(update={"better": "lower"})
    terms = type(metrics)("metrics", {**metrics.terms, "accuracy": errors})
    turned = Catalog(benchmark_catalog.entries, {**benchmark_catalog.vocabularies, "metrics": terms}, {})
    test, validation = results.build_tables(turned, "bench2020")
    assert [row.cells["accuracy"].result.value for row in test.rows if row.cells["accuracy"].is_best] == [60]
    assert not validation.rows[0].cells["accuracy"].is_best


def test_the_numbers_of_a_model_are_found_whoever_prints_them(benchmark_catalog: Catalog) -> None:
    found = [
        (one.source.id, one.result.value)
        for one in results.find_numbers_of_model(benchmark_catalog, "one2022")
    ]
    assert found == [("one2022", 71.5), ("one2022", 0.4), ("one2022", 80), ("two2023", 71.5)]
    assert results.find_numbers_of_model(benchmark_catalog, "bench2020") == ()


def test_without_numbers_there_is_no_page(catalog: Catalog) -> None:
    assert list(pages.pages(Catalog({}, catalog.vocabularies, {}), SETTINGS)) == []


def test_another_sources_number_is_named(benchmark_catalog: Catalog) -> None:
    table = results.build_tables(benchmark_catalog, "bench2020")[0]
    differing = {row.cells["accuracy"].result.value: row.cells["accuracy"].differing for row in table.rows}
    assert differing == {71.5: (), 60: ("61 in On two2023",), 61: ("60 in One",)}
    assert results.count_contradictions(benchmark_catalog) == 2


def test_what_is_rounded_is_not_another_number(benchmark_catalog: Catalog, catalog: Catalog) -> None:
    entries = [
        work("exact", number(61.52, model="Net"), number(70, model="Web", metric="bleu")),
        work("rounded", number(61.5, model="Net"), number(70.4, model="Web", metric="bleu")),
        work("zeros", number(61, model="Net"), number(55.25, model="Other")),
    ]
    table = results.build_tables(
        Catalog({one.id: one for one in entries}, catalog.vocabularies, {}), "bench2020"
    )[0]
    others = {
        (row.source.id, row.label): [cell.differing for cell in row.cells.values()] for row in table.rows
    }
    assert others["exact", "Net"] == [("61 in On zeros",)]
    assert others["rounded", "Net"] == [("61 in On zeros",)]
    assert others["zeros", "Net"] == [("61.5 in On rounded", "61.52 in On exact")]
    assert others["exact", "Web"] == [()]


def test_a_metric_that_is_no_term_is_compared_too(benchmark_catalog: Catalog) -> None:
    printed = [
        PrintedNumber(
            benchmark_catalog.entries[name], Result.model_validate(number(1.5, metric="odd", text="1.5"))
        )
        for name in benchmark_catalog.entries
    ]
    other = PrintedNumber(
        benchmark_catalog.entries["bench2020"], Result.model_validate(number(2.5, metric="odd", text="2.5"))
    )
    assert NumberComparison([*printed, other], benchmark_catalog).find_differing(other) == (
        "1.5 in On two2023",
        "1.5 in One",
    )


def test_without_a_setting_each_source_has_its_table(benchmark_catalog: Catalog) -> None:
    entries = [work(name, number(value, setting=None)) for name, value in (("a2", 50), ("b2", 60))]
    catalog = Catalog(
        {**benchmark_catalog.entries, **{one.id: one for one in entries}}, benchmark_catalog.vocabularies, {}
    )
    unnamed = [table for table in results.build_tables(catalog, "bench2020") if not table.setting]
    assert [table.source and table.source.id for table in unnamed] == ["a2", "b2"]
    assert unnamed[0].rows[0].cells["accuracy"].differing == ("60 in On b2",)
    page = list(pages.pages(catalog, SETTINGS))[1]
    heads = html.fromstring(page.body).xpath("//h2/text()")
    assert heads == ["test", "On a2 (setting not stated)", "On b2 (setting not stated)", "validation"]
    assert html.fromstring(page.body).xpath("//nav[@aria-label='Settings']//a/text()") == heads


def test_a_row_has_what_a_source_prints_of_a_model_in_any_table(
    benchmark_catalog: Catalog, catalog: Catalog
) -> None:
    entry = work(
        "three",
        number(50, where="Table 1"),
        number(0.4, metric="bleu", where="Table 2"),
        number(51, where="Table 3"),
        number(52, where="Table 3", variant="big"),
    )
    table = results.build_tables(Catalog({entry.id: entry}, catalog.vocabularies, {}), "bench2020")[0]
    found = [
        (row.variant, row.places, [one.result.value for one in row.cells.values()]) for row in table.rows
    ]
    assert found == [
        ("", ("Table 1", "Table 2"), [50, 0.4]),
        ("", ("Table 3",), [51]),
        ("big", ("Table 3",), [52]),
    ]


def test_the_date_is_that_of_the_model(benchmark_catalog: Catalog, catalog: Catalog) -> None:
    entry = work("three", number(50), number(51, own=False, model="Web"), date="2021")
    table = results.build_tables(Catalog({entry.id: entry}, catalog.vocabularies, {}), "bench2020")[0]
    assert [(row.label, row.date) for row in table.rows] == [("Net", "2021"), ("Web", "")]


def test_pages_show_every_number_with_its_source(benchmark_catalog: Catalog) -> None:
    index, page = pages.pages(benchmark_catalog, SETTINGS)
    assert (index.address, page.address) == ("results/", "results/bench2020/")
    assert "7 published results" in index.body
    assert "Plain Bench" in index.body
    rows = html.fromstring(page.body).xpath("//tbody/tr")
    shown = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert ["Net", "", "61 ± 0.5 ≠ 60 in One", "", "On two2023"] in shown
    assert ["One", "2022-03", "71.5", "0.4", "One own1"] in shown
    assert html.fromstring(page.body).xpath("//ol[@class='footnotes']/li/text()") == ["Table 1"]
    assert html.fromstring(page.body).xpath("//td//sup/a/@href") == ["#t1-1"]
    assert html.fromstring(page.body).xpath("//td/strong/text()") == ["71.5", "71.5"]


def test_a_benchmark_without_a_task_is_listed_too(benchmark_catalog: Catalog) -> None:
    without_tasks = benchmark_catalog.entries["bench2020"].model_copy(update={"tasks": ()})
    index = next(
        pages.pages(
            Catalog(
                {**benchmark_catalog.entries, "bench2020": without_tasks}, benchmark_catalog.vocabularies, {}
            ),
            SETTINGS,
        )
    )
    assert html.fromstring(index.body).xpath("//h2/text()")[0] == "Other"


def test_enough_dates_make_a_chart(benchmark_catalog: Catalog) -> None:
    many = [
        work(f"m{year}", number(year - 2000, model=f"m{year}"), date=str(year)) for year in range(2019, 2023)
    ]
    entries = {**benchmark_catalog.entries, **{entry.id: entry for entry in many}}
    page = list(pages.pages(Catalog(entries, benchmark_catalog.vocabularies, {}), SETTINGS))[1]
    assert page.body.count('class="progress-point') - 1 == 5
    assert "Accuracy over time" in page.body


def test_the_open_data_is_valid_by_its_schema(benchmark_catalog: Catalog) -> None:
    document = json.loads("".join(results_data.stream_results_json(benchmark_catalog)))
    jsonschema.validate(document, json.loads(results_data.render_results_schema()))
    assert len(document["results"]) == 7
    first = document["results"][0]
    assert (first["source"], first["model_name"], first["unit"], first["better"]) == (
        "one2022",
        "One",
        "percent",
        "higher",
    )


def test_rows_are_the_records(benchmark_catalog: Catalog) -> None:
    rows = list(
        csv.DictReader(io.StringIO("".join(results_data.stream_results_csv(benchmark_catalog)), newline=""))
    )
    assert [row["value"] for row in rows] == ["71.5", "0.4", "60", "80", "33", "61", "71.5"]
    assert rows[5]["sd"] == "0.5"
    assert rows[0]["sd"] == ""


def test_a_negative_number_is_no_formula_and_a_hostile_name_is(benchmark_catalog: Catalog) -> None:
    entry = work("two2023", number(-0.2, metric="accuracy", model="=cmd|x"))
    (row,) = csv.DictReader(
        io.StringIO(
            "".join(
                results_data.stream_results_csv(
                    Catalog({entry.id: entry}, benchmark_catalog.vocabularies, {})
                )
            )
        )
    )
    assert (row["value"], row["model"]) == ("-0.2", "'=cmd|x")


def test_digits_are_shown_as_they_are_printed(benchmark_catalog: Catalog) -> None:
    entries = [work("zeros", number("60.00", sd="0.50")), work("plain", number(61))]
    catalog = Catalog(
        {**benchmark_catalog.entries, **{one.id: one for one in entries}}, benchmark_catalog.vocabularies, {}
    )
    shown = {
        cell.result.text
        for row in results.build_tables(catalog, "bench2020")[0].rows
        for cell in row.cells.values()
    }
    assert {"60.00 ± 0.50", "61"} <= shown
    assert results.build_tables(catalog, "bench2020")[0].rows[0].cells["accuracy"].result.value == 60


def test_a_reader_sees_the_label_of_a_setting(benchmark_catalog: Catalog) -> None:
    bench = benchmark_catalog.entries["bench2020"].model_copy(
        update={"settings": {"test": "the public test split"}}
    )
    entries = {**benchmark_catalog.entries, "bench2020": bench}
    catalog = Catalog(entries, benchmark_catalog.vocabularies, {})
    assert {table.setting for table in results.build_tables(catalog, "bench2020")} == {
        "the public test split",
        "validation",
    }
    plain = [
        one
        for one in list_printed_numbers(catalog.entries["one2022"], catalog)
        if one.result.benchmark != bench.id
    ]
    assert [one.result.setting for one in plain] == ["test"]
