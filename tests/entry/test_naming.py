"""Ids that `medvlm add` proposes; `tests/js/ids.test.js` compares those of the contribute page."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.naming import build_path, propose_id
from generator.outputs.site import contribute
from generator.settings import Settings
from tests.paths import DATA

TABLE = json.loads((DATA / "ids.json").read_text("utf-8"))
GOLDEN = DATA.parent / "golden"
NAMING = ("names", "ids", "identifiers")


@pytest.mark.parametrize("row", TABLE["proposals"], ids=lambda row: row["id"])
def test_the_proposed_id(row: dict[str, Any]) -> None:
    assert propose_id(row["entry"], TABLE["taken"]) == row["id"]


@pytest.mark.parametrize(
    ("date", "folder"), [("2025-03", "2025"), ("2025", "2025"), ("March 2025", "undated"), (None, "undated")]
)
def test_the_folder_is_a_year_or_undated(date: str | None, folder: str) -> None:
    assert build_path("a", {"date": date} if date else {}) == f"entries/{folder}/a.yaml"


def test_the_page_has_the_data_for_names_and_ids(
    catalog: Catalog, settings: Settings, golden: Callable[[Path, str], None]
) -> None:
    (page,) = contribute.pages(catalog, settings)
    match = re.search(r'id="contribute-facts">(.+?)</script>', page.body)
    assert match
    facts = {name: json.loads(match[1])[name] for name in NAMING}
    golden(GOLDEN / "naming.json", json.dumps(facts, ensure_ascii=False, indent=2) + "\n")
