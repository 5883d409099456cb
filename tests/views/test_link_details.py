"""Links of one kind are distinguished; `tests/js/links.test.js` expects the same words of the site."""

import json
from typing import Any

import pytest

from generator.entry.model import Links
from generator.views.link_details import describe_links
from tests.paths import DATA

CASES = json.loads((DATA / "link_details.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: ", ".join(case["details"]) or "one")
def test_links_are_distinguished(case: dict[str, Any]) -> None:
    assert describe_links(Links.model_validate({"code": case["links"]}).code) == case["details"]
