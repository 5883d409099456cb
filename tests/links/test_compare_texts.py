"""Comparing titles, authors and dates of an entry with those of its link's target."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.people import PersonName
from generator.links.answers.retraction import find_retraction, strip_retraction
from generator.links.compare import authors
from generator.links.compare.authors import Person, compare_authors
from generator.links.compare.dates import describe_date_problem, read_arxiv_month
from generator.links.compare.titles import TitleLikeness, are_siblings, compare_titles

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


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("MedFoo Technical Report", "MedFoo 1.5 Technical Report", True),
        ("Foo-Med2D", "Foo-Med3D", True),
        ("Foo2-VL Technical Report", "Foo2.5-VL: a Technical Report", True),
        ("MedFoo", "MedFoo++", True),
        ("MedFoo", "MedFoo Pro", True),
        ("MedFoo", "MedFoo II", True),
        ("MedFoo", "MedFoo v2", True),
        ("MedFoo 1,000 films", "MedFoo 1000 films", False),
        ("MedFoo", "MedBar", False),
        ("MedFoo: Reading Reports", "MedFoo 2: Seeing Films", False),
        ("Models of films", "Large models of films", False),
        ("H<sub>2</sub>O of films in $x^2$", "H2O of films in x", False),
    ],
)
def test_titles_of_two_versions_are_siblings(ours: str, theirs: str, expected: bool) -> None:
    assert are_siblings(ours, theirs) is expected
    assert are_siblings(theirs, ours) is expected


@pytest.mark.parametrize(
    "theirs",
    [
        "Images &amp; Reports",
        "Images &amp;amp;amp; Reports",
        "&lt;i&gt;Images&lt;/i&gt; &amp; Reports",
        "<jats:italic toggle='yes'>Images</jats:italic> and Reports",
        "Images<!-- a note --> and Reports",
        '<mml:math xmlns:mml="http://www.w3.org/1998/Math"><mml:mi>Images</mml:mi></mml:math> & Reports',
    ],
)
def test_what_registries_do_to_a_title_is_undone(theirs: str) -> None:
    assert compare_titles("Images & Reports", theirs) is TitleLikeness.SAME


@pytest.mark.parametrize(
    ("title", "found", "bare"),
    [
        ("RETRACTED ARTICLE: Films", "retracted", "Films"),
        ("Retracted: Films", "retracted", "Films"),
        ("[Retracted] Films", "retracted", "Films"),
        ("Films (Retracted)", "retracted", "Films"),
        ("WITHDRAWN: Films", "withdrawn", "Films"),
        ("REMOVED: Films", "removed", "Films"),
        ("Notice of Retraction: Films", "retracted", "Films"),
        ("Films (Preprint)", "", "Films"),
        ("Retraction Note: Films", "", "Retraction Note: Films"),
        ("Retracted papers about films: a study", "", "Retracted papers about films: a study"),
        ("Withdrawal of films", "", "Withdrawal of films"),
    ],
)
def test_the_mark_of_a_retraction_is_found_and_removed(title: str, found: str, bare: str) -> None:
    assert (find_retraction(title), strip_retraction(title)) == (found, bare)


def test_a_group_in_place_of_people_is_not_compared() -> None:
    difference = compare_authors(AUTHORS, (PersonName("FilmBase", literal=True),))
    assert not difference.are_different_people
    assert str(difference) == "the author list is not compared: one list has people, the other only a group"
    people = tuple(PersonName(name, literal=True) for name in AUTHORS)
    assert str(compare_authors(AUTHORS, people)) == ""


def test_names_are_compared_by_their_parts() -> None:
    ours = (
        "Jeroen van der Laak",
        "Najla Al-Turkestani",
        "R H Hardy Jr",
        "J I de Granda Orive",
        "M Northington V",
    )
    theirs = (
        PersonName("van der Laak", "J"),
        PersonName("Al-Turkestani", "N"),
        PersonName("Hardy", "RH", suffix="Jr"),
        PersonName("de Granda Orive", "JI"),
        PersonName("Northington", "M", suffix="V"),
    )
    assert str(compare_authors(ours, theirs)) == ""


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
    assert read_arxiv_month("2210.10163") == "2022-10"
    assert read_arxiv_month("math.GT/0309136") == "2003-09"
    assert read_arxiv_month("hep-th/9901001") == "1999-01"
    assert read_arxiv_month("nothing") == ""
