"""`medvlm add`: from an identifier, an address or a bibliography to a file in the standard layout."""

from pathlib import Path

import pytest

from generator.add.adding import add_works
from generator.add.asking.services import Services
from generator.catalog.catalog import Catalog
from generator.checking.check import check
from generator.checking.load import load
from generator.entry.formatting import format_files
from generator.entry.identifiers import IDENTIFIERS
from generator.links.asking.service import ClientContext
from generator.links.providers import arxiv, semanticscholar
from tests.add.conftest import SUMMARY, TODAY, only_text
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.work import Work
from tests.links.fakes.world import World


def test_an_arxiv_id_becomes_a_whole_file(filled: World, services: Services, catalog: Catalog) -> None:
    done = add_works(["2405.12345v2"], catalog, TODAY, services)
    assert done.proposals[0].path == "entries/2024/vanderbeispiel2024filmline.yaml"
    assert only_text(done) == (
        'title: "FilmLine: A CT Model for Captioning and Visual Question Answering"\n'
        "# suggested from the title: check it\n"
        "name: FilmLine\n"
        "# TODO: what it mainly is, a term of entries/_vocabulary/kinds.yaml\n"
        'kind: ""\n'
        "authors: [Zoé van der Beispiel, Jan Muster]\n"
        "date: 2024-05-06\n"
        "venue: {name: Journal of Examples, year: 2024}\n"
        "volume: 8\n"
        "pages: 12-34\n"
        'arxiv: "2405.12345"\n'
        "doi: 10.5555/inv.3\n"
        "links:\n"
        "  code: https://github.com/example/filmline\n"
        "  weights: https://huggingface.co/example/film\n"
        "  project: https://example.github.io/film\n"
        "# TODO: one plain sentence of 60 to 280 characters, in your own words\n"
        'summary: ""\n'
        "# TODO: its one place in the list, a term of entries/_vocabulary/sections.yaml\n"
        'section: ""\n'
        "added: 2024-12-01\n"
    )
    assert filled.requests("arxiv") == filled.requests("crossref") == 1


def test_check_refuses_the_blanks_and_nothing_else(services: Services, catalog: Catalog, root: Path) -> None:
    (proposal,) = add_works(["2405.12345"], catalog, TODAY, services).proposals
    file = root / proposal.path
    file.write_text(proposal.text, "utf-8")
    assert {p.rule for p in check(root, [proposal.path]).problems} == {"summary", "bounds"}
    assert format_files(root, [proposal.path]).changed == []
    filled = (
        proposal.text.replace('summary: ""', f"summary: {SUMMARY}")
        .replace('section: ""', "section: models")
        .replace('kind: ""', "kind: model")
    )
    file.write_text(filled, "utf-8")
    format_files(root, [proposal.path])
    assert check(root, [proposal.path]).problems == []
    assert load(root).catalog.entries["vanderbeispiel2024filmline"].summary == SUMMARY


@pytest.mark.parametrize(
    "source",
    [
        "https://arxiv.org/abs/2405.12345",
        "arXiv:2405.12345",
        "https://doi.org/10.48550/arXiv.2405.12345",
        "https://github.com/example/filmline",
        "github.com/example/cited",
    ],
)
def test_other_names_of_a_paper_give_the_same_entry(
    source: str, filled: World, services: Services, catalog: Catalog
) -> None:
    readme = "See https://arxiv.org/abs/2405.12345, https://arxiv.org/pdf/2405.12345 and arXiv:2001.00001"
    filled.repos["example/filmline"] = Repo("example/filmline", readme=readme)
    filled.repos["example/cited"] = Repo("example/cited", citation="url: https://arxiv.org/abs/2405.12345")
    text = only_text(add_works([source], catalog, TODAY, services))
    assert 'arxiv: "2405.12345"' in text
    assert f"code: https://github.com/example/{'cited' if 'cited' in source else 'filmline'}\n" in text


def test_a_doi_gives_the_venue(filled: World, services: Services, catalog: Catalog) -> None:
    filled.works["10.5555/journal"] = Work("A <i>study</i> of R&amp;D", container="Journal of Examples")
    text = only_text(add_works(["10.5555/journal"], catalog, TODAY, services))
    assert "title: A study of R&D\n" in text
    assert "authors: [Ada Example, Björn Muster]\ndate: 2024-05-01\n" in text
    assert "venue: {name: Journal of Examples, year: 2024}\ndoi: 10.5555/journal\n" in text


def test_a_dataset_of_another_registry_is_added(filled: World, services: Services, catalog: Catalog) -> None:
    filled.data["10.5281/zenodo.7"] = Work("A made-up dataset of films")
    text = only_text(add_works(["doi:10.5281/zenodo.7"], catalog, TODAY, services))
    assert "\nauthors: [Ada Example, Björn Muster]\ndate: 2024-05-01\ndoi: 10.5281/zenodo.7\n" in text


def test_an_unknown_venue_is_reported(filled: World, services: Services, catalog: Catalog) -> None:
    filled.works["10.5555/elsewhere"] = Work("A study", container="Annals of Nothing")
    (proposal,) = add_works(["10.5555/elsewhere"], catalog, TODAY, services).proposals
    assert "venue" not in proposal.text.replace("venues", "")
    assert proposal.notes == (
        "“Annals of Nothing” is not a known venue: add it to entries/_vocabulary/venues.yaml "
        "(slug, label, type, name), or leave `venue` out",
    )


def test_many_works_are_asked_for_at_once_and_get_different_ids(
    filled: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    for number in range(3):
        filled.papers[f"2406.0000{number}"] = Paper(f"Same words {number}", ("Ada Example",), "2024-06-01")
    bib = tmp_path / "many.bib"
    records = (f"@misc{{k{n}, title={{Same words {n}}}, eprint={{2406.0000{n}}}}}" for n in range(3))
    bib.write_text("\n".join(records), "utf-8")
    done = add_works([str(bib), "2405.12345", "2405.12345"], catalog, TODAY, services)
    stems = [Path(proposal.path).stem for proposal in done.proposals]
    assert stems[:3] == ["example2024same", "example2024same-2", "example2024same-3"]
    assert done.duplicates == ["2405.12345: named twice"]
    assert filled.requests("arxiv") == 1


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("2401.00001", "the arXiv id `2401.00001` is listed already: entries/2024/example2024imagetalk.yaml"),
        ("10.9999/EXCONF.2024.1", "the DOI `10.9999/exconf.2024.1` is listed already"),
        ("2407.00001", "the title “Talking with made-up films” is listed already"),
    ],
)
def test_a_listed_work_is_not_added_again(
    source: str, sentence: str, filled: World, services: Services, catalog: Catalog
) -> None:
    filled.papers["2407.00001"] = Paper("Talking with made-up films.", ("Ada Example",))
    done = add_works([source], catalog, TODAY, services)
    assert done.proposals == []
    assert sentence in done.duplicates[0]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "2408.00001",
            "2408.00001: arXiv knows no such id; --skeleton makes a file without asking any service",
        ),
        ("10.5555/nothing", "10.5555/nothing: "),
        ("https://github.com/example/bare", "GitHub has no README and no CITATION.cff of it: check its name"),
        (
            "nonsense",
            f"`nonsense` is not one of these: {', '.join(row.name for row in IDENTIFIERS)}, GitHub",
        ),
        ("https://example.org/paper", "is not one of these: arXiv id"),
        ("gone.bib", "gone.bib cannot be read: No such file or directory"),
    ],
)
def test_a_source_that_gives_no_entry_is_reported(
    source: str, sentence: str, filled: World, services: Services, catalog: Catalog
) -> None:
    filled.repos["example/bare"] = Repo("example/bare")
    done = add_works([source], catalog, TODAY, services)
    assert done.proposals == []
    assert sentence in done.failures[0]


def test_a_bibliography_gives_an_entry_when_the_service_does_not_know_it(
    filled: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    filled.papers.clear()
    bib = tmp_path / "one.bib"
    bib.write_text(
        "@misc{k, title={A Study}, author={Example, Ada}, eprint={2409.00001}, year=2024}", "utf-8"
    )
    done = add_works([str(bib)], catalog, TODAY, services)
    text = only_text(done)
    assert "title: A Study\n" in text
    assert "date: 2024\n" in text
    assert "arxiv" not in text
    assert done.proposals[0].notes[0] == (
        "2409.00001: arXiv knows no such id, so it was left out: correct it"
    )


def test_a_broken_record_is_reported(catalog: Catalog, tmp_path: Path) -> None:
    bib = tmp_path / "broken.bib"
    bib.write_text("@misc{b, title={B", "utf-8")
    assert add_works([str(bib)], catalog, TODAY, None).failures == [
        f"{bib}: line 1: the record `b` cannot be read: "
        "a brace or quotation mark of `title` is not closed, in line 1"
    ]


def test_without_services_a_skeleton_has_what_the_source_says(catalog: Catalog) -> None:
    done = add_works(
        ["2405.12345", "10.1000/x.y", "https://github.com/example/Nothing"], catalog, TODAY, None
    )
    assert [proposal.path for proposal in done.proposals] == [
        "entries/2024/work-2405-12345.yaml",
        "entries/undated/work-10-1000-x-y.yaml",
        "entries/undated/example-nothing.yaml",
    ]
    assert "date: 2024-05\narxiv:" in done.proposals[0].text
    assert done.proposals[0].notes == (
        "the file is called `work-2405-12345`, as there are no names or no title in Latin letters: "
        "rename it to last name, year and first word of the title, such as `lind2024report`; "
        "its name never changes later",
    )


def test_the_page_of_a_paper_that_no_service_knows_is_kept_as_its_link(
    services: Services, catalog: Catalog
) -> None:
    url = "https://proceedings.mlr.press/v1/lind24a.html"
    done = add_works([url], catalog, TODAY, services)
    assert f"  paper: {url}\n" in only_text(done)
    assert done.proposals[0].notes[0].startswith("no service knows this page: write the title")


def test_no_service_is_asked_about_a_record_without_an_identifier(
    filled: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    bib = tmp_path / "plain.bib"
    bib.write_text("@book{k, title={A Book of Films}, author={Example, Ada}, year=1999}", "utf-8")
    assert "title: A Book of Films\n" in only_text(add_works([str(bib)], catalog, TODAY, services))
    assert filled.requests("arxiv") == filled.requests("crossref") == 0


def test_services_that_do_not_answer_are_named(
    filled: World, context: ClientContext, catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    for service in (arxiv.SERVICE, semanticscholar.SERVICE):
        monkeypatch.setenv(service.variable, "http://127.0.0.1:9")
    failures = add_works([f"2405.1234{n}" for n in range(4)], catalog, TODAY, Services(context)).failures
    assert len(failures) == 4
    assert all(
        "arXiv does not answer (no connection" in failure and "--skeleton" in failure for failure in failures
    )


def test_another_service_answers_when_one_refuses(
    filled: World, services: Services, catalog: Catalog
) -> None:
    filled.fakes["arxiv"].throttle = 100
    text = only_text(add_works(["2405.12345"], catalog, TODAY, services))
    assert 'title: "FilmLine: ' in text
    assert "Zoé van der Beispiel" in text


def test_the_addresses_of_an_abstract_get_their_kinds(
    filled: World, services: Services, catalog: Catalog
) -> None:
    text = "See https://huggingface.co/datasets/ada/films, https://example.org/x and http://github.com/ada/films."
    filled.papers["2410.00001"] = Paper("A study", ("Ada Example",), summary=text)
    found = only_text(add_works(["2410.00001"], catalog, TODAY, services))
    assert (
        "  code: https://github.com/ada/films\n  data: https://huggingface.co/datasets/ada/films\n" in found
    )
    assert "example.org" not in found
