"""A real BibTeX processor accepts every record, and the fields are those of the entry."""

import pybtex.errors
from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.plugin import find_plugin

from generator.catalog.catalog import Catalog
from generator.outputs.data.bibtex import stream_bibtex


def parsed(text: str) -> BibliographyData:
    """The records, read in strict mode: every oddity is an error."""
    pybtex.errors.set_strict_mode(True)
    return parse_string(text, "bibtex")


def record(catalog: Catalog, id_: str) -> Entry:
    return parsed("".join(stream_bibtex([catalog.entries[id_]], catalog))).entries[id_]


def test_a_processor_accepts_all_records(catalog: Catalog) -> None:
    found = parsed("".join(stream_bibtex(catalog, catalog)))
    assert list(found.entries) == list(catalog.entries)
    style = find_plugin("pybtex.style.formatting", "plain")()
    backend = find_plugin("pybtex.backends", "text")()
    lines = [entry.text.render(backend) for entry in style.format_entries(found.entries.values())]
    assert len(lines) == len(found.entries)
    assert any("Ada Example, Ben Sample, Chloé Beispiel, and Dmitri Primer" in line for line in lines)


def test_conference_paper(catalog: Catalog) -> None:
    found = record(catalog, "example2024imagetalk")
    assert found.type == "inproceedings"
    assert found.fields["title"] == "{ImageTalk}: Conversations about Invented Radiographs"
    assert found.fields["booktitle"]
    assert (found.fields["year"], found.fields["doi"]) == ("2024", "10.9999/exconf.2024.1")
    assert (found.fields["eprint"], found.fields["archivePrefix"]) == ("2401.00001", "arXiv")
    # The date is that of the preprint; the DOI says where it is.
    assert "month" not in found.fields
    assert "url" not in found.fields
    assert [str(person) for person in found.persons["author"]][2] == "Beispiel, Chlo{\\'{e}}"


def test_journal_article_has_the_year_of_the_journal(catalog: Catalog) -> None:
    found = record(catalog, "beispiel2022seeing")
    assert found.type == "article"
    assert (found.fields["journal"], found.fields["year"]) == ("Journal of Examples", "2023")


def test_publication_without_a_preprint_has_its_month(catalog: Catalog) -> None:
    assert record(catalog, "muster2021wrong").fields["month"] == "July"


def test_preprint(catalog: Catalog) -> None:
    found = record(catalog, "primer2024wordpix")
    assert found.type == "misc"
    assert found.fields["url"] == "https://arxiv.org/abs/2403.00003"
    assert (found.fields["year"], found.fields["month"]) == ("2024", "March")
    assert "howpublished" not in found.fields


def test_work_without_authors_is_sorted_by_its_key(catalog: Catalog) -> None:
    found = record(catalog, "filmkit")
    assert (found.type, found.fields["key"]) == ("misc", "FilmKit")


def test_unnamed_authors(catalog: Catalog) -> None:
    entry = catalog.entries["primer2024wordpix"].model_copy(update={"authors": ("Ada Example", "others")})
    assert "author = {Example, Ada and others}" in "".join(stream_bibtex([entry], catalog))


def test_names(catalog: Catalog) -> None:
    names = ("Jeroen van der Laak", "Blaise Agüera y Arcas", "Ann Example III", "The A&B Team")
    entry = catalog.entries["primer2024wordpix"].model_copy(update={"authors": names})
    people = parsed("".join(stream_bibtex([entry], catalog))).entries[entry.id].persons["author"]
    assert people[0].prelast_names == ["van", "der"]
    assert people[1].last_names == [r"{Ag{\"{u}}era y Arcas}"]
    assert people[2].lineage_names == ["III"]
    assert people[3].last_names == [r"{The A\&B Team}"]


def test_a_backslash_in_an_address_is_no_command(catalog: Catalog) -> None:
    entry = catalog.entries["muster2021wrong"].model_copy(update={"doi": r"10.9999/\input"})
    assert "doi = {10.9999/%5Cinput}" in "".join(stream_bibtex([entry], catalog))


def test_hostile_text_stays_in_its_field(hostile: Catalog) -> None:
    found = parsed("".join(stream_bibtex(hostile, hostile)) + "@misc{after, title = {x}}")
    assert list(found.entries) == ["hostile", "after"]
    assert set(found.entries["hostile"].fields) == {
        "title", "year", "month", "eprint", "archivePrefix", "url",
    }  # fmt: skip
    assert len(found.entries["hostile"].persons["author"]) == 2


def test_volume_number_and_pages_of_an_article(catalog: Catalog) -> None:
    fields = record(catalog, "beispiel2022seeing").fields
    assert (fields["volume"], fields["number"], fields["pages"]) == ("8", "2", "123--145")


def test_a_paper_of_a_conference_is_in_its_volume_of_proceedings(catalog: Catalog) -> None:
    fields = record(catalog, "example2024imagetalk").fields
    assert fields["booktitle"] == "Proceedings of the 32nd Example Conference on Examples"
    assert (fields["series"], fields["volume"]) == ("Examples in Print", "24")
    # The volume of the main track is not that of the workshops.
    assert record(catalog, "sample2023wordpix").fields["booktitle"] == (
        "Example Conference on Examples, Workshop"
    )


def test_the_volume_of_the_entry_comes_first_and_leaves_out_its_number(catalog: Catalog) -> None:
    changes = {"volume": "9", "number": "1", "pages": "e7"}
    entry = catalog.entries["example2024imagetalk"].model_copy(update=changes)
    fields = parsed("".join(stream_bibtex([entry], catalog))).entries[entry.id].fields
    assert (fields["volume"], fields["pages"], "number" in fields) == ("9", "e7", False)
