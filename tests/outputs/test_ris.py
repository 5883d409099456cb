"""RIS reads back with the values of the entry."""

import rispy

from generator.catalog.catalog import Catalog
from generator.outputs.data.ris import stream_ris


def test_all_read_back(catalog: Catalog) -> None:
    found = {record["id"]: record for record in rispy.loads("".join(stream_ris(catalog, catalog)))}
    assert list(found) == list(catalog.entries)
    assert {record["type_of_reference"] for record in found.values()} == {
        "JOUR",
        "CONF",
        "UNPB",
        "DATA",
        "GEN",
    }
    talk = found["example2024imagetalk"]
    assert talk["authors"] == ["Example, Ada", "Sample, Ben", "Beispiel, Chloé", "Primer, Dmitri"]
    assert (talk["year"], talk["date"], talk["doi"]) == ("2024", "2024///", "10.9999/exconf.2024.1")
    assert (talk["accession_number"], talk["custom3"]) == ("arXiv:2401.00001", talk["secondary_title"])
    assert "dialogue" in talk["keywords"]
    assert found["primer2024wordpix"]["publisher"] == "arXiv"
    assert found["placeholder2024questions"]["date"] == "2024/05/05/"
    assert "year" not in found["lost-notes"]


def test_suffix_follows_the_first_name(catalog: Catalog) -> None:
    entry = catalog.entries["filmkit"].model_copy(update={"authors": ("Ann Example III", "others")})
    assert rispy.loads("".join(stream_ris([entry], catalog)))[0]["authors"] == ["Example, Ann, III"]


def test_hostile_text_stays_on_its_line(hostile_text: str, hostile: Catalog) -> None:
    (found,) = rispy.loads("".join(stream_ris(hostile, hostile)))
    assert (
        found["title"] == f"A {' '.join(hostile_text.replace(chr(7), '').replace(chr(0), '').split())} title"
    )
    assert len(found["authors"]) == 2
    assert "unknown_tag" not in found


def test_volume_number_and_pages(catalog: Catalog) -> None:
    (found,) = rispy.loads("".join(stream_ris([catalog.entries["beispiel2022seeing"]], catalog)))
    assert (found["volume"], found["number"]) == ("8", "2")
    assert (found["start_page"], found["end_page"]) == ("123", "145")
