"""What registries really answered, so that no fake repeats only what the checker believes.

The answers in `link_answers.json` were recorded by others (`source`), and are cut to the parts that matter.
Those of `source` "made up" have a recorded shape.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.answers.verdict import Verdict
from generator.links.asking.service import ClientContext
from generator.links.compare.comparison import compare_link
from generator.links.compare.link_case import LinkCase
from generator.links.gathering.gather import gather_entry_links
from generator.links.services import LINK_SERVICES
from tests.links.conftest import Answers
from tests.links.fakes.server import as_json
from tests.links.fakes.world import World
from tests.paths import DATA

RECORDED: list[dict[str, Any]] = json.loads((DATA / "link_answers.json").read_text("utf-8"))
_ENVELOPES: dict[str, Callable[[Any], Any]] = {
    "crossref": lambda work: {"message": {"items": [work]}},
    "datacite": lambda item: {"data": [item]},
    "pubmed": lambda summary: {"result": {"1": summary}},
}


@pytest.mark.parametrize("case", RECORDED, ids=[case["id"] for case in RECORDED])
def test_a_recorded_answer_gets_the_right_verdict(
    case: dict[str, Any], world: World, context: ClientContext, answers: Answers
) -> None:
    content = _ENVELOPES[case["service"]](case["payload"])
    world.servers[case["service"]].answer = lambda request: as_json(200, content)
    entry = Entry.model_validate(
        {"id": "a1", "kind": "method", "section": "x", "added": "2026", **case["entry"]}
    )
    link = gather_entry_links(entry, "entries/a1.yaml")[0]
    LINK_SERVICES[link.target.service].provider(context).check([link.target.id], answers)
    answer = answers[link.target.id]
    comparison = compare_link(LinkCase(link, entry, answer, Catalog({entry.id: entry})))
    verdict = answer.verdict if comparison.verdict is Verdict.OK else comparison.verdict
    detail = "; ".join(filter(None, (answer.detail, *comparison.notes)))
    assert (str(verdict), detail) == (case["verdict"], case["detail"])
