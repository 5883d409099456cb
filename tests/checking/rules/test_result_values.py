"""Values of results are in the range of their metric, which may have a minimum and a maximum."""

import pytest

from generator.catalog.catalog import Catalog
from generator.checking.rules.result_values import check
from generator.entry.vocabulary import Term, Vocabulary
from generator.problems import Severity
from tests.views.test_entries import entry

METRICS = [
    Term(slug="share", label="Share", unit="percent", minimum=0, maximum=100),
    Term(slug="part", label="Part", unit="fraction", minimum=0, maximum=1),
    Term(slug="errors", label="Errors", unit="score", minimum=0),
    Term(slug="gain", label="Gain", unit="score", maximum=3),
    Term(slug="tiny", label="Tiny", unit="score", minimum=0.00001, maximum=1_000_000),
]
CATALOG = Catalog(vocabularies={"metrics": Vocabulary("metrics", {term.slug: term for term in METRICS})})


def messages(metric: str, value: float | str) -> list[tuple[str, Severity]]:
    findings = check(entry("a", results=[lone(value, metric=metric)]), CATALOG)
    return [(finding.message, finding.severity) for finding in findings]


def lone(*values: object, **fields: object) -> dict[str, object]:
    """Return a table of one row, with each value in a column of another setting."""
    columns = [{"setting": f"s{place}"} for place in range(len(values))] if len(values) > 1 else None
    table = {"benchmark": "B", "metric": "share", "rows": [{"model": "M", "values": values}], **fields}
    return table | ({"columns": columns} if columns else {})


@pytest.mark.parametrize(
    ("metric", "value"),
    [("share", 61.5), ("share", 0), ("part", 1), ("errors", 1e6), ("gain", -5), ("unknown", 1000)],
)
def test_a_value_in_the_range_is_valid(metric: str, value: float) -> None:
    assert messages(metric, value) == []


@pytest.mark.parametrize(
    ("metric", "value", "message"),
    [
        ("share", 161.5, "161.5 is more than the maximum of Share, 100"),
        ("part", 61.5, "61.5 is more than the maximum of Part, 1: if it is a percent, write `0.615`"),
        ("part", -1, "-1 is less than the minimum of Part, 0"),
        ("errors", -0.5, "-0.5 is less than the minimum of Errors, 0"),
        ("gain", 4, "4 is more than the maximum of Gain, 3"),
        ("gain", "4.00 ± 0.10", "4.00 is more than the maximum of Gain, 3"),
        ("errors", "-0.00001", "-0.00001 is less than the minimum of Errors, 0"),
        ("tiny", "2000000", "2000000 is more than the maximum of Tiny, 1000000"),
        ("tiny", "0", "0 is less than the minimum of Tiny, 0.00001"),
    ],
)
def test_a_value_out_of_range_is_an_error(metric: str, value: float | str, message: str) -> None:
    assert messages(metric, value) == [(message, Severity.ERROR)]


@pytest.mark.parametrize(
    ("value", "percent"), [(0.5, "50"), (1, "100"), (".8520", "85.20"), ("0.00001", "0.001")]
)
def test_a_value_that_may_be_a_fraction_is_a_warning(value: float | str, percent: str) -> None:
    (finding,) = check(entry("a", results=[lone(value)]), CATALOG)
    assert finding.message == f"{value} is in percent here: if it is a fraction, write `{percent}`"
    assert finding.severity is Severity.WARNING


def test_a_repeated_number_is_reported() -> None:
    tables = [lone(50), lone(50, where="Table 2"), lone(50)]
    (finding,) = check(entry("a", results=tables), CATALOG)
    assert finding.keys == ("results", 2, "rows", 0, "values", 0)
    assert finding.message == "the same result as number 1 of row 1 of table 1: delete one"


def test_a_problem_is_at_the_cell() -> None:
    (finding,) = check(entry("a", results=[lone("50.00", None, "161.5 ± 0.5")]), CATALOG)
    assert finding.keys == ("results", 0, "rows", 0, "values", 2)


def test_the_numbers_of_an_entry_are_bounded() -> None:
    rows = [{"model": f"M{row}", "values": [50] * 100} for row in range(21)]
    table = {"benchmark": "B", "metric": "share", "columns": [{"setting": str(n)} for n in range(100)]}
    found = check(entry("a", results=[{**table, "rows": rows}]), CATALOG)
    assert [finding.message for finding in found] == ["2,100 numbers: an entry may have at most 2,000"]
