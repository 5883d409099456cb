"""The place of a number becomes an https address: of the paper, or of a file of a repository."""

import pytest

from generator.catalog.catalog import Catalog
from generator.views.numbers.number_sources import NumberSource, find_number_source
from tests.made_up import make_entry

CATALOG = Catalog()
PAPER = make_entry(
    arxiv="2401.00001",
    links={"code": "https://github.com/ada/net", "weights": "https://huggingface.co/ada/net-7b"},
)


@pytest.mark.parametrize(
    ("where", "url"),
    [
        ("README of ada/net", "https://github.com/ada/net#readme"),
        ("README of ben/zoo: model list", "https://github.com/ben/zoo#readme"),
        ("README of ada/net-7b", "https://huggingface.co/ada/net-7b"),
        ("README of the Net repository: segmentation", "https://github.com/ada/net#readme"),
        ("results/test.csv in ben/zoo", "https://github.com/ben/zoo/blob/HEAD/results/test.csv"),
        ("a b.csv in ben/zoo", ""),
        ("docs/ä#1.png in ben/zoo: Table 2", "https://github.com/ben/zoo/blob/HEAD/docs/%C3%A4%231.png"),
        ("all.csv in ben/zoo: line 12", "https://github.com/ben/zoo/blob/HEAD/all.csv#L12"),
        ("all.csv in ben/zoo: test set, lines 3-9", "https://github.com/ben/zoo/blob/HEAD/all.csv#L3-L9"),
        ("../../x/y.csv in ben/zoo", "https://github.com/ben/zoo"),
        ("card.md in ada/net-7b", "https://huggingface.co/ada/net-7b"),
        ("a page of notes on the paper", ""),
    ],
)
def test_a_place_outside_the_paper_keeps_its_text(where: str, url: str) -> None:
    found = find_number_source(where, PAPER, CATALOG)
    assert (found.text, found.url) == (where, url)


@pytest.mark.parametrize(
    "where", ["Table 4", "Supplementary Table 5", "Figure 2a", "Tables 2 and 3", "table S1"]
)
def test_a_table_leads_to_the_paper_and_says_so(where: str) -> None:
    found = find_number_source(where, PAPER, CATALOG)
    assert found == NumberSource(f"{where} of the paper", "https://arxiv.org/abs/2401.00001")


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"doi": "10.1000/x"}, "https://doi.org/10.1000/x"),
        ({"links": {"pdf": "https://example.org/x.pdf"}}, "https://example.org/x.pdf"),
        ({"links": {"paper": "http://example.org/x"}}, ""),
        ({}, ""),
    ],
)
def test_the_paper_is_wherever_the_entry_says(fields: dict[str, object], url: str) -> None:
    assert find_number_source("Table 1", make_entry(**fields), CATALOG).url == url


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("README of ben/zoo: model list", "README"),
        ("README of the Net repository: segmentation", "README"),
        ("results/test.csv in ben/zoo: Table 2", "test.csv"),
        ("Table 4", "Table 4"),
        ("a page of notes on the paper", "a page of notes on the paper"),
    ],
)
def test_a_short_name_has_the_file_alone(where: str, name: str) -> None:
    assert find_number_source(where, PAPER, CATALOG).name == name


def test_without_a_code_link_the_own_repository_has_no_address() -> None:
    assert find_number_source("README of the Net repository", make_entry(), CATALOG).url == ""


@pytest.mark.parametrize("where", ["javascript:alert(1) in ada/net", 'README of ada/net" onclick="x'])
def test_hostile_places_get_no_harmful_address(where: str) -> None:
    url = find_number_source(where, PAPER, CATALOG).url
    assert url == "" or url.startswith("https://github.com/ada/net")
    assert '"' not in url
