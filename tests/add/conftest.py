"""Fake services with made-up works, for tests that add works."""

import pytest

from generator.add.adding import AddOutcome
from generator.add.asking.services import Services
from generator.links.asking.service import ClientContext
from tests.links.conftest import context, world
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

__all__ = ["SUMMARY", "TODAY", "context", "filled", "only_text", "services", "world"]

SUMMARY = "Pairs made-up films with invented reports and measures what is found again."
TODAY = "2024-12-01"
PAPER = Paper(
    "FilmLine: A CT Model for\n  Captioning and Visual Question Answering",
    ("Zoé van der Beispiel", "JAN MUSTER"),
    "2024-05-06",
    comment="Accepted by ExConf. Code: https://github.com/example/filmline/tree/main.",
    summary="Reads chest X-ray films. Page https://example.github.io/film and https://huggingface.co/example/film",
    doi="10.5555/inv.3",
    journal="Invented J. 3 (2024) 1-9",
)


@pytest.fixture
def filled(world: World) -> World:
    world.papers["2405.12345"] = PAPER
    world.works["10.5555/inv.3"] = Work(
        "FilmLine",
        (("Z.", "van der Beispiel"), ("J.", "Muster")),
        date=(2024, 6),
        container="Journal of Examples",
        volume="8",
        pages="12-34",
    )
    return world


@pytest.fixture
def services(filled: World, context: ClientContext) -> Services:
    return Services(context)


def only_text(done: AddOutcome) -> str:
    assert (done.failures, done.duplicates) == ([], [])
    (proposal,) = done.proposals
    return proposal.text
