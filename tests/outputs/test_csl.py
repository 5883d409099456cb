"""A citation processor accepts the CSL-JSON."""

import json

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from generator.catalog.catalog import Catalog
from generator.outputs.data.csl import stream_csl


def test_a_processor_accepts_all_items(catalog: Catalog) -> None:
    items = json.loads("".join(stream_csl(catalog, catalog)))
    assert [item["id"] for item in items] == list(catalog.entries)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]
    assert len(lines) == len(items)
    assert any("Seeing and Saying" in line and "Journal of Examples" in line for line in lines)


def test_item(catalog: Catalog) -> None:
    (found,) = json.loads("".join(stream_csl([catalog.entries["example2024imagetalk"]], catalog)))
    assert found["type"] == "paper-conference"
    assert found["container-title"]
    assert found["issued"] == {"date-parts": [[2024]]}
    assert found["author"][2] == {"family": "Beispiel", "given": "Chloé"}
    assert (found["DOI"], found["number"]) == ("10.9999/exconf.2024.1", "arXiv:2401.00001")


def test_types(catalog: Catalog) -> None:
    types = {item["id"]: item["type"] for item in json.loads("".join(stream_csl(catalog, catalog)))}
    assert types["muster2021wrong"] == "article-journal"
    assert types["primer2024wordpix"] == "article"
    assert types["tiny-films"] == "dataset"
    assert types["filmkit"] == "document"


def test_names(catalog: Catalog) -> None:
    names = ("Jeroen van der Laak", "Ann Example III", "OpenExample", "others")
    entry = catalog.entries["filmkit"].model_copy(update={"authors": names})
    assert json.loads("".join(stream_csl([entry], catalog)))[0]["author"] == [
        {"family": "Laak", "given": "Jeroen", "non-dropping-particle": "van der"},
        {"family": "Example", "given": "Ann", "suffix": "III"},
        {"literal": "OpenExample"},
        {"literal": "others"},
    ]


def test_hostile_text_is_a_value(hostile: Catalog) -> None:
    (found,) = json.loads("".join(stream_csl(hostile, hostile)))
    assert len(found["author"]) == 2
    assert found["title"].startswith("A ")


def test_volume_number_and_pages(catalog: Catalog) -> None:
    (found,) = json.loads("".join(stream_csl([catalog.entries["beispiel2022seeing"]], catalog)))
    assert (found["volume"], found["issue"], found["page"]) == ("8", "2", "123-145")
