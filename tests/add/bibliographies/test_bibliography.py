"""Reading records, titles and names of a `.bib` file."""

import pytest

from generator.add import cleaning
from generator.add.bibliographies.bibliography import read_bibtex
from generator.add.bibliographies.bibtex import MAX_FAULTS, read_records

BIB = r"""
@string{ex = "Example Conference"}
@comment{nothing}
@InProceedings{one,
  title     = {{F}ilm{L}ine: {M\"u}ller's $\alpha$ \& 5\% More.},
  author    = "van der Beispiel, Zo{\'e} and Muster, Jr, Jan and {The Film Group} and others",
  booktitle = ex # " on Examples (ExConf)", year = {2024}, month = may, abstract = {On films.},
  url = {https://arxiv.org/abs/2405.12345}
}
@article{two, title = "SHOUTING ABOUT THE MRI OF A KNEE", date = {2023-04-05}, doi = {https://doi.org/10.1000/a\_b}}
@misc{three, title={Unbalanced {, year=2020}
@article{four, title={Four}, year={2020}, month={13}, doi={10.48550/arXiv.2001.00001}}
"""


def test_every_record_of_a_bibliography_becomes_a_draft() -> None:
    drafts = {draft.source: draft for draft in read_bibtex(BIB)}
    one, two = drafts["one"], drafts["two"]
    assert one.data == {
        "title": "FilmLine: Müller's α & 5% More",
        "authors": ["Zoé van der Beispiel", "Jan Muster Jr", "The Film Group", "others"],
        "date": "2024-05",
        "arxiv": "2405.12345",
    }
    assert (one.place, one.year, one.text) == ("Example Conference on Examples (ExConf)", 2024, "On films")
    assert two.data == {
        "title": "Shouting About the MRI of a Knee",
        "date": "2023-04-05",
        "doi": "10.1000/a_b",
    }


def test_a_broken_bibliography_gives_what_can_be_read() -> None:
    broken = "@misc{a, title={A}}\n@misc{b, title={B"
    assert [(draft.source, bool(draft.data)) for draft in read_bibtex(broken)] == [("a", True), ("b", False)]
    assert list(read_bibtex("nothing of the kind")) == []
    (draft,) = read_bibtex(
        "@article{four, title={Four}, year={2020}, month={13}, doi={10.48550/arXiv.2001.00001}}"
    )
    assert draft.data == {"title": "Four", "date": "2020-01", "arxiv": "2001.00001"}
    (draft,) = read_bibtex("@article{five, title={Five}, date={soon}, month={3}, year={about 2021}}")
    assert draft.data["date"] == "2021-03"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"M{\"u}ller and $\mathcal{M}^2$-Net", "Müller and M2-Net"),
        ("A {broken \\'e title", "A broken é title"),
        ("50% of <i>in vivo</i> &amp; more", "50% of in vivo & more"),
        ("50% of {In Vivo}", "50% of In Vivo"),
        ("Two\n lines\u200b and\u00a0spaces ", "Two lines and spaces"),
        ("‘Single’ and “double”", "'Single' and \"double\""),
        ("A STUDY OF 3D-UNET FOR THE MRI OF X-RAYS", "A Study of 3D-UNET for the MRI of X-Rays"),
        ("CLIP", "CLIP"),
        ("Cafe\u0301", "Café"),
    ],
)
def test_titles_are_cleaned(text: str, wanted: str) -> None:
    assert cleaning.clean_title(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ADA M. O'EXAMPLE", "Ada M. O'Example"),
        ("J.-P. LIND", "J.-P. Lind"),
        ("Ada  Example\n", "Ada Example"),
        (r"Zo{\'e} M{\"u}ller", "Zoé Müller"),
    ],
)
def test_names_are_cleaned(text: str, wanted: str) -> None:
    assert cleaning.clean_name(text) == wanted


def test_a_name_with_too_many_commas_is_kept_as_it_is() -> None:
    (draft,) = read_bibtex("@misc{a, title={A}, author={One, Two, Three, Four, Five, Six}}")
    assert draft.data["authors"] == ["One, Two, Three, Four, Five, Six"]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ("volume={12}, number={3}, pages={123--145}", {"volume": "12", "number": "3", "pages": "123-145"}),
        ("volume=8, issue={S1}, eid={e7}", {"volume": "8", "number": "S1", "pages": "e7"}),
        ("volume={forthcoming}, pages={to appear}, article-number={77}", {"pages": "77"}),
    ],
)
def test_volume_number_and_pages_are_read(fields: str, wanted: dict[str, str]) -> None:
    (draft,) = read_bibtex(f"@article{{a, title={{A}}, {fields}}}")
    assert draft.data == {"title": "A"} | wanted


@pytest.mark.parametrize("piece", ["@comment{", "@a{k, x={", "@a{k, x={@b("])
def test_of_many_broken_records_in_a_line_only_the_first_are_read(piece: str) -> None:
    assert len([*read_records(piece * 10_000)]) <= MAX_FAULTS
