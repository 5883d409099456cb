"""An issue made with the form becomes an entry, with notes on what is missing."""

from pathlib import Path

import pytest
import yaml

from generator.add.adding import add_from_issue
from generator.add.asking.services import Services
from generator.catalog.catalog import Catalog
from generator.cli import main
from tests.add.conftest import SUMMARY, TODAY, only_text
from tests.add.issue_form.made_issue import ISSUE, answered, propose
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.world import World


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
