"""The contribute page: a citation becomes a file, and a fault is reported."""

import pytest

from tests.browser.contributing import BIBTEX, SUMMARY
from tests.engines import places
from tests.engines.reader import Reader


@pytest.fixture
def form(reader: Reader) -> Reader:
    reader.open("contribute/")
    reader.wait_for(places.CONTRIBUTE_READY)
    return reader


def test_a_citation_becomes_a_file(form: Reader) -> None:
    form.write(places.PASTE_BOX, BIBTEX)
    form.click("button", "Fill in")
    form.choose("Kind", "Study")
    form.write("Summary", SUMMARY)
    form.choose("Section", "Studies of nothing")
    form.click("checkbox", "Visual question answering")
    form.wait_for_text("complete", places.STATE)
    written = form.text(places.YAML)
    assert 'title: "FilmLine: Reading Müller\'s Invented Films & More"' in written
    assert "2405.01234" in written
    assert "filename=entries%2F2024%2Fbeispiel2024filmline.yaml" in form.address_of("Propose on GitHub")


def test_a_fault_is_reported_where_it_is(form: Reader) -> None:
    form.write("arXiv id", "2405.99", "[data-path=arxiv]")
    form.click("field", "Title")
    form.wait_for_text("2405.99", places.PROBLEM_OF_ARXIV)
