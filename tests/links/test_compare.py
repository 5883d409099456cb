"""Comparing a link's target with the entry: what is wrong, proposed or related."""

from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.answers.verdict import Answer, HubItem, RepositoryRecord, Verdict
from generator.links.compare.comparison import compare_link, fingerprint
from generator.links.compare.link_case import Comparison, LinkCase
from generator.links.compare.repositories import is_related, readme_mentions
from generator.links.gathering.gather import gather_entry_links
from tests.links.fakes.work import record_of

AUTHORS = ("Ada Example", "Björn Muster", "Zifeng Wang")


def entry(**fields: Any) -> Entry:
    base = {
        "id": "a1",
        "title": "MedFoo: Reading Reports with Data",
        "kind": "model",
        "section": "x",
        "added": "2026",
    }
    return Entry.model_validate(base | {"authors": AUTHORS} | fields)


def catalog_of(*entries: Entry) -> Catalog:
    return Catalog({one.id: one for one in entries})


def compare(ours: Entry, facts: Any, field: str, *others: Entry, verdict: Verdict = Verdict.OK) -> Comparison:
    link = next(link for link in gather_entry_links(ours, "entries/a1.yaml") if link.field == field)
    return compare_link(LinkCase(link, ours, Answer(verdict, facts=facts), catalog_of(ours, *others)))


WRONG = Verdict.WRONG
PAPER = {"arxiv": "2401.00001"}


def test_nothing_is_reported_for_the_right_paper() -> None:
    ours = entry(**PAPER)
    assert compare(ours, record_of(ours.title, AUTHORS, "2024-01-01"), "arxiv") == Comparison()


def test_the_report_about_another_paper_shows_both_titles() -> None:
    comparison = compare(entry(**PAPER), record_of("Quite Another", ("X Y",)), "arxiv")
    assert comparison.verdict is WRONG
    assert "Quite Another" in comparison.notes[0]
    assert "MedFoo" in comparison.notes[0]


def test_an_alias_counts_as_a_title() -> None:
    ours = entry(**PAPER, aliases=("Old Title of the Paper",))
    assert compare(ours, record_of("Old title of the paper", AUTHORS), "arxiv").verdict is Verdict.OK


def test_a_changed_title_needs_a_shared_author() -> None:
    ours = entry(**PAPER, title="Off-diagonal book Ramsey numbers")
    changed = compare(ours, record_of("Off-diagonal Ramsey numbers", AUTHORS), "arxiv")
    assert changed.verdict is Verdict.OK
    assert changed.notes[0].startswith("title changed")
    assert compare(ours, record_of("Off-diagonal Ramsey numbers", ("X Y", "Z W")), "arxiv").verdict is WRONG
    assert compare(ours, record_of("Off-diagonal Ramsey numbers"), "arxiv").verdict is Verdict.OK


def test_a_paper_by_different_people_is_wrong() -> None:
    ours = entry(**PAPER)
    assert compare(ours, record_of(ours.title, ("X Y", "Z W")), "arxiv").verdict is WRONG


def test_authors_copied_from_another_entry_are_wrong() -> None:
    ours = entry(**PAPER)
    neighbor = entry(id="b2", title="The Neighbor")
    comparison = compare(ours, record_of(ours.title, ("Xu Wang", "Ada Example", "Q R")), "arxiv", neighbor)
    assert comparison.verdict is WRONG
    assert "the same as in b2" in comparison.notes[0]
    assert (
        compare(ours, record_of(ours.title, ("Xu Wang", "Ada Example", "Q R")), "arxiv").verdict is Verdict.OK
    )


def test_a_published_preprint_is_proposed() -> None:
    ours = entry(**PAPER)
    record = record_of(ours.title, AUTHORS, doi="10.5555/inv", journal="Invented J.")
    comparison = compare(ours, record, "arxiv")
    assert (comparison.doi, comparison.suggestion) == ("10.5555/inv", "10.5555/inv")
    assert comparison.notes == ("now published: doi 10.5555/inv, Invented J.",)
    assert compare(entry(**PAPER, doi="10.5555/inv"), record, "arxiv") == Comparison()
    assert compare(ours, record_of(ours.title, AUTHORS, journal="J."), "arxiv").notes == (
        "now published: J.",
    )
    with_venue = entry(**PAPER, venue={"name": "J.", "year": 2024})
    assert compare(with_venue, record_of(ours.title, AUTHORS, journal="J."), "arxiv") == Comparison()


def test_a_doi_is_compared_and_other_fields_are_not() -> None:
    ours = entry(doi="10.5555/a", links={"project": "https://doi.org/10.5555/b"})
    assert compare(ours, record_of("Quite Another", AUTHORS), "doi").verdict is WRONG
    assert compare(ours, record_of("Quite Another", AUTHORS), "links.project") == Comparison()
    assert compare(ours, record_of("", AUTHORS), "doi") == Comparison()


def test_missing_facts_are_not_compared() -> None:
    assert compare(entry(**PAPER), record_of("Another"), "arxiv", verdict=Verdict.UNKNOWN) == Comparison()
    assert compare(entry(**PAPER), None, "arxiv") == Comparison()


CODE = {"links": {"code": "https://github.com/a/b"}}


@pytest.mark.parametrize(
    "repository",
    [
        RepositoryRecord("lab/MedFoo"),
        RepositoryRecord("lab/code", "Official code of medfoo"),
        RepositoryRecord("lab/x", "arXiv 2401.00001"),
        RepositoryRecord("lab/ReportReading"),
        RepositoryRecord("muster/x"),
        RepositoryRecord("lab/mrrwd"),
    ],
)
def test_a_related_repository_is_recognized(repository: RepositoryRecord) -> None:
    ours = entry(**CODE, **PAPER, name="MedFoo2")
    assert is_related(ours, repository, catalog_of(ours))
    assert compare(ours, repository, "links.code") == Comparison()


def test_an_unrelated_repository_needs_its_readme_read() -> None:
    comparison = compare(entry(**CODE), RepositoryRecord("somebody/dotfiles", "my shell"), "links.code")
    assert comparison.needs_readme == "somebody/dotfiles"
    assert (
        compare(entry(links={"data": "https://github.com/a/b"}), RepositoryRecord("s/d"), "links.data")
        == Comparison()
    )


def test_common_words_do_not_relate_a_repository() -> None:
    many = [entry(id=f"e{number}", title=f"Medical thing {number}") for number in range(30)]
    ours = entry(title="Medical wonders", authors=("Q Z",))
    assert not is_related(ours, RepositoryRecord("lab/medical"), catalog_of(ours, *many))
    assert is_related(ours, RepositoryRecord("lab/wonders"), catalog_of(ours, *many))


@pytest.mark.parametrize(
    ("readme", "expected"),
    [
        ("code of MedFoo: reading reports with data", True),
        ("see arXiv:2401.00001", True),
        ("by Björn Muster", True),
        ("MEDFOO!", True),
        ("# dotfiles\nmy shell", False),
    ],
)
def test_a_readme_mentions_the_entry(readme: str, expected: bool) -> None:
    assert readme_mentions(entry(**PAPER), readme) is expected


def test_hugging_face_items_are_compared_with_their_field() -> None:
    ours = entry(
        **PAPER, links={"weights": "https://huggingface.co/a/b", "code": "https://huggingface.co/a/c"}
    )
    assert compare(ours, HubItem("models", ("2401.00001",)), "links.weights") == Comparison()
    assert compare(ours, HubItem("models"), "links.weights") == Comparison()
    assert "names arXiv 2402.1" in compare(ours, HubItem("models", ("2402.1",)), "links.weights").notes[0]
    assert compare(ours, HubItem("datasets"), "links.weights").notes == ("a dataset is under `weights`",)
    assert compare(ours, HubItem("models"), "links.code").notes == ("a model is under `code`",)


def test_the_fingerprint_changes_with_what_is_compared() -> None:
    assert fingerprint(entry()) == fingerprint(entry(summary="A sentence."))
    assert fingerprint(entry()) != fingerprint(entry(title="Another"))
