"""Ids as `medvlm add` proposes them; `tests/js/ids.test.js` asks the contribute page for the same ones."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.naming import propose_id
from generator.outputs.site import contribute
from generator.settings import Settings
from tests.paths import DATA

TABLE = json.loads((DATA / "ids.json").read_text("utf-8"))
GOLDEN = DATA.parent / "golden"
NAMING = ("names", "ids", "identifiers")


@pytest.mark.parametrize("row", TABLE["proposals"], ids=lambda row: row["id"])
def test_an_id(row: dict[str, Any]) -> None:
    assert propose_id(row["entry"], TABLE["taken"]) == row["id"]


def test_the_page_is_told_how_to_name(
    catalog: Catalog, settings: Settings, golden: Callable[[Path, str], None]
) -> None:
    (page,) = contribute.pages(catalog, settings)
    told = re.search(r'id="contribute-facts">(.+?)</script>', page.body)
    assert told
    facts = {name: json.loads(told[1])[name] for name in NAMING}
    golden(GOLDEN / "naming.json", json.dumps(facts, ensure_ascii=False, indent=2) + "\n")
