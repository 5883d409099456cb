"""arXiv's client against a server that enforces arXiv's terms."""

import pytest

from generator.links.answers.verdict import Verdict, WorkRecord
from generator.links.asking.service import ClientContext
from generator.links.providers.arxiv import Arxiv
from tests.links.conftest import Answers
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.server import Reply
from tests.links.fakes.work import record_of
from tests.links.fakes.world import World

AUTHORS = ("Ada Example", "Björn Muster")


def fill(world: World, count: int) -> list[str]:
    ids = [f"2401.{number:05}" for number in range(1, count + 1)]
    world.papers.update({id_: Paper(f"Made-up: paper {id_}", AUTHORS) for id_ in ids})
    return ids


def test_requests_of_a_hundred_ids_use_one_connection_three_seconds_apart(
    world: World, context: ClientContext, answers: Answers
) -> None:
    ids = fill(world, 250)
    Arxiv(context).check(ids, answers)
    assert set(answers) == set(ids)
    assert {answer.verdict for answer in answers.values()} == {Verdict.OK}
    assert world.requests("arxiv") == 3
    assert world.fakes["arxiv"].too_soon == 0
    assert world.servers["arxiv"].max_open == 1
    assert world.clock.elapsed == 6.0


def test_an_answer_has_the_record_of_the_paper(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.papers["2401.00001"] = Paper(
        "A: B", AUTHORS, "2024-01-02", doi="10.5555/inv.3", journal="Invented J. 3"
    )
    Arxiv(context).check(["2401.00001"], answers)
    record = record_of("A: B", AUTHORS, "2024-01-02", "10.5555/inv.3", "Invented J. 3")
    assert answers["2401.00001"].facts == record


def test_malformed_ids_are_never_asked_for(world: World, context: ClientContext, answers: Answers) -> None:
    ids = fill(world, 2)
    Arxiv(context).check([*ids, "abc", "2413.00001"], answers)
    assert answers["abc"].verdict is answers["2413.00001"].verdict is Verdict.DEAD
    assert answers[ids[0]].verdict is Verdict.OK
    assert world.requests("arxiv") == 1


def test_missing_ids_are_asked_for_again(world: World, context: ClientContext, answers: Answers) -> None:
    ids = fill(world, 3)
    world.fakes["arxiv"].forget_once = {ids[1]}
    Arxiv(context).check([*ids, "2401.99999"], answers)
    assert answers[ids[1]].verdict is Verdict.OK
    assert answers["2401.99999"].verdict is Verdict.DEAD
    asked = [request.query["id_list"][0] for request in world.servers["arxiv"].requests]
    assert asked[1:] == [f"{ids[1]},2401.99999"]
    assert world.fakes["arxiv"].too_soon == 0


def test_a_batch_with_an_empty_answer_is_asked_for_again(
    world: World, context: ClientContext, answers: Answers
) -> None:
    ids = fill(world, 100)
    world.fakes["arxiv"].empty_pages = 1
    Arxiv(context).check(ids, answers)
    assert len(answers) == 100
    assert world.requests("arxiv") == 2


def test_old_ids_come_back_without_their_subject_class(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.papers["math.GT/0309136"] = Paper("Old", AUTHORS)
    world.papers["hep-ex/9901001"] = Paper("Older", AUTHORS)
    Arxiv(context).check(["math.GT/0309136", "hep-ex/9901001"], answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.OK}


@pytest.mark.parametrize(
    "paper",
    [
        Paper("A", AUTHORS, comment="This paper has been withdrawn by Ada Example: wrong table"),
        Paper("A", AUTHORS, summary="This paper has been withdrawn."),
        Paper("A", AUTHORS, comment="Retracted by the authors"),
    ],
)
def test_a_withdrawn_paper_is_degraded(
    paper: Paper, world: World, context: ClientContext, answers: Answers
) -> None:
    world.papers["2401.00001"] = paper
    Arxiv(context).check(["2401.00001"], answers)
    assert answers["2401.00001"].verdict is Verdict.DEGRADED
    assert answers["2401.00001"].observed == {"withdrawn": True}


def test_an_abstract_about_withdrawn_drugs_is_no_withdrawal(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.papers["2401.00001"] = Paper(
        "A", AUTHORS, summary=f"{'We study drugs. ' * 10} Some were withdrawn."
    )
    Arxiv(context).check(["2401.00001"], answers)
    assert answers["2401.00001"].verdict is Verdict.OK


def test_a_temporary_refusal_is_waited_for(world: World, context: ClientContext, answers: Answers) -> None:
    ids = fill(world, 1)
    world.fakes["arxiv"].throttle = 2
    Arxiv(context).check(ids, answers)
    assert answers[ids[0]].verdict is Verdict.OK
    assert world.requests("semanticscholar") == 0


def test_semantic_scholar_answers_when_arxiv_refuses(
    world: World, context: ClientContext, answers: Answers
) -> None:
    ids = fill(world, 600)
    world.fakes["arxiv"].throttle = 99
    Arxiv(context).check([*ids, "2401.99999"], answers)
    assert answers[ids[-1]].verdict is Verdict.OK
    assert answers[ids[-1]].facts == record_of(f"Made-up: paper {ids[-1]}", AUTHORS)
    assert answers["2401.99999"].verdict is Verdict.UNKNOWN
    assert world.requests("arxiv") == 3
    assert world.requests("semanticscholar") == 2


def test_a_paper_that_semantic_scholar_does_not_know_is_unknown(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.fakes["arxiv"].throttle = 99
    Arxiv(context).check(["2401.99999"], answers)
    assert answers["2401.99999"].verdict is Verdict.UNKNOWN


def test_unusable_answers_of_semantic_scholar_are_unknown(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.fakes["arxiv"].throttle = 99
    world.servers["semanticscholar"].answer = lambda request: Reply(200, b"[]")
    ids = fill(world, 1)
    Arxiv(context).check(ids, answers)
    assert answers[ids[0]].verdict is Verdict.UNKNOWN
    world.servers["semanticscholar"].answer = lambda request: Reply(403, b"no")
    answers.clear()
    Arxiv(context).check(ids, answers)
    assert answers[ids[0]].verdict is Verdict.UNKNOWN


BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "body", [b"", b"<html>", BOMB, b"<a/>", b"<" * 300_000, b"\xff\xfe<", b"<?xml encoding='x'?>"]
)
def test_an_answer_that_is_not_a_feed_is_unknown(
    body: bytes, world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["arxiv"].answer = lambda request: Reply(200, body)
    Arxiv(context).check(["2401.00001"], answers)
    assert answers["2401.00001"].verdict is Verdict.UNKNOWN


def test_a_service_that_refuses_everything_is_asked_no_more(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["arxiv"].answer = lambda request: Reply(400, b"<feed/>")
    ids = fill(world, 1000)
    Arxiv(context).check(ids, answers)
    assert world.requests("arxiv") < 30
    assert answers[ids[-1]].verdict is Verdict.OK


@pytest.mark.parametrize("place", [0, 20, 60, 96])
def test_one_refused_id_costs_no_other(
    place: int, world: World, context: ClientContext, answers: Answers
) -> None:
    ids = fill(world, 97)
    fake = world.fakes["arxiv"]
    world.servers["arxiv"].answer = lambda request: (
        Reply(400, b"<feed/>") if ids[place] in request.query["id_list"][0] else fake(request)
    )
    Arxiv(context).check(ids, answers)
    assert [id_ for id_ in ids if answers[id_].verdict is not Verdict.OK] == [ids[place]]
    assert answers[ids[place]].verdict is Verdict.UNKNOWN
    assert world.requests("semanticscholar") == 0


def test_an_id_that_arxiv_names_as_malformed_is_left_out(
    world: World, context: ClientContext, answers: Answers
) -> None:
    ids = fill(world, 50)
    Arxiv(context).check([*ids[:7], "q-bio/0701001", *ids[7:]], answers)  # the fake has no such archive
    assert answers["q-bio/0701001"].verdict is Verdict.DEAD
    assert {answers[id_].verdict for id_ in ids} == {Verdict.OK}
    assert world.requests("arxiv") == 2


def test_an_answer_without_any_of_several_papers_is_not_believed(
    world: World, context: ClientContext, answers: Answers
) -> None:
    world.fakes["arxiv"].empty_pages = 99
    Arxiv(context).check(fill(world, 40), answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.UNKNOWN}
    assert answers["2401.00001"].detail == "arXiv finds none of 40 ids: not believed, asked again another day"
    assert world.requests("arxiv") == 2


def test_several_missing_papers_are_dead_where_arxiv_has_what_it_must_have(
    world: World, context: ClientContext, answers: Answers
) -> None:
    Arxiv(context).check(["2401.00001", "2401.00002"], answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.DEAD}


@pytest.mark.parametrize("status", [403, 503])
def test_semantic_scholar_answers_when_arxiv_is_down(
    status: int, world: World, context: ClientContext, answers: Answers
) -> None:
    world.servers["arxiv"].answer = lambda request: Reply(status)
    for count in (1, 40):
        answers.clear()
        Arxiv(context).check(fill(world, count), answers)
        assert [answer.verdict for answer in answers.values()] == [Verdict.OK] * count
    assert world.requests("semanticscholar") == 2


@pytest.mark.parametrize(
    "comment",
    [
        "Accepted at ExConf 2024; an earlier version was withdrawn from another conference",
        "Withdrawn from ExConf 2024",
        "We study withdrawn drugs",
    ],
)
def test_a_version_withdrawn_elsewhere_is_no_withdrawal(
    comment: str, world: World, context: ClientContext, answers: Answers
) -> None:
    world.papers["2401.00001"] = Paper("A", AUTHORS, comment=comment)
    Arxiv(context).check(["2401.00001"], answers)
    assert answers["2401.00001"].verdict is Verdict.OK


@pytest.mark.parametrize(
    ("doi", "found"),
    [
        ("doi:10.1016/j.media.2022.102402", "10.1016/j.media.2022.102402"),
        ("https://doi.org/10.1016/j.media.2022.102402", "10.1016/j.media.2022.102402"),
        ("10.1016/a, 10.1109/b", "10.1016/a"),
        ("10.48550/arXiv.2401.00001", ""),
        ("10.2139/ssrn.4 10.1109/b", "10.1109/b"),
        ("10.1101/2024.01.02.123", ""),
        ("10.1101/gr.1.2", "10.1101/gr.1.2"),
    ],
)
def test_only_a_publication_is_proposed(
    doi: str, found: str, world: World, context: ClientContext, answers: Answers
) -> None:
    world.papers["2401.00001"] = Paper("A", AUTHORS, doi=doi)
    Arxiv(context).check(["2401.00001"], answers)
    facts = answers["2401.00001"].facts
    assert isinstance(facts, WorkRecord)
    assert facts.doi == found


def test_a_refused_batch_is_halved(world: World, context: ClientContext, answers: Answers) -> None:
    ids = fill(world, 4)
    fake = world.fakes["arxiv"]
    world.servers["arxiv"].answer = lambda request: (
        Reply(400, b"<feed/>") if len(request.query["id_list"][0].split(",")) > 2 else fake(request)
    )
    Arxiv(context).check(ids, answers)
    assert {answer.verdict for answer in answers.values()} == {Verdict.OK}
