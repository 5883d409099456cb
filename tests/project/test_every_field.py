"""Every field of an entry, nested ones too, is in the outputs, or in a list of exceptions with its reason.

A field is in an output if the output changes with it: an entry with every field is written once as
it is, and once with another value, or none, in the field.
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
from generator.entry.model import Entry
from generator.entry.model_fields import find_model_in
from generator.entry.part import EntryPart
from generator.outputs import browse_data
from generator.outputs.data.csv_data import stream_entries_csv
from generator.outputs.data.json_data import stream_entries_json
from generator.outputs.plain import entry as entry_twin
from generator.outputs.site import entry as entry_page
from generator.outputs.site.contribute.fields import FIELD_GROUPS, FIELDS_LEFT_OUT, PASTED_FIELDS
from generator.settings import Settings
from generator.yamlfiles import reading
from tests.made_up import load_made_up
from tests.paths import DATA, GOLDEN

FieldPath = tuple[str, ...]
SETTINGS = Settings("Awesome List", site_url="https://list.example.org")

NOT_IN: dict[str, dict[str, str]] = {
    "JSON": {},
    "CSV": {
        "results": "numbers have a table of their own, data/results.csv",
        "settings": "a number in data/results.csv has the label of its setting",
        "settings_by_task": "the index of results groups benchmarks by it",
        "news": "dated sentences do not fit a cell",
        "distinct_from": "only the check uses it",
        "formerly": "addresses with it lead to the entry",
    },
    "browse row": {
        "results": "they are on the entry's page and on those of the benchmarks",
        "settings": "labels are shown with the numbers that have the setting",
        "settings_by_task": "the index of results groups benchmarks by it",
        "news": "it is on the entry's page",
        "distinct_from": "only the check uses it",
        "formerly": "addresses with it lead to the entry",
        **dict.fromkeys(("volume", "number", "pages"), "they are on the entry's page"),
        "note": "it is on the entry's page",
        "code_status": "it is on the entry's page",
        "model.parameters": "it is in the table of models",
        "model.trained_parameters": "it is in the table of models",
        "dataset.counts": "they are in the table of datasets",
        "dataset.size": "it is in the table of datasets",
        "dataset.classes": "it is in the table of datasets",
    },
    "Markdown twin": {
        "distinct_from": "only the check uses it",
        "formerly": "addresses with it lead to the entry",
        "settings": "labels are shown with the numbers that have the setting",
        "settings_by_task": "the index of results groups benchmarks by it",
        "highlight": "it is a mark for readers of lists",
        "results.rows.own": "the name of the model says whose number it is",
    },
    "entry page": {
        "distinct_from": "only the check uses it",
        "formerly": "addresses with it lead to the entry",
        "settings": "labels are shown with the numbers that have the setting",
        "settings_by_task": "the index of results groups benchmarks by it",
        "results.rows.own": "the name of the model says whose number it is",
    },
    "form": {field: reason for field, reason in FIELDS_LEFT_OUT.items() if field != "id"},
}
"""The fields that are not in an output, with the reason; a field includes those below it."""


def list_leaves(model: type[EntryPart], above: FieldPath = ()) -> Iterator[FieldPath]:
    """The path of every field that is not a mapping; items of lists are not steps of a path."""
    for name, field in model.model_fields.items():
        inner = find_model_in(field.annotation)
        if inner and issubclass(inner, EntryPart):
            yield from list_leaves(inner, (*above, name))
        elif (*above, name) != ("id",):
            yield *above, name


LEAVES = [*list_leaves(Entry)]


def merge(one: Any, other: Any) -> Any:
    """`one` with what only `other` has, also in the mappings below it; lists of mappings are joined."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: merge(one.get(key), other.get(key)) for key in {**one, **other}}
    if isinstance(one, list) and isinstance(other, list) and isinstance(one[0], dict):
        return one + other
    return other if one is None else one


@cache
def made_up() -> tuple[Catalog, dict[str, Any]]:
    """The made-up list, and the data of an entry with every field that any of its entries has."""
    catalog = load_made_up()
    full: dict[str, Any] = {}
    for id_, path in catalog.paths.items():
        data = reading.read_document(DATA / "catalog" / path, path).data
        full = merge(data, full) if id_ == "example2024imagetalk" else merge(full, data)
    return catalog, {**full, "id": "full2024entry"}


def vary(data: dict[str, Any], path: FieldPath) -> Iterator[dict[str, Any]]:
    """`data` without the value at `path`, then with other values there."""
    for value in (None, "Another one", "2020-02-03", "withdrawn", *terms(), 1, 2020, 0.5, ["Another one"]):
        other = deepcopy(data)
        write_at(other, path, value)
        yield other


@cache
def terms() -> list[str]:
    """The last term of each vocabulary."""
    catalog, _ = made_up()
    return [words.entry_value([*words][-1]) for words in catalog.vocabularies.values() if [*words]]


def write_at(data: Any, path: FieldPath, value: Any) -> None:
    """Write `value` at `path`, in every item of a list; None deletes the value."""
    if isinstance(data, list):
        for item in data:
            write_at(item, path, value)
    elif not isinstance(data, dict):  # a number that is no mapping, in a row of results
        return
    elif len(path) > 1:
        write_at(data.get(path[0], {}), path[1:], value)
    elif value is None:
        data.pop(path[0], None)
    else:
        data[path[0]] = value


def entry_of(data: dict[str, Any]) -> Entry | None:
    try:
        return Entry.model_validate(data)
    except ValidationError:
        return None


def render_json(catalog: Catalog) -> str:
    return "".join(stream_entries_json([*catalog], catalog, SETTINGS))


def render_csv(catalog: Catalog) -> str:
    return "".join(stream_entries_csv([*catalog], catalog))


def render_browse_row(catalog: Catalog) -> str:
    return "".join(chunk.text for chunk in browse_data.render_chunks(catalog))


def render_entry_page(catalog: Catalog) -> str:
    """The page without the citation, which repeats many fields."""
    (page,) = entry_page.pages(catalog, SETTINGS)
    return page.body.partition('<h2 id="cite">')[0] + page.body.rpartition('<p class="foot">')[2]


def render_twin(catalog: Catalog) -> str:
    """The twin without the citation, which repeats many fields."""
    (entry,) = catalog
    pieces = entry_twin.render_twin(entry, catalog, SETTINGS)
    return "".join(pieces).partition("## Cite")[0]


OUTPUTS: dict[str, Callable[[Catalog], str]] = {
    "JSON": render_json,
    "CSV": render_csv,
    "browse row": render_browse_row,
    "entry page": render_entry_page,
    "Markdown twin": render_twin,
}


def render_output(output: str, entry: Entry) -> str:
    """The output of `entry`, alone in its list."""
    catalog, _ = made_up()
    return OUTPUTS[output](Catalog({entry.id: entry}, catalog.vocabularies, {entry.id: "entries/x.yaml"}))


def is_in(output: str, path: FieldPath) -> bool:
    """Whether `output` changes with the field at `path`."""
    _, full = made_up()
    others = (entry for data in vary(full, path) if (entry := entry_of(data)))
    return any(render_output(output, entry) != full_output(output) for entry in others)


@cache
def full_output(output: str) -> str:
    """The output of the entry with every field."""
    return render_output(output, Entry.model_validate(made_up()[1]))


def is_excepted(output: str, path: FieldPath) -> bool:
    return any(".".join(path[:length]) in NOT_IN[output] for length in range(1, len(path) + 1))


def name(path: FieldPath) -> str:
    return ".".join(path)


def test_the_full_entry_has_every_field() -> None:
    _, full = made_up()
    Entry.model_validate(full)

    def has(data: Any, path: FieldPath) -> bool:
        if isinstance(data, list):
            return any(has(item, path) for item in data)
        return not path or (isinstance(data, dict) and path[0] in data and has(data[path[0]], path[1:]))

    missing = [name(path) for path in LEAVES if not has(full, path)]
    assert missing == [], "give them to an entry of tests/data/catalog"


@pytest.mark.parametrize("path", LEAVES, ids=name)
@pytest.mark.parametrize("output", OUTPUTS)
def test_a_field_is_in_an_output_or_excepted_with_a_reason(output: str, path: FieldPath) -> None:
    found, excepted = is_in(output, path), is_excepted(output, path)
    assert found or excepted, f"the {output} has no `{name(path)}`: show it, or say in NOT_IN why not"
    assert not (found and excepted), f"the {output} has `{name(path)}`: it is no exception in NOT_IN"


def test_a_field_is_in_the_form_or_excepted_with_a_reason() -> None:
    asked = {tuple(field.path.split(".")) for group in FIELD_GROUPS for field in group.fields}
    known = [path for path in LEAVES if path in asked or path[0] in PASTED_FIELDS]
    wrong = [name(path) for path in LEAVES if (path in known) == is_excepted("form", path)]
    assert wrong == [], "each is either in FIELD_GROUPS or in FIELDS_LEFT_OUT"


def test_every_exception_is_a_field() -> None:
    known = {name(path[:length]) for path in LEAVES for length in range(1, len(path) + 1)}
    assert {field for reasons in NOT_IN.values() for field in reasons} <= known


def test_the_browse_data_of_the_made_up_list_is_unchanged(golden: Callable[[Path, str], None]) -> None:
    catalog, _ = made_up()
    chunk, *_ = browse_data.render_chunks(catalog)
    golden(
        GOLDEN / "data" / "browse.json",
        json.dumps(json.loads(chunk.text), ensure_ascii=False, indent=1) + "\n",
    )
