"""Dates, arXiv ids, DOIs, web addresses and entry ids: which are well formed, and what is said of others."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.identifiers import DOI, PUBMED, arxiv_fault, doi_fault, is_entry_id
from generator.entry.written_forms import date_fault, url_fault
from generator.text import slug

WELL_FORMED = [
    (date_fault, ["2024", "2024-02", "2024-02-29", "1999-12-31"]),
    (
        arxiv_fault,
        ["2210.10163", "1501.0001", "0704.0001", "cs/0112017", "math.GT/0309136", "hep-th/9901001"],
    ),
    (doi_fault, ["10.1000/182", "10.18653/v1/2022.emnlp-main.256", "10.1016/S0140-6736(05)71879-1"]),
    (
        url_fault,
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
        (date_fault, "", "is no date"),
        (date_fault, "5 May 2024", "is no date"),
        (date_fault, "2024-5", "is no date"),
        (date_fault, "2024-05-01\n", "is no date"),
        (date_fault, "２０２４", "is no date"),
        (date_fault, "2024-00", "is not in the calendar"),
        (date_fault, "0000", "is not in the calendar"),
        (date_fault, "2023-02-29", "is not in the calendar"),
        (arxiv_fault, "arXiv:2210.10163", "write `2210.10163`"),
        (arxiv_fault, "https://arxiv.org/pdf/2210.10163v3", "write `2210.10163`"),
        (arxiv_fault, "2210.10163\n", "write `2210.10163`"),
        (arxiv_fault, "2213.10163", "is no arXiv id"),
        (arxiv_fault, "2210.101634", "is no arXiv id"),
        (arxiv_fault, "CS/0112017", "is no arXiv id"),
        (arxiv_fault, "", "is no arXiv id"),
        (PUBMED.fault, "PMID: 38797720", "write `38797720`"),
        (PUBMED.fault, "138797720", "is no PubMed id"),
        (doi_fault, "doi:10.1000/182", "write `10.1000/182`"),
        (doi_fault, "https://doi.org/10.1000/182", "write `10.1000/182`"),
        (doi_fault, "10.1000", "is no DOI"),
        (doi_fault, "10.1000/", "is no DOI"),
        (doi_fault, "10.1000/ü", "is no DOI"),
        (doi_fault, "10.1000/182\n", "write `10.1000/182`"),
        (url_fault, "example.org", "must begin with"),
        (url_fault, "ftp://example.org", "must begin with"),
        (url_fault, "javascript:alert(1)", "must begin with"),
        (url_fault, "https:///path", "lacks the name"),
        (url_fault, "https://localhost/", "lacks the name"),
        (url_fault, "https://ada@example.org/", "user name"),
        (url_fault, "https://example.org:99999/", "is no web address"),
        (url_fault, "https://[::1/", "is no web address"),
        (url_fault, "https://example.org/a b", "percent-encoded"),
        (url_fault, 'https://example.org/"', "percent-encoded"),
        (url_fault, "https://example.org/é", "percent-encoded"),
        (url_fault, "https://example.org/" + "a" * 2000, "longer than 2000"),
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
    assert is_entry_id(slug(text)[:80].strip("-")) or slug(text) == ""
    assert slug(text) == text or not is_entry_id(text)


@pytest.mark.parametrize("text", ["wang2022medclip", "uk-biobank", "2d", "a" * 80])
def test_entry_ids(text: str) -> None:
    assert is_entry_id(text)


@pytest.mark.parametrize("text", ["", "Wang2022", "a_b", "-a", "a-", "a--b", "a.b", "é", "a\n", "a" * 81])
def test_no_entry_ids(text: str) -> None:
    assert not is_entry_id(text)


def test_what_means_something_in_an_address_is_encoded() -> None:
    assert DOI.url("10.1/a(b)<c>?d#e%") == "https://doi.org/10.1/a(b)%3Cc%3E%3Fd%23e%25"
