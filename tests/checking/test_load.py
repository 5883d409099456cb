"""Loading a folder of entries: the valid values of an invalid entry are there, and nothing is raised."""

import gc
import io
import os
import weakref
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checking.check import check
from generator.checking.load import load
from generator.entry.model import Entry
from tests.entry.test_validation_messages import VALUES
from tests.refusing import refuse_folder


def write(root: Path, name: str, text: str) -> Path:
    file = root / "entries" / "2024" / name
    file.write_text(text, "utf-8")
    return file


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in load(root).problems]


def test_entries_are_in_the_order_of_their_ids(root: Path) -> None:
    catalog = load(root).catalog
    assert list(catalog.entries) == sorted(catalog.entries)
    assert catalog.paths["tiny-films"] == "entries/undated/tiny-films.yaml"


def test_what_only_a_check_needs_is_freed_without_a_search_for_garbage(root: Path) -> None:
    gc.collect()
    gc.disable()
    try:
        loaded = load(root)
        of_check = weakref.ref(loaded.catalog)
        kept = loaded.catalog.drop_sources()
        del loaded
        assert of_check() is None
    finally:
        gc.enable()
    assert kept.entries["tiny-films"].title


def test_the_valid_values_of_an_invalid_entry_are_loaded(root: Path) -> None:
    write(
        root,
        "half.yaml",
        "title: Half\nauthors: [Ada Example, 3]\nvenue: {name: ExConf, year: soon}\nlinks: {code: x}\n",
    )
    loaded = load(root)
    entry = loaded.catalog.entries["half"]
    assert (entry.title, entry.authors, entry.venue, entry.links.code) == ("Half", ("Ada Example",), None, ())


def test_the_path_to_an_item_is_that_in_the_file(root: Path) -> None:
    write(root, "half.yaml", "title: Half\nauthors: [3, Ada Example, 4, Ben Sample]\n")
    loaded = load(root)
    assert loaded.find_keys_in_file("half", ("authors", 1)) == ("authors", 3)
    assert loaded.find_keys_in_file("half", ("kind",)) is None


def test_two_files_with_one_id_are_reported_even_if_one_cannot_be_read(root: Path) -> None:
    write(root, "tiny-films.yaml", 'title: "open')
    assert problems(root) == [
        "entries/2024/tiny-films.yaml:1:8: error: this quote is never closed [yaml-syntax]",
        "entries/undated/tiny-films.yaml:1:1: error: "
        "entries/2024/tiny-films.yaml has the same id: rename one [unique-id]",
    ]


def test_a_file_of_another_type_is_reported(root: Path) -> None:
    text = (root / "entries" / "2022" / "filmkit.yaml").read_text("utf-8")
    for name in ("study.yaml.txt", "study", "study.YAML", ".gitkeep"):
        write(root, name, "")
    write(root, "short.yml", text.replace("FilmKit", "Short"))
    (root / "entries" / "LICENSE").write_text("CC0-1.0", "utf-8")
    (root / "entries" / "linked").symlink_to(root / "entries" / "2022")
    assert problems(root) == [
        "entries/2024/short.yml:1:1: error: entry files end in `.yaml`: rename it [file-name]",
        "entries/2024/study:1:1: error: not an entry: entry files end in `.yaml` [file-name]",
        "entries/2024/study.YAML:1:1: error: not an entry: entry files end in `.yaml` [file-name]",
        "entries/2024/study.yaml.txt:1:1: error: not an entry: entry files end in `.yaml` [file-name]",
        "entries/linked:1:1: error: a link: links are not followed, so move the folder itself here "
        "[folder-access]",
    ]


def test_a_list_without_vocabularies_or_entries_is_loaded(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert (list(loaded.catalog), loaded.problems) == ([], [])


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from([*Entry.model_fields, "unknown"]), VALUES, max_size=8))
def test_any_mapping_is_loaded_as_an_entry(tmp_path: Path, data: dict[str, Any]) -> None:
    file = tmp_path / "entries" / "2024" / "any.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(data, allow_unicode=False), "utf-8")
    loaded = load(tmp_path)
    assert "any" in loaded.catalog.entries or loaded.problems
    for problem in loaded.problems:
        assert problem.path == "entries/2024/any.yaml" or "the file is missing" in problem.message


def test_a_file_name_that_is_not_valid_text_is_reported(root: Path) -> None:
    name = os.fsencode(root / "entries" / "2024") + b"/\xff.yaml"
    Path(os.fsdecode(name)).write_text("title: Half\nkind: [3]\n", "utf-8")
    (found,) = check(root).problems
    assert found.rule == "file-name"
    assert "�" in str(found)


def test_temporary_files_of_editors_are_ignored(root: Path) -> None:
    for name in (".half.yaml.swp", "half.yaml~", "#half.yaml#"):
        write(root, name, "x")
    (root / "entries" / "2024" / ".#half.yaml").symlink_to("nowhere")
    for name in (".kinds.yaml.swp", "kinds.yaml~"):
        (root / "entries" / "_vocabulary" / name).write_text("x", "utf-8")
    assert check(root).problems == []


@pytest.mark.parametrize("path", ["entries/2024/mine.yaml", "entries/_vocabulary/tasks.yaml"])
@pytest.mark.parametrize("is_known", [False, True])
def test_a_file_without_permission_to_read_is_reported(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str, is_known: bool
) -> None:
    opened = io.open

    def refuse(file: Any, *arguments: Any, **options: Any) -> Any:
        if str(file) == str(root / path):
            raise PermissionError(13, "Permission denied")
        return opened(file, *arguments, **options)

    write(root, "mine.yaml", "title: Mine\n")
    if is_known:
        check(root)
        (root / path).touch()
    monkeypatch.setattr(io, "open", refuse)  # root may read any file, whatever its permissions
    assert f"{path}:1:1: error: cannot be read: Permission denied [yaml-file]" in problems(root)


@pytest.mark.parametrize("path", ["entries", "entries/2022", "entries/_vocabulary"])
def test_a_folder_without_permission_to_read_is_reported(
    root: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    refuse_folder(monkeypatch, root / path)
    message = "cannot be read (Permission denied): make it readable, as nothing in it is known"
    assert f"{path}:1:1: error: {message} [folder-access]" in problems(root)
