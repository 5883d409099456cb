"""Models, datasets and spaces of Hugging Face are found; its limits are kept."""

import pytest

from generator.links.answers.verdict import HubItem, Verdict
from generator.links.asking.service import ClientContext
from generator.links.providers.huggingface import HuggingFace
from tests.links.conftest import Answers
from tests.links.fakes.server import Reply
from tests.links.fakes.world import World


def test_hugging_face_items_are_found(world: World, context: ClientContext, answers: Answers) -> None:
    world.hub |= {
        "models/a/b": {"tags": ["arxiv:2401.00001", "license:mit", "x"]},
        "datasets/a/d": {"gated": "manual"},
        "spaces/a/s": {"disabled": True},
        "models/a/hidden": {"gated": "hidden"},
        "models/new/name": {},
        "datasets/new/name": {},
    }
    world.fakes["huggingface"].moved = {
        "models/old/name": "models/new/name",
        "datasets/o/n": "datasets/new/name",
    }
    world.fakes["huggingface"].forget_once = {"models/a/b"}
    ids = [*world.hub, "models/old/name", "datasets/o/n", "models/no/thing"]
    HuggingFace(context).check(ids, answers)
    assert answers["models/a/b"].facts == HubItem("models", ("2401.00001",))
    assert answers["models/a/b"].observed == {"license": "mit"}
    assert answers["datasets/a/d"].verdict is answers["spaces/a/s"].verdict is Verdict.DEGRADED
    assert answers["models/a/hidden"].verdict is Verdict.DEGRADED
    assert answers["models/old/name"].moved_to == "https://huggingface.co/new/name"
    assert answers["datasets/o/n"].moved_to == "https://huggingface.co/datasets/new/name"
    assert answers["models/no/thing"].verdict is Verdict.DEAD


def test_the_limit_of_hugging_face_is_kept(world: World, context: ClientContext, answers: Answers) -> None:
    ids = [f"models/a/m{number}" for number in range(500)]
    world.hub.update({id_: {} for id_ in ids})
    HuggingFace(context).check(ids, answers)
    assert len(answers) == 500
    assert world.clock.elapsed == 300.0


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1:1/api/models/a/b", "/elsewhere", "/api/models/a/b", ""]
)
def test_redirects_of_hugging_face_to_other_hosts_are_not_followed(
    location: str, world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["huggingface"].answer = lambda request: Reply(307, b"", {"Location": location})
    HuggingFace(context).check(["models/a/b"], answers)
    assert answers["models/a/b"].verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("reply", "verdict"),
    [
        (Reply(401, b"{}"), Verdict.DEAD),
        (Reply(403, b'{"error": "Access to this resource is disabled."}'), Verdict.DEGRADED),
        (Reply(403, b"{}"), Verdict.UNKNOWN),
        (Reply(413, b"{}"), Verdict.UNKNOWN),
    ],
)
def test_a_refusal_of_hugging_face_is_about_one_item(
    reply: Reply, verdict: Verdict, world: World, context: ClientContext, answers: Answers
) -> None:
    world.hub["models/a/fine"] = {}
    fake = world.fakes["huggingface"]
    world.servers["huggingface"].answer = lambda request: fake(request) if "fine" in request.path else reply
    odd = [f"models/a/odd{number}" for number in range(5)]
    HuggingFace(context).check([*odd, "models/a/fine"], answers)
    assert {answers[id_].verdict for id_ in odd} == {verdict}
    assert answers["models/a/fine"].verdict is Verdict.OK
