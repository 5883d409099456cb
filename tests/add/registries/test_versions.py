"""A work that is published has the published title and authors; the preprint's title is an alias."""

from pathlib import Path

import pytest

from generator.add.adding import add_works
from generator.add.asking.services import Services
from generator.catalog.catalog import Catalog
from tests.add.conftest import TODAY, only_text
from tests.links.fakes.arxiv import Paper
from tests.links.fakes.work import Work
from tests.links.fakes.world import World

PREPRINT = Paper(
    "An Early Draft about Films", ("Ada Example", "Björn Muster"), "2023-02-03", doi="10.5555/late"
)
PUBLISHED = Work(
    "Reading films with invented reports",
    (("B.", "Muster"), ("Ada", "Example"), ("Carla", "Neu")),
    (2024, 5, 1),
    container="Journal of Examples",
    volume="12",
    number="3",
    article="e77",
    preprint="10.48550/arXiv.2302.00001",
)
BOTH = (
    "title: Reading films with invented reports\n",
    "authors: [Björn Muster, Ada Example, Carla Neu]\ndate: 2023-02-03\n",
    "venue: {name: Journal of Examples, year: 2024}\nvolume: 12\nnumber: 3\npages: e77\n",
    'arxiv: "2302.00001"\ndoi: 10.5555/late\n',
    "aliases: [An Early Draft about Films]\n",
)


@pytest.mark.parametrize("source", ["2302.00001", "10.5555/late"])
def test_either_identifier_gives_the_published_version(
    source: str, filled: World, services: Services, catalog: Catalog
) -> None:
    filled.papers["2302.00001"], filled.works["10.5555/late"] = PREPRINT, PUBLISHED
    text = only_text(add_works([source], catalog, TODAY, services))
    assert [part for part in BOTH if part not in text] == []


def test_a_bibliography_with_both_identifiers_gives_the_published_version(
    filled: World, services: Services, catalog: Catalog, tmp_path: Path
) -> None:
    filled.papers["2302.00001"] = Paper(PREPRINT.title, PREPRINT.authors, PREPRINT.published)
    filled.works["10.5555/late"] = PUBLISHED
    bib = tmp_path / "one.bib"
    bib.write_text("@misc{k, eprint={2302.00001}, doi={10.5555/late}}", "utf-8")
    text = only_text(add_works([str(bib)], catalog, TODAY, services))
    assert [part for part in BOTH if part not in text] == []


def test_a_registry_that_does_not_answer_leaves_the_preprint(
    filled: World, services: Services, catalog: Catalog
) -> None:
    filled.papers["2302.00001"] = PREPRINT
    text = only_text(add_works(["2302.00001"], catalog, TODAY, services))
    assert "title: An Early Draft about Films\n" in text
    assert "doi: 10.5555/late\n" in text


def test_authors_that_a_registry_cuts_off_are_those_of_the_preprint(
    filled: World, services: Services, catalog: Catalog
) -> None:
    filled.papers["2302.00001"] = PREPRINT
    filled.works["10.5555/late"] = Work("Other Words about Films", (("Ada", "Example"),))
    text = only_text(add_works(["2302.00001"], catalog, TODAY, services))
    assert "title: Other Words about Films\n" in text
    assert "authors: [Ada Example, Björn Muster]\n" in text


def test_a_doi_of_another_work_is_not_taken_for_the_published_version(
    filled: World, services: Services, catalog: Catalog
) -> None:
    filled.papers["2302.00001"] = PREPRINT
    filled.works["10.5555/late"] = Work("Quite another matter", (("X", "Y"), ("Z", "W")))
    (proposal,) = add_works(["2302.00001"], catalog, TODAY, services).proposals
    assert "title: An Early Draft about Films\n" in proposal.text
    assert "the DOI 10.5555/late leads to “Quite another matter”: is that the published version?" in (
        proposal.notes
    )
