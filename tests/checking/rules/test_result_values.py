"""Values of results in the range of their metric, where it has one or both ends."""

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
]
CATALOG = Catalog(vocabularies={"metrics": Vocabulary("metrics", {term.slug: term for term in METRICS})})


def said(metric: str, value: float) -> list[tuple[str, Severity]]:
    result = {"benchmark": "B", "metric": metric, "value": value, "model": "M"}
    return [(finding.message, finding.severity) for finding in check(entry("a", results=[result]), CATALOG)]


@pytest.mark.parametrize(
    ("metric", "value"),
    [("share", 61.5), ("share", 0), ("part", 1), ("errors", 1e6), ("gain", -5), ("unknown", 1000)],
)
def test_what_can_be(metric: str, value: float) -> None:
    assert said(metric, value) == []


@pytest.mark.parametrize(
    ("metric", "value", "message"),
    [
        ("share", 161.5, "161.5 is more than Share can be, 100"),
        ("part", 61.5, "61.5 is more than Part can be, 1: divide a percent by 100"),
        ("part", -1, "-1 is less than Part can be, 0"),
        ("errors", -0.5, "-0.5 is less than Errors can be, 0"),
        ("gain", 4, "4 is more than Gain can be, 3"),
    ],
)
def test_what_cannot_be(metric: str, value: float, message: str) -> None:
    assert said(metric, value) == [(message, Severity.ERROR)]


@pytest.mark.parametrize("value", [0.5, 1])
def test_what_may_be_a_fraction_or_a_small_share_is_a_warning(value: float) -> None:
    result = {"benchmark": "B", "metric": "share", "value": value, "model": "M"}
    (finding,) = check(entry("a", results=[result]), CATALOG)
    assert finding.message == f"{value} is given in percent: multiply it by 100 if it is a fraction"
    assert finding.severity is Severity.WARNING


def test_a_number_stands_once() -> None:
    result = {"benchmark": "B", "metric": "share", "value": 50, "model": "M"}
    other = {**result, "where": "Table 2"}
    (finding,) = check(entry("a", results=[result, other, result]), CATALOG)
    assert finding.keys == ("results", 2)
    assert finding.message == "the same result as number 1: delete one"
