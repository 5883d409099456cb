"""What a registry says wins over what a person wrote; each difference is a sentence, silence is none."""

from pathlib import Path

import pytest

from generator.add.adding import AddOutcome, add_from_issue, add_works
from generator.add.asking.services import Services
from generator.catalog.catalog import Catalog
from tests.add.conftest import TODAY, only_text
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

TWO = Paper("FilmTwo: Reading Films Twice", ("Ada Example", "Ben Muster", "Zoé Beispiel"), "2025-01-01")
OTHER = Paper("Words Without Any Film", ("Kim Else",), "2025-02-04")


@pytest.fixture
def known(filled: World) -> World:
    filled.papers |= {"2501.00002": TWO, "2502.02673": OTHER}
    return filled


def read(tmp_path: Path, text: str, catalog: Catalog, services: Services) -> AddOutcome:
    bib = tmp_path / "one.bib"
    bib.write_text(text, "utf-8")
    return add_works([str(bib)], catalog, TODAY, services)


def test_title_authors_and_date_of_the_registry_win_and_the_notes_say_so(
    known: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    done = read(
        tmp_path,
        "@article{x, title={Filmtwo: Reading films twice}, author={Example, Ada and others}, "
        "journal={arXiv preprint arXiv:2501.00002}, year={2026}}",
        catalog,
        services,
    )
    text = only_text(done)
    assert 'title: "FilmTwo: Reading Films Twice"\n' in text
    assert "authors: [Ada Example, Ben Muster, Zoé Beispiel]\ndate: 2025-01-01\n" in text
    assert done.proposals[0].notes == (
        "title: “FilmTwo: Reading Films Twice” of arXiv was taken, not “Filmtwo: Reading films twice” of `x`",
        "authors: all 3 of arXiv were taken; `x` names 1 and others",
        "date: 2025-01-01 of arXiv was taken, not 2026 of `x`",
    )


@pytest.mark.parametrize(
    ("authors", "written", "note"),
    [
        ("Example, Ada and Muster, Ben and Beispiel, Zoé", "Ada Example, Ben Muster, Zoé Beispiel", ""),
        (
            "Example, A. and Muster, B. and Beispiel, Z.",
            "Ada Example, Ben Muster, Zoé Beispiel",
            "Ada Example",
        ),
        ("Example, Ada and Muster, Ben", "Ada Example, Ben Muster, Zoé Beispiel", "`x` lacks Zoé Beispiel"),
        (
            "Example, Ada and Muster, Ben and Beispiel, Zoé and Last, Jo",
            "Ada Example, Ben Muster, Zoé Beispiel, Jo Last",
            "arXiv has only 3 of them",
        ),
    ],
)
def test_the_fuller_list_of_authors_and_the_fuller_names_are_taken(
    authors: str, written: str, note: str, known: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    text = f"@misc{{x, title={{{TWO.title}}}, author={{{authors}}}, eprint={{2501.00002}}, year={{2025}}}}"
    done = read(tmp_path, text, catalog, services)
    assert f"authors: [{written}]\n" in only_text(done)
    assert [note in said for said in done.proposals[0].notes] == ([True] if note else [])


def test_the_id_of_another_paper_is_refused_with_both_titles(
    known: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    text = "@misc{x, title={From Films to Reports}, author={Lind, Maja}, eprint={2502.02673}, year={2025}}"
    done = read(tmp_path, text, catalog, services)
    assert done.proposals == []
    assert done.failures == [
        "x: 2502.02673 leads to another paper, “Words Without Any Film”, "
        "and `x` says “From Films to Reports”: correct one of them"
    ]


def test_the_issue_form_is_compared_in_the_same_way(
    known: World, services: Services, catalog: Catalog
) -> None:
    form = "### arXiv id, DOI or address\n\n{}\n\n### Title\n\n{}\n\n### Tasks\n\nfilm guessing\n"
    same = add_from_issue(form.format("2501.00002", "FilmTwo: reading films"), catalog, TODAY, services)
    assert "title: “FilmTwo: Reading Films Twice” of arXiv" in same.proposals[0].notes[0]
    other = add_from_issue(form.format("2502.02673", "From Films to Reports"), catalog, TODAY, services)
    assert "leads to another paper, “Words Without Any Film”, and the issue says" in other.failures[0]
    assert other.notes == ["“film guessing” is not a term of tasks, so it was left out"]
    listed = add_from_issue(form.format("2401.00001", "From Films to Reports"), catalog, TODAY, services)
    assert "if “From Films to Reports” is another paper, correct its identifier" in listed.duplicates[0]


def test_an_identifier_that_does_not_exist_is_left_out_and_the_other_one_is_used(
    known: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    text = "@misc{x, title={FilmLine}, eprint={2501.99999}, doi={10.5555/inv.3}}"
    done = read(tmp_path, text, catalog, services)
    assert "doi: 10.5555/inv.3\n" in only_text(done)
    assert "2501.99999" not in only_text(done)
    assert "2501.99999: arXiv knows no such id, so it was left out: correct it" in done.proposals[0].notes


@pytest.mark.parametrize("doi", ["10.5555/none", "10.5555/other"])
def test_a_doi_that_is_wrong_is_left_out_where_the_arxiv_id_is_right(
    doi: str, known: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    known.works["10.5555/other"] = Work("Words Without Any Film", (("Kim", "Else"),))
    text = f"@misc{{x, title={{{TWO.title}}}, author={{Example, Ada}}, eprint={{2501.00002}}, doi={{{doi}}}}}"
    done = read(tmp_path, text, catalog, services)
    assert "doi:" not in only_text(done)
    assert any(doi in note and note.endswith("the DOI was left out") for note in done.proposals[0].notes)


def test_a_withdrawn_and_a_retracted_work_have_their_status(
    known: World, services: Services, catalog: Catalog
) -> None:
    known.papers["2501.00001"] = Paper("FilmOne", ("Ada Example",), comment="Withdrawn: a wrong table")
    known.works["10.5555/r"] = Work("RETRACTED: Films that lie", retracted=True)
    withdrawn, retracted = add_works(["2501.00001", "10.5555/r"], catalog, TODAY, services).proposals
    assert "status: withdrawn\n" in withdrawn.text
    assert withdrawn.notes[0].startswith(
        "arXiv says that 2501.00001 was withdrawn (“Withdrawn: a wrong table”)"
    )
    assert "title: Films that lie\n" in retracted.text
    assert "status: retracted\n" in retracted.text


def test_what_another_service_says_in_place_of_arxiv_is_said_and_has_the_month_of_the_id(
    known: World, services: Services, catalog: Catalog
) -> None:
    known.fakes["arxiv"].throttle = 99
    done = add_works(["2501.00002"], catalog, TODAY, services)
    assert done.proposals[0].path.startswith("entries/2025/")
    assert "date: 2025-01\n" in only_text(done)
    assert done.proposals[0].notes[0].startswith("arXiv did not answer about 2501.00002; Semantic Scholar's")


def test_a_pubmed_id_gives_the_facts_of_its_doi(known: World, services: Services, catalog: Catalog) -> None:
    known.articles["777"] = Work("Reading at noon", doi="10.5555/noon")
    known.works["10.5555/noon"] = Work("Reading at noon", container="Journal of Examples")
    text = only_text(add_works(["pmid:777"], catalog, TODAY, services))
    assert "authors: [Ada Example, Björn Muster]\ndate: 2024-05-01\n" in text
    assert 'doi: 10.5555/noon\npubmed: "777"\n' in text


def test_the_first_valid_doi_that_an_author_wrote_is_taken(
    known: World, services: Services, catalog: Catalog
) -> None:
    known.papers["2501.00004"] = Paper("FilmFour", ("Ada Example",), doi="doi:10.5555/a.1 and 10.5555/b")
    assert "doi: 10.5555/a.1\n" in only_text(add_works(["2501.00004"], catalog, TODAY, services))


@pytest.mark.parametrize(
    "written",
    [
        "arxiv.org/abs/2501.00002",
        "“2501.00002”",
        "(2501.00002)",
        "https://arxiv.org/abs/2501.00002?context=x",
    ],
)
def test_an_identifier_is_read_as_people_paste_it(
    written: str, known: World, services: Services, catalog: Catalog
) -> None:
    assert 'arxiv: "2501.00002"\n' in only_text(add_works([written], catalog, TODAY, services))


def test_a_page_of_the_acl_anthology_is_a_doi(known: World, services: Services, catalog: Catalog) -> None:
    known.works["10.18653/v1/2024.acl-long.1"] = Work("Films and words")
    found = add_works(["https://aclanthology.org/2024.acl-long.1/"], catalog, TODAY, services)
    assert "doi: 10.18653/v1/2024.acl-long.1\n" in only_text(found)


def test_a_title_alone_is_looked_up_and_offered(known: World, services: Services, catalog: Catalog) -> None:
    known.works["10.5555/noon"] = Work("Reading films at noon", container="Journal of Examples")
    arxiv = add_works([TWO.title.lower()], catalog, TODAY, services)
    assert 'arxiv: "2501.00002"\n' in only_text(arxiv)
    assert arxiv.proposals[0].notes[0] == (
        "found by its title: 2501.00002 “FilmTwo: Reading Films Twice” "
        "(Ada Example, Ben Muster, Zoé Beispiel, 2025-01-01): check that it is this work"
    )
    crossref = add_works(["“Reading films at noon”"], catalog, TODAY, services)
    assert "doi: 10.5555/noon\n" in only_text(crossref)


def test_two_works_with_one_title_are_both_named(known: World, services: Services, catalog: Catalog) -> None:
    known.works["10.5555/noon"] = Work(TWO.title, (("Kim", "Else"),))
    (failure,) = add_works([TWO.title], catalog, TODAY, services).failures
    assert "not sure which work it is: 2501.00002 “FilmTwo" in failure
    assert "; 10.5555/noon “FilmTwo" in failure


def test_a_title_that_nobody_knows_and_a_service_that_is_silent_are_not_the_same(
    known: World, services: Services, catalog: Catalog
) -> None:
    (failure,) = add_works(["A title that nobody wrote"], catalog, TODAY, services).failures
    assert "neither arXiv nor Crossref has a work with this title: name its id or DOI" in failure
    known.fakes["arxiv"].throttle = 99
    done = add_works(["Another title that nobody wrote"], catalog, TODAY, services)
    assert done.unanswered == [
        "“Another title that nobody wrote” could not be looked up: "
        "arXiv asks for fewer requests: try again later"
    ]


def test_a_title_without_latin_letters_is_asked_for_a_name_of_its_file(
    catalog: Catalog, tmp_path: Path
) -> None:
    bib = tmp_path / "one.bib"
    bib.write_text("@article{m, title={胸部X光报告生成}, author={张三 and 王, 五}, year={2024}}", "utf-8")
    (proposal,) = add_works([str(bib)], catalog, TODAY, None).proposals
    assert "authors: [张三, 王五]\n" in proposal.text
    assert proposal.notes[0].startswith(
        "the file is called `x`, as there are no names or no title in Latin letters"
    )
