"""A repository gives the paper that its README presents, never the one that it names most."""

import pytest

from generator.add.adding import add_works
from generator.add.asking.services import Services
from generator.add.repositories.readme import read_readme
from generator.catalog.catalog import Catalog
from tests.add.conftest import TODAY, only_text
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.github import Repo
from tests.links.fakes.server import as_json
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

OTHERS = "\nIt builds on https://arxiv.org/abs/2502.02673 (see also arXiv:2502.02673 and arXiv:2502.02673).\n"
BIB = (
    "\n## Citation\n```bibtex\n"
    "@article{a, title={FilmTwo: Reading Films Twice}, author={Example, Ada}%s}\n```\n"
)
BADGE = "[![paper](https://img.shields.io/badge/arXiv-b31b1b.svg)](https://arxiv.org/abs/2501.00002)"


@pytest.fixture
def known(filled: World) -> World:
    filled.papers["2501.00002"] = Paper("FilmTwo: Reading Films Twice", ("Ada Example",), "2025-01-01")
    filled.papers["2502.02673"] = Paper("Words Without Any Film", ("Kim Else",), "2025-02-04")
    return filled


@pytest.mark.parametrize(
    ("readme", "note"),
    [
        (f"# Films\n{OTHERS}Our paper: https://arxiv.org/abs/2501.00002", "the README calls it its paper"),
        (f"# Films\n{OTHERS}{BIB % ', eprint={2501.00002}'}", "the README asks to cite it"),
        (f"# Films\n{OTHERS}{BIB % ''}", "the README asks to cite it, and names no identifier of it"),
        (f"# Films\n{BADGE}\n{OTHERS}", "a badge at the top of the README leads to it"),
        (
            f"Films\n=====\n**FilmTwo: Reading Films Twice**\n{OTHERS}arXiv:2501.00002",
            "its title is at the top of the README or the repository's name",
        ),
        (
            f'<h1 align="center">FilmTwo: Reading Films Twice</h1>\n{OTHERS}arXiv:2501.00002',
            "its title is at the top of the README or the repository's name",
        ),
    ],
)
def test_the_paper_that_a_readme_presents_is_taken_and_the_reason_is_said(
    readme: str, note: str, known: World, services: Services, catalog: Catalog
) -> None:
    known.repos["ada/films"] = Repo("ada/films", readme=readme)
    done = add_works(["https://github.com/ada/films"], catalog, TODAY, services)
    assert 'arxiv: "2501.00002"\nlinks:\n  code: https://github.com/ada/films\n' in only_text(done)
    assert note in done.proposals[0].notes[0]
    assert ("not sure" in done.proposals[0].notes[0]) is ("calls" in note)


@pytest.mark.parametrize("readme", [f"# Films\n{OTHERS}", f"# Films\n- arXiv:2501.00002\n{OTHERS}"])
def test_papers_that_are_only_named_are_offered(
    readme: str, known: World, services: Services, catalog: Catalog
) -> None:
    known.repos["ada/films"] = Repo("ada/films", readme=readme)
    (failure,) = add_works(["https://github.com/ada/films"], catalog, TODAY, services).failures
    assert "not sure which paper is its own; the README names " in failure
    assert "2502.02673 “Words Without Any Film”" in failure


def test_the_preferred_citation_comes_before_what_the_readme_says(
    known: World, services: Services, catalog: Catalog
) -> None:
    citation = (
        "title: Films\ndoi: 10.5281/zenodo.1\npreferred-citation: {url: https://arxiv.org/abs/2501.00002}"
    )
    known.repos["ada/films"] = Repo("ada/films", readme=f"# Words\n{OTHERS}", citation=citation)
    done = add_works(["https://github.com/ada/films"], catalog, TODAY, services)
    assert 'arxiv: "2501.00002"\n' in only_text(done)


def test_a_citation_without_an_identifier_is_found_by_its_title_or_kept_as_it_is(
    known: World, services: Services, catalog: Catalog
) -> None:
    known.works["10.5555/noon"] = Work("Reading films at noon")
    record = "@article{a, title={%s}, author={Example, Ada}, year={2024}}"
    known.repos["ada/noon"] = Repo("ada/noon", readme=record % "Reading films at noon")
    known.repos["ada/dusk"] = Repo("ada/dusk", readme=record % "Reading films at dusk")
    noon, dusk = add_works(
        ["https://github.com/ada/noon", "https://github.com/ada/dusk"], catalog, TODAY, services
    ).proposals
    assert "doi: 10.5555/noon\n" in noon.text
    assert "title: Reading films at dusk\n" in dusk.text
    assert any("neither arXiv nor Crossref has a work with this title" in note for note in dusk.notes)


def test_the_repository_of_a_listed_work_is_said_to_be_listed(
    known: World, services: Services, catalog: Catalog
) -> None:
    entry = next(entry for entry in catalog if entry.links.code and "github.com" in entry.links.code[0])
    done = add_works([entry.links.code[0]], catalog, TODAY, services)
    assert f"is listed already, as the code of {catalog.paths[entry.id]}" in done.duplicates[0]
    assert known.requests("github") == 0


def test_a_refusal_of_github_is_no_statement_about_the_repository(
    known: World, services: Services, catalog: Catalog
) -> None:
    known.repos["ada/films"] = Repo("ada/films", readme=BADGE)
    known.fakes["github"].limits = [as_json(403, {}, {"x-ratelimit-remaining": "0"})] * 6
    done = add_works(["https://github.com/ada/films"], catalog, TODAY, services)
    assert done.unanswered[0].startswith("GitHub did not answer about ada/films")
    assert "names no paper" not in done.failures[0]


@pytest.mark.parametrize("part", ["<h1 ", "<a href=http://x ", "![", "@article{\n", "our paper: 2401.00001 "])
def test_a_hostile_readme_names_few_papers(part: str) -> None:
    readme = read_readme(part * 30_000)
    assert len(readme.named) <= 50
    assert len(readme.own) <= 50
