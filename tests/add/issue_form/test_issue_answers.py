"""Each answer of an issue is read as people write it, or a note says what was not understood."""

import pytest
import yaml

from generator.add.adding import add_from_issue
from generator.add.asking.services import Services
from generator.add.issue_form.links import read_links
from generator.catalog.catalog import Catalog
from tests.add.conftest import SUMMARY, TODAY, only_text
from tests.add.issue_form.made_issue import answered, propose
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.world import World


def test_a_heading_inside_an_answer_does_not_cut_it_off(catalog: Catalog) -> None:
    text = f"{SUMMARY[:30]}\n### Results\n### Kind\n{SUMMARY[30:]}"
    summary = yaml.safe_load(propose(catalog, Summary=text).text)["summary"]
    assert summary == f"{SUMMARY[:30]} Results Kind {SUMMARY[30:].strip()}"


@pytest.mark.parametrize(
    ("answer", "date", "folder"),
    [
        ("March 2025", "2025-03", "2025"),
        ("2 May 2024", "2024-05-02", "2024"),
        ("May 2nd, 2024", "2024-05-02", "2024"),
        ("2024/5/2", "2024-05-02", "2024"),
        ("02.05.2024", "2024-05-02", "2024"),
        ("in 2024", "2024", "2024"),
        ("02/05/2024", None, "undated"),
        ("last spring", None, "undated"),
    ],
)
def test_a_date_as_people_write_it_is_read_or_left_out(
    catalog: Catalog, answer: str, date: str | None, folder: str
) -> None:
    found = propose(catalog, arXiv="_No response_", First=answer, Venue="_No response_")
    assert str(yaml.safe_load(found.text).get("date")) == str(date)
    assert found.path.startswith(f"entries/{folder}/")
    assert any(f"the date “{answer}” " in note for note in found.notes)


@pytest.mark.parametrize(
    "answer",
    [
        "Maja Lind<br>Ayo Adeyemi",
        "<ul><li>Maja Lind</li><li>Ayo Adeyemi</li></ul>",
        "| Maja Lind | Ayo Adeyemi |\n| --- | --- |",
        "Maja Lind · Ayo Adeyemi",
        "Maja Lind / Ayo Adeyemi",
        "Maja Lind\tAyo Adeyemi",
        "Maja Lind\\\nAyo Adeyemi",
        '"Maja Lind", "Ayo Adeyemi"',
        "Lind, Maja\nAdeyemi, Ayo",
        "Maja Lind\nAyo Adeyemi",
        "- Maja Lind,\n- Ayo Adeyemi",
        "1. Maja Lind (University of Films)\n2. Ayo Adeyemi <ayo@example.org>",
        "Maja Lind, Ayo Adeyemi",
        "Maja Lind¹*, Ayo Adeyemi2,3",
        "Maja Lind and Ayo Adeyemi",
        "Lind, Maja; Adeyemi, Ayo",
        "Lind, Maja and Adeyemi, Ayo",
        "[Maja Lind](https://example.org)\n**Ayo Adeyemi**",
        "MAJA LIND,\nAYO ADEYEMI",
    ],
)
def test_two_authors_are_two_however_they_are_written(catalog: Catalog, answer: str) -> None:
    found = yaml.safe_load(propose(catalog, Authors=answer).text)
    assert found["authors"] == ["Maja Lind", "Ayo Adeyemi"]


@pytest.mark.parametrize(
    "answer",
    [
        "Captioning and Visual question answering",
        "captioning & VQA",
        "captioning / vqa",
        "<ul><li>Captioning</li><li><b>VQA</b></li></ul>",
    ],
)
def test_two_terms_are_two_however_they_are_joined(catalog: Catalog, answer: str) -> None:
    found = propose(catalog, Tasks=answer)
    assert yaml.safe_load(found.text)["tasks"] == ["captioning", "vqa"]
    assert not any("was taken as" in note for note in found.notes if "aptioning" in note)


@pytest.mark.parametrize(
    ("answer", "venue", "note"),
    [
        ("accepted at ExConf 2024", {"name": "ExConf", "year": 2024}, "was read as ExConf 2024"),
        ("Proc. of ExConf'24", {"name": "ExConf", "year": 2024}, "was read as ExConf 2024"),
        ("arXiv preprint", None, ""),
        ("submitted to ExConf 2024", None, "is no publication"),
        ("ExConf", None, "must be a known name and a year"),
    ],
)
def test_a_venue_is_read_as_people_write_it(
    catalog: Catalog, answer: str, venue: dict[str, object] | None, note: str
) -> None:
    found = propose(catalog, Venue=answer)
    assert yaml.safe_load(found.text).get("venue") == venue
    assert [note in one for one in found.notes if "venue" in one] == ([True] if note else [])


@pytest.mark.parametrize("answer", ["`2405.00001`", "**2405.00001**", "An Invented Survey"])
def test_the_paper_is_found_by_a_marked_id_or_by_its_title(
    filled: World, services: Services, catalog: Catalog, answer: str
) -> None:
    filled.papers["2405.00001"] = Paper("An Invented Survey", ("Ada Example", "Ben Sample"), "2024-05-01")
    text = answered(arXiv=answer)
    found = yaml.safe_load(only_text(add_from_issue(text, catalog, TODAY, services)))
    assert (found["arxiv"], found["title"]) == ("2405.00001", "An Invented Survey")


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("GitHub: https://github.com/example/x", {"code": "https://github.com/example/x"}),
        ("github.com/example/x", {"code": "https://github.com/example/x"}),
        ("[weights](https://example.org/w)", {"weights": "https://example.org/w"}),
        ("https://huggingface.co/datasets/example/x", {"data": "https://huggingface.co/datasets/example/x"}),
        ("Project page - https://example.org/x", {"project": "https://example.org/x"}),
        ("https://example.github.io/x", {"project": "https://example.github.io/x"}),
        ("code: none", None),
    ],
)
def test_a_link_has_its_kind_before_it_or_in_its_address(
    catalog: Catalog, line: str, links: dict[str, str] | None
) -> None:
    assert yaml.safe_load(propose(catalog, Links=line).text).get("links") == links


def test_an_address_of_no_known_kind_is_asked_about(catalog: Catalog) -> None:
    notes = propose(catalog, Links="https://example.org/x\nhttps://arxiv.org/abs/2405.00001").notes
    assert any(note.startswith("the kind of https://example.org/x is not certain") for note in notes)
    assert any(note.startswith("https://arxiv.org/abs/2405.00001 is the paper itself") for note in notes)


@pytest.mark.parametrize(
    "answer",
    [
        "The paper is at https://arxiv.org/abs/2405.00001 (ExConf 2024).",
        "see arXiv:2405.00001v2",
        "(arXiv 2405.00001).",
        "[the paper](https://arxiv.org/abs/2405.00001)",
        "<https://arxiv.org/pdf/2405.00001>",
    ],
)
def test_a_paper_is_found_in_a_sentence(catalog: Catalog, answer: str) -> None:
    assert yaml.safe_load(propose(catalog, arXiv=answer).text)["arxiv"] == "2405.00001"


@pytest.mark.parametrize(
    "answer",
    [
        "(10.1016/S0140-6736(20)30183-5)",
        "doi: 10.1016/S0140-6736(20)30183-5.",
        "10.1016/S0140-6736(20)30183-5",
    ],
)
def test_the_brackets_of_a_doi_stay_and_those_of_a_sentence_do_not(catalog: Catalog, answer: str) -> None:
    assert yaml.safe_load(propose(catalog, arXiv=answer).text)["doi"] == "10.1016/s0140-6736(20)30183-5"


def test_an_address_with_an_open_bracket_is_answered_in_words() -> None:
    links, notes = read_links("http://[a and https://[b]/x")
    assert not links
    assert len(notes) == 2
