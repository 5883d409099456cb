"""CSV: one row for each entry, and no cell that a spreadsheet would run."""

import csv
import io

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs.data.csv_data import CSV_COLUMNS, stream_entries_csv


def read_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_each_entry_is_a_row(catalog: Catalog) -> None:
    found = {row["id"]: row for row in read_rows("".join(stream_entries_csv(catalog, catalog)))}
    assert list(found) == list(catalog.entries)
    talk = found["example2024imagetalk"]
    assert list(talk) == list(CSV_COLUMNS)
    assert talk["authors"] == "Ada Example; Ben Sample; Chloé Beispiel; Dmitri Primer"
    assert (talk["venue"], talk["venue_year"], talk["track"]) == ("ExConf", "2024", "main")
    assert talk["link_code"].count("https://") == 2
    assert (talk["url"], talk["highlight"]) == ("https://arxiv.org/abs/2401.00001", "yes")
    assert (talk["model_domain"], talk["license_weights"]) == ("broad", "CC-BY-NC-4.0")
    assert (talk["license_weights_class"], talk["license_code_class"]) == ("non-commercial", "commercial")
    assert (talk["model_parameters"], talk["model_trained_parameters"]) == ("7.1B", "20M")
    assert talk["training"] == "instruction-tuning; parameter-efficient"
    assert found["tiny-films"]["dataset_counts"] == "images: 9000; reports: 9000"
    assert talk["trained_on"] == "tiny-films; Plain Films"
    assert found["muster2023askfilm"]["dataset_access"] == "open"
    assert found["lost-notes"]["venue"] == found["lost-notes"]["highlight"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(catalog: Catalog, start: str) -> None:
    entry = catalog.entries["filmkit"].model_copy(update={"title": f"{start}1+1", "name": "1=1"})
    (row,) = read_rows("".join(stream_entries_csv([entry], catalog)))
    assert row["title"] == f"'{start}1+1"
    assert row["name"] == "1=1"


def test_hostile_text_is_one_cell(hostile_text: str, hostile: Catalog) -> None:
    (row,) = read_rows("".join(stream_entries_csv(hostile, hostile)))
    assert row["note"].removeprefix("'") == hostile_text
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert row["added"] == "2024-05-06"
