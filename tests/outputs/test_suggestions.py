"""What the search fields suggest, as their scripts get it."""

import gzip
import json
from typing import Any

from generator.catalog.catalog import Catalog
from generator.outputs.suggestions import SUGGESTIONS, render_suggestions
from tests.made_up import make_catalog, make_entry
from tests.whole import load_whole


def rendered(catalog: Catalog) -> tuple[dict[str, Any], list[list[str]]]:
    """The names, and the titles that they lead to."""
    files = render_suggestions(catalog)
    names = json.loads(files[SUGGESTIONS])
    return names, json.loads(files[names["titles"]])


def labels(catalog: Catalog, group: str, hint: str | None = None) -> list[str]:
    names, _ = rendered(catalog)
    found = [
        names
        for names in names["lists"]
        if names["group"] == group and (not hint or names.get("hint") == hint)
    ]
    return [label for names in found for label in names["labels"]]


def test_every_work_is_suggested_by_name_and_title(catalog: Catalog) -> None:
    names, titles = rendered(catalog)
    works = names["lists"][:2]
    assert [found["group"] for found in works] == ["work", "data"]
    assert {id_ for found in works for id_ in found["slugs"]} == set(catalog.entries)
    for found, own in zip(works, titles, strict=True):
        assert own == [catalog.entries[id_].title for id_ in found["slugs"]]
        assert found["labels"] == [catalog.entries[id_].name or "" for id_ in found["slugs"]]


def test_columns_of_a_list_are_equally_long(catalog: Catalog) -> None:
    for found in rendered(catalog)[0]["lists"]:
        columns = [value for value in found.values() if isinstance(value, list)]
        assert {len(column) for column in columns} == {len(found["labels"])}


def test_terms_are_those_that_filter_something(catalog: Catalog) -> None:
    found = make_catalog(catalog, [make_entry("a", tasks=["vqa"], date="2024-01-01")])
    assert labels(found, "term", "Task") == ["Visual question answering"]
    assert labels(found, "term", "Modality") == []
    assert labels(found, "term", "Year") == ["2024"]


def test_an_author_is_suggested_once_there_is_a_page(catalog: Catalog) -> None:
    entries = [make_entry("a", authors=["Ada Li", "Bo Ek"]), make_entry("b", authors=["Ada Li"])]
    assert labels(make_catalog(catalog, entries), "author") == ["Ada Li"]


def test_a_name_without_an_entry_is_suggested_from_two_uses_on(catalog: Catalog) -> None:
    entries = [
        make_entry("a", keywords=["odd", "shared"], uses={"trained_on": ["Toy Set", "b"]}),
        make_entry("b", name="Bee", keywords=["shared"], uses={"evaluated_on": ["Toy Set"]}),
        make_entry("c", uses={"trained_on": ["b"]}, model={"image_encoder": "EyeNet"}),
        make_entry("d", model={"image_encoder": "EyeNet", "base": "Ground Model"}),
    ]
    found = make_catalog(catalog, entries)
    assert labels(found, "term", "Keyword") == ["shared"]
    assert labels(found, "data", "Dataset used") == ["Toy Set"]
    assert labels(found, "model") == ["Ground Model", "EyeNet"]


def test_texts_of_entries_are_only_data(hostile: Catalog) -> None:
    names, titles = rendered(hostile)
    entry = hostile.entries["hostile"]
    assert names["lists"][1]["labels"] == [entry.name]
    assert [entry.title] in titles


def test_the_files_are_small() -> None:
    files = render_suggestions(load_whole())
    names, titles = (len(gzip.compress(text.encode())) for text in files.values())
    assert names < 60_000
    assert titles < 45_000
