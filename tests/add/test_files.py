"""Adding the works of a file: BibTeX, RIS and CITATION.cff."""

from pathlib import Path

import pytest

from generator.add.adding import add_works
from generator.add.bibliographies.citation_cff import read_citation_cff
from generator.add.sources import UnknownSource, read_sources
from generator.catalog.catalog import Catalog
from tests.add.conftest import TODAY

CITATION = """\
cff-version: 1.2.0
title: FilmKit
authors:
  - {family-names: Lind, given-names: Maja}
doi: 10.5281/zenodo.12345
preferred-citation:
  type: article
  title: "Film Two: Reading Films"
  authors:
    - {given-names: Zoé, name-particle: van der, family-names: Beispiel}
    - {name: The Film Group}
  identifiers:
    - {type: other, value: "arXiv:2501.00002"}
  year: 2025
  journal: Journal of Examples
  start: 12
  end: 34
references:
  - {type: article, title: Other, doi: 10.1000/other, url: "https://arxiv.org/abs/2401.00001"}
"""


def test_the_preferred_citation_comes_first_and_references_do_not_count() -> None:
    (draft,) = read_citation_cff(CITATION)
    assert draft.data == {
        "title": "Film Two: Reading Films",
        "authors": ["Zoé van der Beispiel", "The Film Group"],
        "date": "2025-01",
        "arxiv": "2501.00002",
        "pages": "12-34",
    }
    assert (draft.place, draft.year) == ("Journal of Examples", 2025)


def test_a_doi_alone_is_a_citation() -> None:
    (draft,) = read_citation_cff("cff-version: 1.2.0\ndoi: 10.5281/zenodo.12345\n")
    assert draft.data == {"doi": "10.5281/zenodo.12345"}


@pytest.mark.parametrize("text", ["", "- a", "words", "a: &x b", "title: []", "preferred-citation: {}"])
def test_what_is_no_citation_gives_no_draft(text: str) -> None:
    assert list(read_citation_cff(text)) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs.bib", "@article{a, title={A Work on Films}, author={Lind, Maja}, doi={10.1000/films}}"),
        ("refs.RIS", "TY  - JOUR\nAU  - Lind, Maja\nTI  - A Work on Films\nDO  - 10.1000/films\nER  - \n"),
        (
            "CITATION.cff",
            "title: A Work on Films\ndoi: 10.1000/films\nauthors: [{family-names: Lind, given-names: Maja}]",
        ),
    ],
)
def test_a_file_gives_the_same_work_in_each_format(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_text(f"\ufeff{text}", "utf-8")
    (source,) = read_sources(str(file))
    assert source.draft.data == {
        "title": "A Work on Films",
        "authors": ["Maja Lind"],
        "doi": "10.1000/films",
    }
    assert source.target


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("@misc{a,\n title={Müller}}".encode("latin-1"), ":2:10: not UTF-8: save the file in that encoding"),
        ("@misc{a, title={报告}}".encode("gbk"), ":1:17: not UTF-8: save the file in that encoding"),
        (b"words", ": no record of a work is in this file"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, raw: bytes, message: str) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(raw)
    with pytest.raises(UnknownSource) as refused:
        read_sources(str(file))
    assert str(refused.value) == f"{file}{message}"


def test_a_broken_record_is_reported_and_costs_no_other(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "refs.bib"
    file.write_text(
        '@misc{bad,\n author="M\\"uller, J"}\n'
        "@misc{good, title={Good Films}}\n@misc{same, title={Good films}}"
    )
    done = add_works([str(file)], catalog, TODAY, None)
    assert done.failures == [
        f"{file}: line 1: the record `bad` cannot be read: "
        "a field or `}` is expected after `author`, in line 2"
    ]
    assert [proposal.title for proposal in done.proposals] == ["Good Films"]
    assert done.duplicates == ["same: named twice"]
