"""DOIs, PubMed, Hugging Face and the Wayback Machine against servers of their documented shapes."""

from dataclasses import replace

import pytest

from generator.links.providers.client import ServiceDown
from generator.links.providers.doi import Doi
from generator.links.providers.huggingface import HuggingFace
from generator.links.providers.pubmed import PubMed
from generator.links.providers.wayback import MOST, Wayback
from generator.links.service import Setting
from generator.links.verdict import HubItem, Record, Verdict
from tests.links.conftest import Told
from tests.links.fakes.server import Reply, as_json
from tests.links.fakes.work import Work
from tests.links.fakes.world import World


def test_fifty_dois_a_list_three_lists_a_second(world: World, setting: Setting, told: Told) -> None:
    dois = [f"10.5555/{number}" for number in range(240)]
    world.works.update({doi: Work(f"Work {doi}") for doi in dois})
    Doi(setting).check(dois, told)
    assert set(told) == set(dois)
    assert told["10.5555/7"].facts == Record("Work 10.5555/7", ("Ada Example", "Björn Muster"), "2024-05-01")
    assert world.requests("crossref") == 5
    assert world.fakes["crossref"].throttled == 0
    assert world.requests("datacite") == world.requests("doi") == 0


def test_from_registry_to_registry(world: World, setting: Setting, told: Told) -> None:
    world.works["10.5555/crossref"] = Work("One")
    world.data["10.5281/zenodo.1"] = Work("Two")
    world.handles |= {"10.5555/other"}
    Doi(setting).check(["10.5555/crossref", "10.5281/zenodo.1", "10.5555/other", "10.5555/none"], told)
    assert told["10.5281/zenodo.1"].facts == Record("Two", ("Example, Ada", "Muster, Björn"))
    assert told["10.5555/other"].verdict is Verdict.OK
    assert told["10.5555/none"].verdict is Verdict.DEAD
    asked = [request.path for request in world.servers["doi"].requests]
    assert asked == ["/10.5555/other", "/10.5555/none", "/10.5555/none"]


def test_an_unknown_doi_is_looked_at_twice(world: World, setting: Setting, told: Told) -> None:
    world.handles |= {"10.5555/other"}
    world.fakes["doi"].forget_once = {"10.5555/other"}
    Doi(setting).check(["10.5555/other"], told)
    assert told["10.5555/other"].verdict is Verdict.OK


def test_a_doi_with_a_comma_is_asked_alone(world: World, setting: Setting, told: Told) -> None:
    world.works["10.5555/a,b"] = Work("Comma")
    Doi(setting).check(["10.5555/a,b", "10.5555/c,d"], told)
    assert told["10.5555/a,b"].verdict is Verdict.OK
    assert told["10.5555/c,d"].verdict is Verdict.DEAD


def test_a_comma_and_an_odd_status(world: World, setting: Setting, told: Told) -> None:
    world.servers["crossref"].answer = lambda request: Reply(400, b"{}")
    world.handles |= {"10.5555/a,b"}
    Doi(setting).check(["10.5555/a,b"], told)
    assert told["10.5555/a,b"].verdict is Verdict.OK


def test_a_doi_with_a_quotation_mark_is_not_put_into_a_query(
    world: World, setting: Setting, told: Told
) -> None:
    Doi(setting).check(['10.5555/a"b'], told)
    assert told['10.5555/a"b'].verdict is Verdict.DEAD
    assert world.requests("datacite") == 0


@pytest.mark.parametrize("work", [Work("RETRACTED: A"), Work("A", retracted=True)])
def test_a_retracted_work_is_degraded(work: Work, world: World, setting: Setting, told: Told) -> None:
    world.works["10.5555/a"] = work
    Doi(setting).check(["10.5555/a"], told)
    assert told["10.5555/a"].verdict is Verdict.DEGRADED


def test_an_undocumented_field_is_given_up(world: World, setting: Setting, told: Told) -> None:
    world.works["10.5555/a"] = Work("A", date=())
    world.fakes["crossref"].knows_updated_by = False
    Doi(setting).check(["10.5555/a"], told)
    assert told["10.5555/a"].verdict is Verdict.OK
    assert "updated-by" not in world.servers["crossref"].requests[1].query["select"][0]


def test_a_registry_that_is_down_leaves_its_dois_to_the_next(
    world: World, setting: Setting, told: Told
) -> None:
    world.fakes["crossref"].broken = True
    world.handles |= {"10.5555/a"}
    Doi(setting).check(["10.5555/a"], told)
    assert told["10.5555/a"].verdict is Verdict.OK


def test_all_registries_are_down(world: World, setting: Setting, told: Told) -> None:
    for name in ("crossref", "datacite", "doi"):
        world.servers[name].answer = lambda request: Reply(403, b"no")
    dois = [f"10.5555/{number}" for number in range(9)]
    with pytest.raises(ServiceDown):
        Doi(setting).check(dois, told)
    assert {answer.verdict for answer in told.values()} <= {Verdict.UNKNOWN}


def test_an_odd_code_of_the_handle_system(world: World, setting: Setting, told: Told) -> None:
    world.servers["doi"].answer = lambda request: as_json(200, {"responseCode": 2})
    Doi(setting).check(["10.5555/a"], told)
    assert told["10.5555/a"].verdict is Verdict.UNKNOWN


def test_the_contact_is_told_to_crossref(world: World, setting: Setting, told: Told) -> None:
    known = replace(setting, contact="me@example.org")
    Doi(known).check(["10.5555/a"], told)
    assert world.servers["crossref"].requests[0].query["mailto"] == ["me@example.org"]


def test_pubmed_and_pmc(world: World, setting: Setting, told: Told) -> None:
    world.articles |= {"1": Work("One"), "PMC2": Work("Two"), "3": Work("Three", retracted=True)}
    PubMed(setting).check(["1", "PMC2", "3", "4"], told)
    assert told["1"].facts == Record("One", ("Example A", "Muster B"))
    assert told["PMC2"].verdict is Verdict.OK
    assert told["3"].verdict is Verdict.DEGRADED
    assert told["4"].verdict is Verdict.DEAD


@pytest.mark.parametrize("reply", [Reply(400), as_json(200, {"result": {"1": 7}}), as_json(200, [])])
def test_an_unusable_pubmed(reply: Reply, world: World, setting: Setting, told: Told) -> None:
    world.servers["pubmed"].answer = lambda request: reply
    PubMed(setting).check(["1"], told)
    assert told["1"].verdict is Verdict.UNKNOWN


def test_hugging_face(world: World, setting: Setting, told: Told) -> None:
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
    HuggingFace(setting).check(ids, told)
    assert told["models/a/b"].facts == HubItem("models", ("2401.00001",))
    assert told["models/a/b"].observed == {"license": "mit"}
    assert told["datasets/a/d"].verdict is told["spaces/a/s"].verdict is Verdict.DEGRADED
    assert told["models/a/hidden"].verdict is Verdict.DEGRADED
    assert told["models/old/name"].moved_to == "https://huggingface.co/new/name"
    assert told["datasets/o/n"].moved_to == "https://huggingface.co/datasets/new/name"
    assert told["models/no/thing"].verdict is Verdict.DEAD


def test_hugging_faces_limit_is_kept(world: World, setting: Setting, told: Told) -> None:
    ids = [f"models/a/m{number}" for number in range(500)]
    world.hub.update({id_: {} for id_ in ids})
    HuggingFace(setting).check(ids, told)
    assert len(told) == 500
    assert world.clock.elapsed == 300.0


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1:1/api/models/a/b", "/elsewhere", "/api/models/a/b", ""]
)
def test_hugging_face_leads_astray(location: str, world: World, setting: Setting, told: Told) -> None:
    world.servers["huggingface"].answer = lambda request: Reply(307, b"", {"Location": location})
    HuggingFace(setting).check(["models/a/b"], told)
    assert told["models/a/b"].verdict is Verdict.UNKNOWN


def test_hugging_face_with_another_status(world: World, setting: Setting, told: Told) -> None:
    world.servers["huggingface"].answer = lambda request: Reply(401, b"{}")
    HuggingFace(setting).check(["models/a/b"], told)
    assert told["models/a/b"].verdict is Verdict.UNKNOWN


def test_wayback(world: World, setting: Setting) -> None:
    world.copies |= {"https://x.org/"}
    wayback = Wayback(setting)
    assert wayback.copy_of("https://x.org/") == "https://web.archive.org/web/20240102030405/https://x.org/"
    assert wayback.copy_of("https://y.org/") == ""
    world.servers["wayback"].answer = lambda request: Reply(200, b"?")
    assert wayback.copy_of("https://x.org/") == ""
    for _ in range(MOST):
        wayback.copy_of("https://x.org/")
    assert world.requests("wayback") == MOST
