"""Articles of PubMed are found by their ids."""

import pytest

from generator.entry.people import PersonName
from generator.links.answers.verdict import Verdict, WorkRecord
from generator.links.asking.service import ClientContext
from generator.links.providers.pubmed import PubMed
from tests.links.conftest import Answers
from tests.links.fakes.server import Reply, as_json
from tests.links.fakes.work import Work
from tests.links.fakes.world import World


def test_articles_of_pubmed_and_pmc_are_found(world: World, context: ClientContext, answers: Answers) -> None:
    world.articles |= {"1": Work("One"), "PMC2": Work("Two"), "3": Work("Three", retracted=True)}
    PubMed(context).check(["1", "PMC2", "3", "4"], answers)
    assert answers["1"].facts == WorkRecord("One", (PersonName("Example", "A"), PersonName("Muster", "B")))
    assert answers["PMC2"].verdict is Verdict.OK
    assert answers["3"].verdict is Verdict.DEGRADED
    assert answers["4"].verdict is Verdict.DEAD


@pytest.mark.parametrize("reply", [Reply(400), as_json(200, {"result": {"1": 7}}), as_json(200, [])])
def test_unusable_answers_of_pubmed_are_unknown(
    reply: Reply, world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["pubmed"].answer = lambda request: reply
    PubMed(context).check(["1"], answers)
    assert answers["1"].verdict is Verdict.UNKNOWN
