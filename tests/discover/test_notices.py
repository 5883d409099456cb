"""What a record says about a listed work: published, renamed, followed by another."""

import pytest

from generator.catalog.catalog import Catalog
from generator.discover.notices import Notice, find_notices, split_number
from generator.discover.record import Record
from tests.made_up import make_catalog, make_entry

AUTHORS = ("Ada Li", "Bo Ko", "Cy Roe")


@pytest.fixture
def listed(catalog: Catalog) -> Catalog:
    return make_catalog(
        catalog,
        [
            make_entry(
                "kitenet",
                title="KiteNet: Kites in Words",
                name="KiteNet",
                arxiv="2601.00001",
                authors=AUTHORS,
            ),
            make_entry(
                "sailset",
                title="SailSet: Many Sails",
                name="SailSet",
                kind="dataset",
                arxiv="2601.00002",
                authors=AUTHORS,
            ),
        ],
    )


def notices(catalog: Catalog, id_: str, title: str, **values: str) -> list[tuple[str, str, str]]:
    record = Record(id_, title, AUTHORS, **values)
    found: list[Notice] = find_notices([record], catalog)
    return [(one.kind, one.entry, one.text) for one in found]


def test_a_doi_or_an_acceptance_says_that_a_preprint_is_published(listed: Catalog) -> None:
    venue = next(term.label for term in listed.vocabulary("venues") if term.type != "preprint")
    title = "KiteNet: Kites in Words"
    assert notices(listed, "2601.00001", title, doi="10.1000/5") == [
        ("published", "kitenet", "published as 10.1000/5")
    ]
    assert notices(listed, "2601.00001", title, comment=f"Accepted at {venue} 2026") == [
        ("published", "kitenet", f"accepted by {venue} 2026")
    ]
    assert notices(listed, "2601.00001", title, comment=f"{venue} is cited on 9 pages") == []


def test_a_version_with_another_title_is_noticed(listed: Catalog) -> None:
    assert notices(listed, "2601.00001", "KiteNet: Kites in words") == []
    assert notices(listed, "2601.00001", "A Treatise on Lamps") == [
        ("renamed", "kitenet", "A Treatise on Lamps")
    ]


def test_a_name_with_a_number_by_the_same_people_is_a_successor(listed: Catalog) -> None:
    assert notices(listed, "2601.00009", "KiteNet-2: More Kites") == [
        ("successor", "kitenet", "KiteNet-2: More Kites")
    ]
    assert notices(listed, "2601.00009", "SailSet v2: More Sails") == [
        ("dataset", "sailset", "SailSet v2: More Sails")
    ]
    assert notices(listed, "2601.00009", "LampNet 2: More Lamps") == []


def test_the_same_name_by_other_people_is_no_successor(listed: Catalog) -> None:
    assert find_notices([Record("2601.00009", "KiteNet 2: Birds", ("Di Wu", "Ed Xi"))], listed) == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("KiteNet-v2", ("kitenet", "2")),
        ("KiteNet 1.5", ("kitenet", "1.5")),
        ("KiteNet++", ("kitenet", "++")),
        ("KiteNet Plus", ("kitenet", "plus")),
        ("KiteNet", ("kitenet", "")),
        ("2048", ("2048", "")),
    ],
)
def test_a_name_is_split_from_its_number(name: str, parts: tuple[str, str]) -> None:
    assert split_number(name) == parts
