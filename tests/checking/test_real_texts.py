"""Texts of the list itself: no name, title or id of a real work is taken for a mistake."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.checking.rules import author_names
from generator.checking.rules.author_names import check as check_authors
from generator.entry.identifiers import ARXIV
from generator.entry.joined_names import split_joined
from generator.entry.people import split_name
from generator.entry.plain_text import find_markup
from tests.paths import PROJECT
from tests.views.test_entries import entry

NAMES_OF_ONE = [
    "Madonna",
    "Wei Li",
    "Maja Lind Jr.",
    "Samuel G. Example III",
    "Jeroen van der Laak",
    "Blaise Agüera y Arcas",
    "The Film Consortium",
    "Institute of Health, Education and Care",
    "Film and Word Study Group",
    "Ruifeng (Ray) Guo",
    "Noel E. O'Connor",
    "Luíz F. S. de Barros",
    "Md. Sakib Alam",
    "OFM Riaz Rahman",
    "张三",
]


@pytest.fixture(scope="module")
def real() -> Catalog:
    return load(Path(PROJECT)).catalog


def test_no_name_in_the_list_is_several_names(real: Catalog) -> None:
    names = {name for work in real.entries.values() for name in work.authors}
    assert [name for name in names if split_joined(name)] == []


def test_no_text_in_the_list_has_markup(real: Catalog) -> None:
    texts = [
        text
        for work in real.entries.values()
        for text in (work.title, work.name, work.summary, work.note, *work.aliases, *work.keywords)
    ]
    assert [text for text in texts if text and find_markup(text)] == []


NAME_PARTS = [
    *("Ada", "Maja-Lind", "Ei-ya", "A.", "Al", "And", "D.", "Dr", "Et", "Md", "Mr", "Or", "Others", "Ph"),
    *("Prof", "Professor", "Sc", "The", "Team", "Van"),
]


def test_an_ordinary_name_has_no_problem() -> None:
    names = [" ".join(parts) for count in (2, 3) for parts in product(NAME_PARTS, repeat=count)]
    ordinary = [name for name in names if author_names.ORDINARY.fullmatch(name)]
    assert len(ordinary) > 1000
    assert [name for name in ordinary if [*author_names.find_problem(name, 0)]] == []


@pytest.mark.parametrize("name", NAMES_OF_ONE)
def test_an_unusual_name_is_one_name(name: str) -> None:
    assert list(check_authors(entry("a", authors=[name]), Catalog())) == []


@pytest.mark.parametrize(
    "title",
    [
        "A-MHA*: Anytime Multi-Heuristic A*",
        "RAPID^3: Tri-Level Policies",
        "Before you <think>, monitor",
        "The OpenHandWrite_Toolbox",
        "Films for $5 or $6",
        "CT < 3 and MRI > 2",
        "R&D; and more",
        "#1 in films",
        "[Brackets] (and more)",
    ],
)
def test_an_unusual_title_is_plain(title: str) -> None:
    assert find_markup(title) is None


@given(
    st.lists(st.sampled_from(NAMES_OF_ONE[1:6]), min_size=2, max_size=5),
    st.sampled_from([" and ", "; ", " & "]),
)
def test_joined_names_are_taken_apart(names: list[str], joint: str) -> None:
    assert split_joined(joint.join(names)) == [split_name(name).natural for name in names]


@given(st.integers(1991, 2089), st.integers(1, 12), st.integers(1, 9999))
def test_an_arxiv_id_has_the_digits_of_its_year(year: int, month: int, number: int) -> None:
    start = f"{year % 100:02}{month:02}"
    is_of_archive, is_long = (year, month) < (2007, 4), year >= 2015
    assert (ARXIV.find_error(f"cs/{start}{number % 1000:03}") is None) == is_of_archive
    assert (ARXIV.find_error(f"{start}.{number:04}") is None) == (not is_of_archive and not is_long)
    assert (ARXIV.find_error(f"{start}.{number:05}") is None) == is_long
