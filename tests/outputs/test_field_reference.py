"""The table of keys in the guide for contributors agrees with the model."""

from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.field_reference import END, GUIDE, START, render_field_reference, update_guide
from generator.settings import Settings
from tests.paths import PROJECT


def guide(root: Path, text: str) -> Path:
    file = root / GUIDE
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    return root


def test_the_guide_of_this_project_lists_every_key(catalog: Catalog, settings: Settings) -> None:
    current = (PROJECT / GUIDE).read_text("utf-8")
    assert {GUIDE: current} == update_guide(catalog, settings, PROJECT), "run `medvlm build`"


def test_only_what_is_between_the_marks_is_written(
    catalog: Catalog, settings: Settings, tmp_path: Path
) -> None:
    root = guide(tmp_path, f"By hand.\n{START}old\n{END}\nBy hand too.\n")
    expected = f"By hand.\n{START}{render_field_reference()}{END}\nBy hand too.\n"
    assert update_guide(catalog, settings, root) == {GUIDE: expected}


def test_a_guide_without_marks_is_left_alone(catalog: Catalog, settings: Settings, tmp_path: Path) -> None:
    assert update_guide(catalog, settings, tmp_path) == {}
    assert update_guide(catalog, settings, guide(tmp_path, f"By hand.\n{START}")) == {}


def test_every_key_has_a_description_and_a_form() -> None:
    rows = [line.strip("|").split(" | ") for line in render_field_reference().splitlines()[2:]]
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in rows)
    keys = [row[0].strip(" *`") for row in rows]
    assert [key for key in keys if "." not in key] == [name for name in Entry.model_fields if name != "id"]
    assert {"venue.name", "links.demo", "news.url"} <= set(keys)
    assert {"results.metric", "results.columns.metric", "results.rows.values"} <= set(keys)
