"""Records of Crossref and DataCite become the drafts that the contribute page makes of them too.

`tests/js/registry_records.test.js` runs the same cases.
"""

import json
from typing import Any

import pytest

from generator.add.asking.completing import complete_draft
from generator.add.asking.services import Services
from generator.add.draft import Draft
from generator.add.sources import Source
from generator.links.answers.verdict import Target
from generator.links.asking.service import ClientContext
from generator.links.providers.doi import NAME
from tests.add.conftest import context, world
from tests.links.fakes.server import as_json
from tests.links.fakes.world import World
from tests.paths import DATA

__all__ = ["context", "world"]

CASES: list[dict[str, Any]] = json.loads((DATA / "registry_records.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_record_becomes_a_draft(case: dict[str, Any], world: World, context: ClientContext) -> None:
    items = [case["record"]] if case["registry"] == "crossref" else []
    world.servers["crossref"].answer = lambda request: as_json(200, {"message": {"items": items}})
    found = {"data": [{"attributes": case["record"]}]}
    world.servers["datacite"].answer = lambda request: as_json(200, found)
    target = Target(NAME, case["data"]["doi"])
    draft = complete_draft(Source(Draft(""), target), Services(context))
    assert {key: draft.data.get(key) for key in case["data"]} == case["data"]
    assert draft.place == case["place"]
