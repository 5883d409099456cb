"""Dates, arXiv ids, DOIs, web addresses and entry ids: which are well formed, and what is said of others."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.identifiers import DOI, find_arxiv_error, find_doi_error, is_entry_id
from generator.entry.written_forms import find_date_error, find_url_error
from generator.text import slugify

WELL_FORMED = [
    (find_date_error, ["2024", "2024-02", "2024-02-29", "1999-12-31"]),
    (
        find_arxiv_error,
        ["2210.10163", "1501.0001", "0704.0001", "cs/0112017", "math.GT/0309136", "hep-th/9901001"],
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


@pytest.mark.parametrize(("fault", "text"), [(fault, text) for fault, texts in WELL_FORMED for text in texts])
def test_what_is_well_formed(fault: Callable[[str], str | None], text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize(
    ("fault", "text", "said"),
    [
        (find_date_error, "", "is no date"),
        (find_date_error, "5 May 2024", "is no date"),
        (find_date_error, "2024-5", "is no date"),
        (find_date_error, "2024-05-01\n", "is no date"),
        (find_date_error, "２０２４", "is no date"),
        (find_date_error, "2024-00", "is not in the calendar"),
        (find_date_error, "0000", "is not in the calendar"),
        (find_date_error, "2023-02-29", "is not in the calendar"),
        (find_arxiv_error, "arXiv:2210.10163", "write `2210.10163`"),
        (find_arxiv_error, "https://arxiv.org/pdf/2210.10163v3", "write `2210.10163`"),
        (find_arxiv_error, "2210.10163\n", "write `2210.10163`"),
        (find_arxiv_error, "2213.10163", "is no arXiv id"),
        (find_arxiv_error, "2210.101634", "is more than the arXiv id"),
        (find_arxiv_error, "CS/0112017", "is no arXiv id"),
        (find_arxiv_error, "", "is no arXiv id"),
        (find_doi_error, "doi:10.1000/182", "write `10.1000/182`"),
        (find_doi_error, "https://doi.org/10.1000/182", "write `10.1000/182`"),
        (find_doi_error, "10.1000", "is no DOI"),
        (find_doi_error, "10.1000/", "is no DOI"),
        (find_doi_error, "10.1000/ü", "is no DOI"),
        (find_doi_error, "10.1000/182\n", "write `10.1000/182`"),
        (find_url_error, "example.org", "must begin with"),
        (find_url_error, "ftp://example.org", "must begin with"),
        (find_url_error, "javascript:alert(1)", "must begin with"),
        (find_url_error, "https:///path", "lacks the name"),
        (find_url_error, "https://localhost/", "lacks the name"),
        (find_url_error, "https://ada@example.org/", "user name"),
        (find_url_error, "https://example.org:99999/", "is no web address"),
        (find_url_error, "https://[::1/", "is no web address"),
        (find_url_error, "https://example.org/a b", "percent-encoded"),
        (find_url_error, 'https://example.org/"', "percent-encoded"),
        (find_url_error, "https://example.org/é", "percent-encoded"),
        (find_url_error, "https://example.org/" + "a" * 2000, "longer than 2000"),
    ],
)
def test_what_is_said_of_others(fault: Callable[[str], str | None], text: str, said: str) -> None:
    assert said in (fault(text) or "")


@given(st.text())
def test_no_text_is_too_odd_to_judge(text: str) -> None:
    for fault, _ in WELL_FORMED:
        assert fault(text) != ""


@given(st.text())
def test_an_entry_id_is_its_own_slug(text: str) -> None:
    assert is_entry_id(slugify(text)[:80].strip("-")) or slugify(text) == ""
    assert slugify(text) == text or not is_entry_id(text)


@pytest.mark.parametrize("text", ["wang2022medclip", "uk-biobank", "2d", "a" * 80])
def test_entry_ids(text: str) -> None:
    assert is_entry_id(text)


@pytest.mark.parametrize("text", ["", "Wang2022", "a_b", "-a", "a-", "a--b", "a.b", "é", "a\n", "a" * 81])
def test_no_entry_ids(text: str) -> None:
    assert not is_entry_id(text)


def test_what_means_something_in_an_address_is_encoded() -> None:
    assert DOI.url("10.1/a(b)<c>?d#e%") == "https://doi.org/10.1/a(b)%3Cc%3E%3Fd%23e%25"
