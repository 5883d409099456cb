"""The open data as files: all are written, complete and equal each time."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalog.catalog import Catalog
from generator.cli import main
from generator.outputs.data import stream_data_files
from generator.settings import Settings
from generator.views.facets import FACETS
from generator.write import write_file
from tests.data_files import render_data_files
from tests.made_up import HOMELESS
from tests.paths import GOLDEN, PROJECT


def test_paths(catalog: Catalog, settings: Settings) -> None:
    found = [path for path, _ in stream_data_files(catalog, settings)]
    assert len(set(found)) == len(found)
    whole = ("entries.json", "entries.schema.json", "entries.csv", "entries.bib", "entries.ris", "csl.json")
    assert {f"data/{name}" for name in (*whole, "feed.xml")} <= set(found)
    assert {"data/section/models.bib", "data/task/vqa.xml", "data/modality/xray.bib"} <= set(found)
    assert {f"papers/{id_}/cite.{kind}" for id_ in catalog.entries for kind in ("bib", "ris", "json")} <= set(
        found
    )


WHOLE = [path for path, _ in stream_data_files(Catalog({}, {}, {}), HOMELESS) if path.count("/") == 1]
"""The files of the whole list."""

NOT_GOLDEN = {
    "data/entry.schema.json": "it repeats the model; test_schema judges entries by it",
    "data/entries.schema.json": "it repeats the model; test_schema judges entries.json by it",
    "data/results.schema.json": "it repeats the model; test_results_data judges results.json by it",
}
"""The files without a golden file, with the reason."""


@pytest.mark.parametrize("path", [path for path in WHOLE if path not in NOT_GOLDEN])
def test_the_open_data_of_the_made_up_list_is_unchanged(
    path: str, catalog: Catalog, settings: Settings, golden: Callable[[Path, str], None]
) -> None:
    """A new file needs a golden one: `pytest --update-golden` writes it."""
    golden(GOLDEN / path, render_data_files(catalog, settings)[path].replace("\r\n", "\n"))


def test_a_group_includes_the_entries_of_narrower_terms(catalog: Catalog, settings: Settings) -> None:
    texts = render_data_files(catalog, settings)
    assert "@misc{muster2023askfilm," in texts["data/modality/xray.bib"]


def test_export(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "out"
    assert main(["--root", str(root), "export", str(folder)]) == 0
    assert str(folder) in capsys.readouterr().out
    first = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert Path("data/entries.json") in first
    assert main(["--root", str(root), "export", str(folder)]) == 0
    second = {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert first == second


def test_nothing_is_exported_from_entries_with_errors(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "entries/2024/faulty.yaml").write_text("title: [", "utf-8")
    assert main(["--root", str(root), "export", str(tmp_path / "out")]) == 1
    assert "faulty.yaml" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_schema(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["properties"]["title"]


def test_write_leaves_nothing_behind_where_it_fails(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path / "taken", "text")
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_each_file_of_the_whole_list_is_documented_with_an_example() -> None:
    page = (PROJECT / "site_docs/about/api.md").read_text("utf-8")
    wanted = {path: (f"[{path}](../{path})", f'"$SITE/{path}"') for path in WHOLE}
    missing = {path: [part for part in parts if part not in page] for path, parts in wanted.items()}
    assert {path: parts for path, parts in missing.items() if parts} == {}
    assert {*re.findall(r"\]\(\.\./(data/[\w.]+)\)", page)} == {*WHOLE}


def test_the_facets_with_files_are_documented() -> None:
    page = (PROJECT / "site_docs/about/api.md").read_text("utf-8")
    folders = {f"`data/{facet.name}/…`" for facet in FACETS if facet.has_files}
    assert {folder for folder in folders if folder not in page} == set()
