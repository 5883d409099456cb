"""Dates, arXiv ids, DOIs, web addresses and entry ids: which are valid, and messages about the others."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.identifiers import DOI, PUBMED, find_arxiv_error, find_doi_error, is_entry_id
from generator.entry.written_forms import find_date_error, find_url_error
from generator.text import slugify

VALID = [
    (find_date_error, ["2024", "2024-02", "2024-02-29", "1999-12-31"]),
    (
        find_arxiv_error,
        ["2210.10163", "1501.00001", "0704.0001", "cs/0112017", "math.GT/0309136", "hep-th/9901001"],
    ),
    (find_doi_error, ["10.1000/182", "10.18653/v1/2022.emnlp-main.256", "10.1016/S0140-6736(05)71879-1"]),
    (
        find_url_error,
        [
            "https://example.org",
            "http://example.org/a?b=c&d=%20#e",
            "https://example.org:8080/a_(b)/",
            "https://xn--exmple-cua.org/",
        ],
    ),
]


@pytest.mark.parametrize(
    ("find_error", "text"), [(find_error, text) for find_error, texts in VALID for text in texts]
)
def test_a_valid_text_has_no_error(find_error: Callable[[str], str | None], text: str) -> None:
    assert find_error(text) is None


@pytest.mark.parametrize(
    ("find_error", "text", "message"),
    [
        (find_date_error, "", "is not a date"),
        (find_date_error, "5 May 2024", "is not a date"),
        (find_date_error, "2024-5", "is not a date"),
        (find_date_error, "2024-05-01\n", "is not a date"),
        (find_date_error, "２０２４", "is not a date"),
        (find_date_error, "2024-00", "is not a day of the calendar"),
        (find_date_error, "0000", "is not a day of the calendar"),
        (find_date_error, "2023-02-29", "is not a day of the calendar"),
        (find_arxiv_error, "arXiv:2210.10163", "write `2210.10163`"),
        (find_arxiv_error, "https://arxiv.org/pdf/2210.10163v3", "write `2210.10163`"),
        (find_arxiv_error, "2210.10163\n", "write `2210.10163`"),
        (find_arxiv_error, "2213.10163", "is not a valid arXiv id"),
        (find_arxiv_error, "2210.101634", "is not a valid arXiv id"),
        (find_arxiv_error, "CS/0112017", "is not a valid arXiv id"),
        (find_arxiv_error, "", "is not a valid arXiv id"),
        (PUBMED.find_error, "PMID: 38797720", "write `38797720`"),
        (PUBMED.find_error, "138797720", "is not a valid PubMed id"),
        (find_doi_error, "doi:10.1000/182", "write `10.1000/182`"),
        (find_doi_error, "https://doi.org/10.1000/182", "write `10.1000/182`"),
        (find_doi_error, "10.1000", "is not a valid DOI"),
        (find_doi_error, "10.1000/", "is not a valid DOI"),
        (find_doi_error, "10.1000/ü", "is not a valid DOI"),
        (find_doi_error, "10.1000/182\n", "write `10.1000/182`"),
        (find_url_error, "example.org", "must begin with"),
        (find_url_error, "ftp://example.org", "must begin with"),
        (find_url_error, "javascript:alert(1)", "must begin with"),
        (find_url_error, "https:///path", "has no host name"),
        (find_url_error, "https://localhost/", "has no host name"),
        (find_url_error, "https://ada@example.org/", "user name"),
        (find_url_error, "https://example.org:99999/", "is not a web address"),
        (find_url_error, "https://[::1/", "is not a web address"),
        (find_url_error, "https://example.org/a b", "percent-encode it"),
        (find_url_error, 'https://example.org/"', "percent-encode it"),
        (find_url_error, "https://example.org/é", "percent-encode it"),
        (find_url_error, "https://example.org/" + "a" * 2000, "longer than 2000"),
    ],
)
def test_an_invalid_text_has_a_message(
    find_error: Callable[[str], str | None], text: str, message: str
) -> None:
    assert message in (find_error(text) or "")


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    for find_error, _ in VALID:
        assert find_error(text) != ""


@given(st.text())
def test_an_entry_id_is_its_own_slug(text: str) -> None:
    assert is_entry_id(slugify(text)[:80].strip("-")) or slugify(text) == ""
    assert slugify(text) == text or not is_entry_id(text)


@pytest.mark.parametrize("text", ["wang2022medclip", "uk-biobank", "2d", "a" * 80])
def test_valid_entry_ids(text: str) -> None:
    assert is_entry_id(text)


@pytest.mark.parametrize("text", ["", "Wang2022", "a_b", "-a", "a-", "a--b", "a.b", "é", "a\n", "a" * 81])
def test_invalid_entry_ids(text: str) -> None:
    assert not is_entry_id(text)


def test_special_characters_of_an_address_are_encoded() -> None:
    assert DOI.url("10.1/a(b)<c>?d#e%") == "https://doi.org/10.1/a(b)%3Cc%3E%3Fd%23e%25"
