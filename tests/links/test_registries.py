"""The clients of DOI registries against fake servers."""

from dataclasses import replace

import pytest

from generator.links.answers.verdict import Verdict
from generator.links.asking.client import ServiceDown
from generator.links.asking.service import ClientContext
from generator.links.providers.doi import Doi
from tests.links.conftest import Answers
from tests.links.fakes.server import Reply, as_json
from tests.links.fakes.work import Work, record_of
from tests.links.fakes.world import World


def test_lists_of_fifty_dois_keep_to_three_per_second(
    world: World, context: ClientContext, answers: Answers
) -> None:
    dois = [f"10.5555/{number}" for number in range(240)]
    world.works.update({doi: Work(f"Work {doi}") for doi in dois})
    Doi(context).check(dois, answers)
    assert set(answers) == set(dois)
    assert answers["10.5555/7"].facts == record_of(
        "Work 10.5555/7", ("Ada Example", "Björn Muster"), "2024-05-01"
    )
    assert world.requests("crossref") == 5
    assert world.fakes["crossref"].throttled == 0
    assert world.requests("datacite") == world.requests("doi") == 0


def test_a_doi_is_asked_for_at_one_registry_after_the_other(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.works["10.5555/crossref"] = Work("One")
    world.data["10.5281/zenodo.1"] = Work("Two")
    world.handles |= {"10.5555/other"}
    Doi(context).check(["10.5555/crossref", "10.5281/zenodo.1", "10.5555/other", "10.5555/none"], answers)
    assert answers["10.5281/zenodo.1"].facts == record_of(
        "Two", ("Example, Ada", "Muster, Björn"), "2024-05-01"
    )
    assert answers["10.5555/other"].verdict is Verdict.OK
    assert answers["10.5555/none"].verdict is Verdict.DEAD
    asked = [request.path for request in world.servers["doi"].requests]
    assert asked == ["/10.5555/other", "/10.5555/none", "/10.5555/none"]


def test_an_unknown_doi_is_asked_for_twice(world: World, context: ClientContext, answers: Answers) -> None:
    world.handles |= {"10.5555/other"}
    world.fakes["doi"].forget_once = {"10.5555/other"}
    Doi(context).check(["10.5555/other"], answers)
    assert answers["10.5555/other"].verdict is Verdict.OK


def test_a_doi_with_a_comma_is_asked_for_alone(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.works["10.5555/a,b"] = Work("Comma")
    Doi(context).check(["10.5555/a,b", "10.5555/c,d"], answers)
    assert answers["10.5555/a,b"].verdict is Verdict.OK
    assert answers["10.5555/c,d"].verdict is Verdict.DEAD


def test_an_unexpected_status_for_a_doi_with_a_comma(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["crossref"].answer = lambda request: Reply(400, b"{}")
    world.handles |= {"10.5555/a,b"}
    Doi(context).check(["10.5555/a,b"], answers)
    assert answers["10.5555/a,b"].verdict is Verdict.UNCOMPARED


def test_a_doi_with_a_quotation_mark_is_not_put_into_a_query(
    world: World, context: ClientContext, answers: Answers
) -> None:
    Doi(context).check(['10.5555/a"b'], answers)
    assert answers['10.5555/a"b'].verdict is Verdict.DEAD
    assert world.requests("datacite") == 0


@pytest.mark.parametrize("work", [Work("RETRACTED: A"), Work("A", retracted=True)])
def test_a_retracted_work_is_degraded(
    work: Work, world: World, context: ClientContext, answers: Answers
) -> None:
    world.works["10.5555/a"] = work
    Doi(context).check(["10.5555/a"], answers)
    assert answers["10.5555/a"].verdict is Verdict.DEGRADED


@pytest.mark.parametrize("reply", [Reply(500), Reply(403), Reply(429), Reply(400), Reply(200, b"<html>")])
def test_a_doi_about_which_its_registry_is_silent_is_not_compared(
    reply: Reply, world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["crossref"].answer = lambda request: reply
    world.handles |= {"10.5555/a"}
    world.data["10.5555/b"] = Work("B")
    Doi(context).check(["10.5555/a", "10.5555/b", "10.5555/c"], answers)
    assert answers["10.5555/a"].verdict is Verdict.UNCOMPARED
    assert answers["10.5555/a"].detail.startswith("it exists, but Crossref")
    assert answers["10.5555/b"].verdict is Verdict.OK
    assert answers["10.5555/c"].verdict is Verdict.DEAD


def test_a_doi_that_no_registry_of_works_has_is_ok(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.handles |= {"10.5555/a"}
    Doi(context).check(["10.5555/a"], answers)
    assert answers["10.5555/a"].verdict is Verdict.OK


def test_if_all_registries_are_down_the_dois_are_unknown(
    world: World, context: ClientContext, answers: Answers
) -> None:
    for name in ("crossref", "datacite", "doi"):
        world.servers[name].answer = lambda request: Reply(403, b"no")
    dois = [f"10.5555/{number}" for number in range(9)]
    Doi(context).check(dois, answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.UNKNOWN}
    for name in ("crossref", "datacite", "doi"):
        world.servers[name].answer = lambda request: Reply(500)
    with pytest.raises(ServiceDown):
        Doi(context).check(dois, Answers())


def test_an_unexpected_code_of_the_handle_system_is_unknown(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["doi"].answer = lambda request: as_json(200, {"responseCode": 2})
    Doi(context).check(["10.5555/a"], answers)
    assert answers["10.5555/a"].verdict is Verdict.UNKNOWN


def test_the_contact_is_sent_to_crossref(world: World, context: ClientContext, answers: Answers) -> None:
    with_contact = replace(context, contact="me@example.org")
    Doi(with_contact).check(["10.5555/a"], answers)
    assert world.servers["crossref"].requests[0].query["mailto"] == ["me@example.org"]


def test_crossref_says_where_a_work_is_and_what_came_before(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.works["10.5555/a"] = Work(
        "Films",
        subtitle="a study",
        group="The Film Group",
        volume="8",
        number="2",
        pages="1-9",
        preprint="10.48550/arXiv.2401.00001",
    )
    Doi(context).check(["10.5555/a"], answers)
    assert answers["10.5555/a"].facts == record_of(
        "Films: a study",
        ("Ada Example", "Björn Muster", "The Film Group"),
        "2024-05-01",
        other_titles=("Films",),
        groups=("The Film Group",),
        volume="8",
        number="2",
        pages="1-9",
        preprints=("10.48550/arXiv.2401.00001",),
    )


@pytest.mark.parametrize(
    "relation", [{"has-preprint": "odd"}, {"has-preprint": [{"id": 7}, None]}, {"x": []}]
)
def test_relations_of_an_odd_form_are_left_out(
    relation: dict[str, object], world: World, context: ClientContext, answers: Answers
) -> None:
    work = {"DOI": "10.5555/a,b", "title": ["Films"], "relation": relation}
    world.servers["crossref"].answer = lambda request: as_json(200, {"message": work})
    Doi(context).check(["10.5555/a,b"], answers)
    assert answers["10.5555/a,b"].facts == record_of("Films")
