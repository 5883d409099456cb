"""Comparing titles, authors and dates of an entry with those of its link's target."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.links.compare import authors
from generator.links.compare.authors import Person, compare_authors
from generator.links.compare.dates import arxiv_month, describe_date_problem
from generator.links.compare.titles import TitleLikeness, compare_titles

AUTHORS = ("Ada Example", "Björn Muster", "Zifeng Wang")


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("MedFoo: Reading Reports", "MedFoo: Reading  reports", TitleLikeness.SAME),
        ("MedFoo: Reading Reports", "MEDFOO", TitleLikeness.SAME),
        ("MedFoo", "MedFoo: Reading Reports", TitleLikeness.SAME),
        ("Müller's $\\alpha$-Test", "Mullers -Test", TitleLikeness.SAME),
        (r"{\bf Big} data", "Big Data", TitleLikeness.SAME),
        ("<i>In vitro</i> data", "In vitro data", TitleLikeness.SAME),
        ("Off-diagonal book Ramsey numbers", "Off-diagonal Ramsey numbers", TitleLikeness.SIMILAR),
        ("Reading Reports", "Reading of Reports", TitleLikeness.SIMILAR),
        ("A Model of Chests", "Learning to See", TitleLikeness.OTHER),
        ("A", "", TitleLikeness.OTHER),
    ],
)
def test_pairs_of_titles_are_compared(ours: str, theirs: str, expected: TitleLikeness) -> None:
    assert compare_titles(ours, theirs) is expected
    assert compare_titles(theirs, ours) is expected


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=800), st.text(max_size=800))
def test_any_two_titles_can_be_compared(ours: str, theirs: str) -> None:
    assert compare_titles(ours, theirs) in TitleLikeness
    assert compare_titles(ours, ours) is TitleLikeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Example", "Example, Ada"),
        ("Ada B. Example", "Ada Example"),
        ("Ada Example", "A. Example"),
        ("Ada Example", "Example A"),
        ("Ming Y. Lu", "Lu M.Y."),
        ("Zifeng Wang", "Wang Zifeng"),
        ("Jeroen van der Laak", "J. A. W. M. van der Laak"),
        ("Björn Muster", "Bjorn Muster Jr."),
        ("Ada Muster-Beispiel", "Muster-Beispiel, A."),
        ("Ada Muster-Beispiel", "Muster-Beispiel A"),
        ("OpenAI", "OpenAI"),
        ("Muster", "Björn Muster"),
    ],
)
def test_two_names_of_one_person_are_alike(one: str, other: str) -> None:
    assert Person.parse(one).is_like(Person.parse(other))
    assert Person.parse(other).is_like(Person.parse(one))


@pytest.mark.parametrize(("one", "other"), [("Ada Example", "Bea Example"), ("Ada Example", "Ada Muster")])
def test_names_of_two_people_are_not_alike(one: str, other: str) -> None:
    assert not Person.parse(one).is_like(Person.parse(other))


@pytest.mark.parametrize(
    ("ours", "theirs", "message"),
    [
        (AUTHORS, AUTHORS, ""),
        ((), AUTHORS, ""),
        (AUTHORS, (), ""),
        (AUTHORS, ("王子", "李"), ""),
        (AUTHORS[:2], AUTHORS, "the author list lacks Zifeng Wang"),
        (AUTHORS, AUTHORS[:2], "the author list adds Zifeng Wang"),
        ((*AUTHORS, "Ada Example"), AUTHORS, "the author list adds Ada Example, doubles Ada Example"),
        (AUTHORS[::-1], AUTHORS, "the author list is in another order"),
        (
            AUTHORS[:1],
            (*AUTHORS, "A B", "C D", "E F"),
            "the author list lacks Björn Muster, Zifeng Wang, A B and 2 more",
        ),
    ],
)
def test_differences_of_author_lists_are_described(
    ours: tuple[str, ...], theirs: tuple[str, ...], message: str
) -> None:
    assert str(compare_authors(ours, theirs)) == message


def test_a_list_of_different_people_is_recognized() -> None:
    assert compare_authors(AUTHORS, ("Carl Other", "Dora Else")).are_different_people
    assert not compare_authors(("Bob Smith",), ("Robert Q. Smith",)).are_different_people


NAMES = st.lists(st.text(max_size=20), max_size=6)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, NAMES)
def test_any_two_author_lists_can_be_compared(ours: list[str], theirs: list[str]) -> None:
    assert not compare_authors(ours, ours).are_different_people
    assert isinstance(str(compare_authors(ours, theirs)), str)
    assert authors.share_outer_surname(ours, theirs) in (True, False)


@pytest.mark.parametrize(
    ("ours", "arxiv", "record", "is_odd"),
    [
        ("2022-10-18", "2210.10163", "2022-10-18", False),
        ("2022-10", "2210.10163", "", False),
        ("2022", "2210.10163", "", False),
        ("2022-09", "2210.10163", "", False),
        ("2022-11-01", "2210.10163", "", True),
        ("2023", "2210.10163", "", True),
        ("2019-01", "2210.10163", "", True),
        ("1999", "hep-ex/9901001", "", False),
        (None, "2210.10163", "", False),
        ("2024-06", None, "2024-05-01", False),
        ("2025", None, "2024-05-01", True),
        ("2025", None, "", False),
        ("2025", "odd", "2025", False),
    ],
)
def test_implausible_dates_are_reported(
    ours: str | None, arxiv: str | None, record: str, is_odd: bool
) -> None:
    assert bool(describe_date_problem(ours, arxiv, record)) is is_odd


def test_an_arxiv_id_has_a_month() -> None:
    assert arxiv_month("2210.10163") == "2022-10"
    assert arxiv_month("math.GT/0309136") == "2003-09"
    assert arxiv_month("hep-th/9901001") == "1999-01"
    assert arxiv_month("nothing") == ""
