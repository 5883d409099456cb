"""Citations of one line: the reference as text, the Markdown link, the LaTeX command."""

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs.data.reference import format_cite_command, format_markdown_link, format_reference
from generator.views.citation import cite_entry
from tests.made_up import make_entry


def test_a_paper_in_proceedings(catalog: Catalog) -> None:
    entry = catalog.entries["example2024imagetalk"]
    text = format_reference(entry, catalog)
    assert text.startswith("Example, A., Sample, B., Beispiel, C., & Primer, D. (2024). ImageTalk: ")
    assert ". In " in text
    assert text.endswith(". https://doi.org/10.9999/exconf.2024.1")
    assert format_cite_command(entry) == r"\cite{example2024imagetalk}"


def test_an_article_has_volume_number_and_pages(catalog: Catalog) -> None:
    journal = next(term for term in catalog.vocabulary("venues") if term.type == "journal")
    entry = make_entry(
        title="Is it so?",
        authors=["Jean-Luc B. van der Laak Jr."],
        venue={"name": journal.label, "year": 2024},
        volume="8",
        number="2",
        pages="123-145",
    )
    container = journal.name or journal.label
    assert format_reference(entry, catalog) == (
        f"van der Laak, J.-L. B., Jr. (2024). Is it so? {container}, 8(2), 123–145."
    )


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"volume": "36"}, "In {} (Vol. 36)."),
        ({"volume": "36", "pages": "1-9"}, "In {} (Vol. 36, pp. 1–9)."),
        ({"volume": "36", "number": "2", "pages": "1-9"}, "{}, 36(2), 1–9."),
    ],
)
def test_a_paper_in_proceedings_has_volume_and_pages(
    catalog: Catalog, given: dict[str, str], place: str
) -> None:
    venue = next(term for term in catalog.vocabulary("venues") if term.type == "conference")
    entry = make_entry(venue={"name": venue.label, "year": 1999}, **given)
    expected = place.format(cite_entry(entry, catalog).container)
    assert format_reference(entry, catalog) == f"A made-up work. (1999). {expected}"


@pytest.mark.parametrize(
    ("authors", "text"),
    [
        (["Ada Li"], "Li, A."),
        (["Ada Li", "Bo Ek"], "Li, A., & Ek, B."),
        (["Ada Li", "others"], "Li, A., et al."),
        (["The Toy Consortium"], "The Toy Consortium."),
        ([f"Ada Li{n}" for n in "abcdefghijklmnopqrstu"], "Lis, A., … Liu, A."),
    ],
)
def test_authors(catalog: Catalog, authors: list[str], text: str) -> None:
    found = format_reference(make_entry(authors=authors, date="2024-05"), catalog)
    assert f"{text} (2024). A made-up work." in found


def test_what_is_not_known_is_left_out(catalog: Catalog) -> None:
    entry = make_entry()
    assert format_reference(entry, catalog) == "A made-up work. (n.d.)."
    assert format_markdown_link(entry, catalog) == ""


def test_the_link_is_safe_in_markdown(catalog: Catalog) -> None:
    entry = make_entry(title="What [b](x) is", arxiv="2401.00001")
    assert format_markdown_link(entry, catalog) == (r"[What \[b\](x) is](https://arxiv.org/abs/2401.00001)")
