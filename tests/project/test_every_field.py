"""Every field of an entry, nested ones too, is in the outputs, or in a list of exceptions with its reason.

A field is in an output if the output changes with it: the entry `full` has every field, and is
written once as it is and once with another value, or none, in the field.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.entry.model import Entry, Part
from generator.entry.validation_messages import model_in
from generator.outputs import browse_data
from generator.outputs.data import render_data_files
from generator.outputs.site import entry as entry_page
from generator.outputs.site.contribute import FIELD_GROUPS, FIELDS_LEFT_OUT
from generator.settings import Settings
from generator.yamlfiles import reading
from tests.paths import DATA, GOLDEN

Way = tuple[str, ...]
SETTINGS = Settings("Awesome List", site_url="https://list.example.org")

NOT_IN: dict[str, dict[str, str]] = {
    "JSON": {},
    "CSV": {
        "results": "numbers have a table of their own, data/results.csv",
        "settings": "a number in data/results.csv has the label of its setting",
        "news": "dated sentences do not fit a cell",
        "distinct_from": "it is for the check alone",
        "formerly": "addresses with it lead to the entry",
    },
    "browse row": {
        "results": "they are on the entry's page and on those of the benchmarks",
        "settings": "a label is where a number has the setting",
        "news": "it is on the entry's page",
        "distinct_from": "it is for the check alone",
        "formerly": "addresses with it lead to the entry",
        "note": "it is on the entry's page",
        "code_status": "it is on the entry's page",
        "uses": "works are found by their own pages",
        "model.image_encoder": "it is in the table of models",
        "model.text_encoder": "it is in the table of models",
        "model.language_model": "it is in the table of models",
        "model.parameters": "it is in the table of models",
        "model.trained_parameters": "it is in the table of models",
        "model.training_data": "it is in the table of models",
        "dataset.counts": "they are in the table of datasets",
        "dataset.size": "it is in the table of datasets",
        "dataset.classes": "it is in the table of datasets",
        "dataset.built_from": "works are found by their own pages",
    },
    "entry page": {
        "distinct_from": "it is for the check alone",
        "formerly": "addresses with it lead to the entry",
        "settings": "a label is where a number has the setting",
        "results.rows.own": "the name of the model says whose number it is",
    },
    "form": {
        "results": "they come later in an entry's life",
        "settings": "they come with the first numbers",
        "news": "it comes later in an entry's life",
        "status": "it comes later in an entry's life",
        "formerly": "it comes later in an entry's life",
        "highlight": "maintainers set it",
        "added": "the page fills it in",
    },
}
"""By output the fields that are not in it, and why; a field stands for those in it."""


def leaves(model: type[Part], above: Way = ()) -> Iterator[Way]:
    """The path of every field that is no mapping; an item of a list is not a step of it."""
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        if inner and issubclass(inner, Part):
            yield from leaves(inner, (*above, name))
        elif (*above, name) != ("id",):
            yield *above, name


LEAVES = [*leaves(Entry)]


def merged(one: Any, other: Any) -> Any:
    """`one` with what only `other` has, in mappings below it too; lists of mappings are joined."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: merged(one.get(key), other.get(key)) for key in {**one, **other}}
    if isinstance(one, list) and isinstance(other, list) and isinstance(one[0], dict):
        return one + other
    return other if one is None else one


@cache
def made_up() -> tuple[Catalog, dict[str, Any]]:
    """The made-up list, and the data of an entry that has all that any of its entries has."""
    catalog = load(DATA / "catalog").catalog
    full: dict[str, Any] = {}
    for id_, path in catalog.paths.items():
        data = reading.read(DATA / "catalog" / path, path).data
        full = merged(data, full) if id_ == "example2024imagetalk" else merged(full, data)
    return catalog, {**full, "id": "full2024entry"}


def changed(data: dict[str, Any], way: Way) -> Iterator[dict[str, Any]]:
    """`data` without the value at `way`, then with other values there."""
    for value in (None, "Another one", "2020-02-03", "withdrawn", *terms(), 1, 2020, 0.5, ["Another one"]):
        other = deepcopy(data)
        put(other, way, value)
        yield other


@cache
def terms() -> list[str]:
    """The last term of each vocabulary."""
    catalog, _ = made_up()
    return [words.written([*words][-1]) for words in catalog.vocabularies.values() if [*words]]


def put(data: Any, way: Way, value: Any) -> None:
    """Write `value` at `way`, in every item of a list; None deletes what is there."""
    if isinstance(data, list):
        for item in data:
            put(item, way, value)
    elif not isinstance(data, dict):  # a number that is no mapping, in a row of results
        return
    elif len(way) > 1:
        put(data.get(way[0], {}), way[1:], value)
    elif value is None:
        data.pop(way[0], None)
    else:
        data[way[0]] = value


def entry_of(data: dict[str, Any]) -> Entry | None:
    try:
        return Entry.model_validate(data)
    except ValidationError:
        return None


def written(entry: Entry) -> dict[str, str]:
    """The outputs of `entry`, alone in its list."""
    catalog, _ = made_up()
    own = Catalog({entry.id: entry}, catalog.vocabularies, {entry.id: "entries/x.yaml"})
    texts = dict(render_data_files(own, SETTINGS))
    (page,) = entry_page.pages(own, SETTINGS)
    return {
        "JSON": texts["data/entries.json"],
        "CSV": texts["data/entries.csv"],
        "browse row": json.dumps(browse_data.render_chunks(own)),
        "entry page": page.body.partition('<h2 id="cite">')[0] + page.body.rpartition('<p class="foot">')[2],
    }


def is_in(output: str, way: Way) -> bool:
    """Whether `output` changes with the field at `way`."""
    _, full = made_up()
    others = (entry for data in changed(full, way) if (entry := entry_of(data)))
    return any(written(entry)[output] != full_outputs()[output] for entry in others)


@cache
def full_outputs() -> dict[str, str]:
    """The outputs of the entry with every field."""
    return written(Entry.model_validate(made_up()[1]))


def is_excepted(output: str, way: Way) -> bool:
    return any(".".join(way[:length]) in NOT_IN[output] for length in range(1, len(way) + 1))


def name(way: Way) -> str:
    return ".".join(way)


def test_the_full_entry_has_every_field() -> None:
    _, full = made_up()
    Entry.model_validate(full)

    def has(data: Any, way: Way) -> bool:
        if isinstance(data, list):
            return any(has(item, way) for item in data)
        return not way or (isinstance(data, dict) and way[0] in data and has(data[way[0]], way[1:]))

    assert [name(way) for way in LEAVES if not has(full, way)] == []


@pytest.mark.parametrize("way", LEAVES, ids=name)
@pytest.mark.parametrize("output", ["JSON", "CSV", "browse row", "entry page"])
def test_a_field_is_in_an_output_or_excepted_with_a_reason(output: str, way: Way) -> None:
    assert is_in(output, way) != is_excepted(output, way)


def test_a_field_is_in_the_form_or_excepted_with_a_reason() -> None:
    asked = {tuple(field.path.split(".")) for group in FIELD_GROUPS for field in group.fields}
    assert [name(way) for way in LEAVES if (way in asked) == is_excepted("form", way)] == []
    assert {*NOT_IN["form"], "id"} == {*FIELDS_LEFT_OUT}


def test_every_exception_is_a_field() -> None:
    known = {name(way[:length]) for way in LEAVES for length in range(1, len(way) + 1)}
    assert {field for reasons in NOT_IN.values() for field in reasons} <= known


@pytest.mark.parametrize(
    ("path", "file"),
    [("data/entries.json", "entries.json"), ("data/entries.csv", "entries.csv")],
)
def test_the_open_data_of_the_made_up_list_is_as_it_was(
    path: str, file: str, settings: Settings, golden: Callable[[Path, str], None]
) -> None:
    catalog, _ = made_up()
    golden(GOLDEN / "data" / file, dict(render_data_files(catalog, settings))[path].replace("\r\n", "\n"))


def test_the_browse_data_of_the_made_up_list_is_as_it_was(golden: Callable[[Path, str], None]) -> None:
    catalog, _ = made_up()
    (text,) = browse_data.render_chunks(catalog).values()
    golden(GOLDEN / "data" / "browse.json", json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n")
