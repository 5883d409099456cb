"""An issue made with the form becomes an entry, with notes on what is missing."""

import re
from pathlib import Path

import pytest
import yaml

from generator.add.adding import add_from_issue
from generator.add.asking import Services
from generator.add.issue_links import read_links
from generator.add.proposal import Proposal
from generator.catalog.catalog import Catalog
from generator.cli import main
from tests.add.conftest import SUMMARY, TODAY, only_text
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.world import World

ISSUE = """### arXiv id, DOI or address

2405.00001

### Title

_No response_

### Kind

Survey

### Authors

Ada Example, Ben Sample

### First public appearance

2024-05

### Venue

Example Conference on Examples 2024

### Summary

Pairs made-up films with invented reports
and measures what is found again.

### Section

Adjacent work

### Tasks

Visual question answering, nonsense

### Links

code: https://github.com/example/issue
data: https://data.example.org/a
data: https://data.example.org/b
what is this
"""


def test_an_issue_becomes_an_entry_with_notes_on_what_is_wrong(
    filled: World, services: Services, catalog: Catalog
) -> None:
    filled.papers["2405.00001"] = Paper("An Invented Survey", ("Ada Example", "Ben Sample"), "2024-05-01")
    done = add_from_issue(ISSUE.replace("\n", "\r\n"), catalog, TODAY, services)
    assert only_text(done) == (
        "title: An Invented Survey\n"
        "kind: survey\n"
        "authors: [Ada Example, Ben Sample]\n"
        "date: 2024-05-01\n"
        "venue: {name: ExConf, year: 2024}\n"
        'arxiv: "2405.00001"\n'
        "links:\n"
        "  code: https://github.com/example/issue\n"
        "  data: [https://data.example.org/a, https://data.example.org/b]\n"
        f"summary: >-\n  {SUMMARY}\n"
        "section: adjacent\n"
        "tasks: [vqa]\n"
        "added: 2024-12-01\n"
    )
    notes = done.proposals[0].notes
    assert notes[0] == "“Adjacent work” was taken as `adjacent`: correct it if it means something else"
    assert notes[1] == "“nonsense” is not a term of tasks, so it was left out"
    assert notes[2] == "“what is this” has no address: write one, such as `code: https://…`"


def test_the_address_of_an_issue_becomes_the_link_to_the_paper(catalog: Catalog) -> None:
    text = ISSUE.replace("2405.00001", "https://example.org/paper").replace("_No response_", "A survey.")
    done = add_from_issue(text.replace("Conference on Examples 2024", "nowhere"), catalog, TODAY, None)
    assert "  paper: https://example.org/paper\n" in only_text(done)
    assert any(
        note.startswith("the venue “Example nowhere” must be a known name and a year")
        for note in done.proposals[0].notes
    )


def answered(**answers: str) -> str:
    """The issue with other answers, by the first word of their labels."""
    text = ISSUE
    for word, answer in answers.items():
        text = re.sub(
            rf"(### {word}\b[^\n]*\n\n).*?(?=\n### |\Z)", lambda m, a=answer: f"{m[1]}{a}\n", text, flags=re.S
        )
    return text


def propose(catalog: Catalog, services: Services | None = None, **answers: str) -> Proposal:
    done = add_from_issue(answered(Title="An Invented Survey", **answers), catalog, TODAY, services)
    assert (done.failures, done.duplicates) == ([], [])
    return done.proposals[0]


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


def test_an_answer_never_names_a_file_to_read(catalog: Catalog, tmp_path: Path) -> None:
    file = tmp_path / "secret.bib"
    file.write_text("@article{a, title={Secret Work}, year=2024}")
    found = propose(catalog, arXiv=str(file))
    assert "Secret" not in found.text
    assert any("is no arXiv id, DOI or address: correct it" in note for note in found.notes)


def test_a_term_that_was_guessed_is_reported(catalog: Catalog) -> None:
    found = propose(catalog, Tasks="- [x] visual questions answering\n- [ ] Captioning\n- x-rays of chest")
    assert yaml.safe_load(found.text)["tasks"] == ["vqa"]
    assert any(note.startswith("“visual questions answering” was taken as `vqa`") for note in found.notes)
    assert "“x-rays of chest” is not a term of tasks, so it was left out" in found.notes


def test_what_a_service_said_is_a_note(filled: World, services: Services, catalog: Catalog) -> None:
    unknown = propose(catalog, services, arXiv="2405.99998")
    assert unknown.notes[0] == "2405.99998: arXiv knows no such id, so it was left out: correct it"
    assert "arxiv" not in yaml.safe_load(unknown.text)
    filled.fakes["arxiv"].throttle = 99
    done = add_from_issue(answered(arXiv="2405.00001"), catalog, TODAY, services)
    assert done.unanswered[0].startswith("arXiv did not answer about 2405.00001: ")
    assert done.proposals[0].notes[0] == done.unanswered[0]


def test_an_issue_about_a_listed_paper_is_reported(catalog: Catalog) -> None:
    done = add_from_issue(ISSUE.replace("2405.00001", "2401.00001"), catalog, TODAY, None)
    assert "is listed already" in done.duplicates[0]


def test_an_issue_without_a_paper_becomes_an_entry_of_its_answers(catalog: Catalog) -> None:
    text = ISSUE.replace("2405.00001", "_No response_").replace(
        "_No response_\n\n### Kind", "A survey\n\n### Kind"
    )
    assert "title: A survey\n" in only_text(add_from_issue(text, catalog, TODAY, None))


def test_the_command_reads_an_issue(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "issue.md"
    file.write_text(ISSUE.replace("_No response_", "An issue's survey"), "utf-8")
    assert main(["--root", str(root), "add", "--skeleton", "--from-issue", str(file)]) == 0
    assert "entries/2024/example2024issue.yaml written" in capsys.readouterr().out


def test_an_address_with_an_open_bracket_is_answered_in_words() -> None:
    links, notes = read_links("http://[a and https://[b]/x")
    assert not links
    assert len(notes) == 2
