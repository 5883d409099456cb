"""`entries.json` has every entry with all its fields, labels and addresses."""

import json
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.outputs.data.json_data import ENTRIES_VERSION, stream_entries_json
from generator.settings import Settings
from generator.views.numbers.printed_numbers import list_printed_numbers

ADDED = ("scope", "labels", "urls", "license_classes", "link_labels")


def records(catalog: Catalog, settings: Settings) -> dict[str, dict[str, Any]]:
    found = json.loads("".join(stream_entries_json(catalog, catalog, settings)))
    assert (found["version"], found["name"]) == (ENTRIES_VERSION, settings.name)
    return {record["id"]: record for record in found["entries"]}


def test_entries_read_back(catalog: Catalog, settings: Settings) -> None:
    found = records(catalog, settings)
    assert list(found) == list(catalog.entries)
    for record in found.values():
        own = {key: value for key, value in record.items() if key not in ADDED}
        printed = [Result.model_validate(number | {"text": ""}) for number in own.pop("results", [])]
        entry = catalog.entries[record["id"]]
        assert Entry.model_validate(own) == entry.model_copy(update={"results": ()})
        expanded = [one.result for one in list_printed_numbers(entry, catalog)]
        assert printed == [
            result.model_copy(update={"text": "", "notes": (), "keys": ()}) for result in expanded
        ]


def test_a_tiny_result_keeps_its_digits(catalog: Catalog, settings: Settings) -> None:
    source = next(entry for entry in catalog if entry.results)
    rows = [{"model": "Net", "values": ["0.00001"]}]
    table = {"benchmark": "Films", "metric": "accuracy", "rows": rows}
    entry = Entry.model_validate(source.model_dump(exclude_defaults=True) | {"results": [table]})
    text = "".join(stream_entries_json([entry], Catalog({entry.id: entry}), settings))
    assert '"value":0.00001' in text


def test_labels(catalog: Catalog, settings: Settings) -> None:
    labels = records(catalog, settings)["example2024imagetalk"]["labels"]
    assert labels["modalities"]["ct"] == catalog.label("modalities", "ct")
    assert labels["kinds"] == {"model": catalog.label("kinds", "model")}


def test_licenses_have_their_class(catalog: Catalog, settings: Settings) -> None:
    found = records(catalog, settings)
    classes = {"code": "commercial", "weights": "non-commercial", "data": "commercial"}
    assert found["example2024imagetalk"]["license_classes"] == classes
    assert "license_classes" not in found["lost-notes"]


def test_counts_are_numbers_where_they_are_exact(catalog: Catalog, settings: Settings) -> None:
    found = records(catalog, settings)
    assert found["tiny-films"]["dataset"]["counts"] == {"images": 9000, "reports": 9000}
    assert found["muster2023askfilm"]["dataset"]["counts"] == {"questions": "~4K"}
    assert found["muster2023askfilm"]["labels"]["counts"] == {"questions": "Questions"}


def test_urls(catalog: Catalog, settings: Settings) -> None:
    urls = records(catalog, settings)["muster2023askfilm"]["urls"]
    assert urls["page"] == "https://list.example.org/imaging/papers/muster2023askfilm/"
    assert urls["main"] == urls["arxiv"] == "https://arxiv.org/abs/2311.00004"
    homeless = records(catalog, Settings("List"))["lost-notes"]["urls"]
    assert homeless == {"page": "papers/lost-notes/", "bibtex": "papers/lost-notes/cite.bib"}


def test_hostile_text_is_a_value(hostile_text: str, hostile: Catalog, settings: Settings) -> None:
    assert records(hostile, settings)["hostile"]["note"] == hostile_text
