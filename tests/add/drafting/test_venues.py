"""Venues and links, as registries, DBLP, OpenReview and the authors write them."""

from typing import Any

import pytest

from generator.add.draft import Draft
from generator.add.drafting.venues import read_venue
from generator.add.registries.own_links import read_own_links
from generator.catalog.catalog import Catalog

EXCONF = {"name": "ExConf", "year": 2024}
JEX = {"name": "Journal of Examples", "year": 2024}


@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("Journal of Examples", JEX),
        ("J. Examples", JEX),
        ("Journal of Examples 12, 345 (2024)", JEX),
        ("The Journal of Examples, vol. 3", JEX),
        ("Proceedings of the 31st Example Conference on Examples", EXCONF),
        ("Advances in Examples - ExConf 2024 - 31st Conference, Nowhere, Proceedings, Part V", EXCONF),
        ("ExConf 2024 Poster", EXCONF),
        ("ExConf'24", EXCONF),
        (
            "Films at Noon - First Workshop, Held in Conjunction with ExConf 2024",
            {**EXCONF, "track": "workshop"},
        ),
        ("ExConf 2024 Workshop on Films", {**EXCONF, "track": "workshop"}),
    ],
)
def test_a_venue_of_the_catalog_is_found_by_its_names(
    place: str, venue: dict[str, Any], catalog: Catalog
) -> None:
    assert read_venue(Draft("x", place=place, year=2024), catalog) == (venue, [])


@pytest.mark.parametrize("place", ["CoRR", "arXiv preprint arXiv:2501.00002", "Research Square"])
def test_a_server_of_preprints_is_no_venue(place: str, catalog: Catalog) -> None:
    assert read_venue(Draft("x", place=place, year=2024), catalog) == (None, [])


@pytest.mark.parametrize(
    "place",
    [
        "Another Journal of Examples",
        "Journal of Examples and Counterexamples",
        "Example Conference on Examples and Films",
    ],
)
def test_a_longer_name_is_another_venue_and_it_is_said_what_to_do(place: str, catalog: Catalog) -> None:
    venue, notes = read_venue(Draft("x", place=place, year=2024), catalog)
    assert venue is None
    assert notes == [
        f"“{place}” is not a known venue: add it to entries/_vocabulary/venues.yaml "
        "(slug, label, type, name), or leave `venue` out"
    ]


@pytest.mark.parametrize(
    ("comment", "venue"),
    [
        ("Accepted at ExConf 2024", EXCONF),
        ("11 pages, 4 figures. Accepeted by ExConf-2024 (oral). Code: https://example.org", EXCONF),
        ("ExConf24", EXCONF),
        ("To appear in Journal of Examples, 2024", None),
        ("Submitted to ExConf 2023 and published at ExConf 2024", EXCONF),
        ("Accepted to the Films workshop, co-located with ExConf 2024", {**EXCONF, "track": "workshop"}),
        ("FilmDay @ ExConf 2024", {**EXCONF, "track": "workshop"}),
        ("12 pages, 3 figures", None),
        ("Code will be released once the paper is accepted for publication", None),
    ],
)
def test_a_venue_is_read_from_the_words_of_the_authors(
    comment: str, venue: dict[str, Any] | None, catalog: Catalog
) -> None:
    assert read_venue(Draft("x", comment=comment), catalog)[0] == venue


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        (
            "Submitted to ExConf 2024",
            "“Submitted to ExConf 2024” is no publication, so the venue was left out",
        ),
        (
            "Extended version of our ExConf 2024 paper",
            "not sure whether “Extended version of our ExConf 2024",
        ),
        ("Accepted by ExConf", "“Accepted by ExConf” has no year: write `venue: {name: ExConf, year: …}`"),
        ("Accepted at FilmCon 2024", "“Accepted at FilmCon 2024” is not a known venue: add it to "),
    ],
)
def test_what_is_not_sure_about_a_venue_is_said(comment: str, note: str, catalog: Catalog) -> None:
    venue, notes = read_venue(Draft("x", comment=comment), catalog)
    assert venue is None
    assert [said.startswith(note) for said in notes] == [True]


def test_two_venues_are_both_said(catalog: Catalog) -> None:
    draft = Draft("x", place="Journal of Examples", year=2024, comment="Accepted at ExConf 2023")
    assert read_venue(draft, catalog) == (
        JEX,
        [
            "venue: Journal of Examples 2024 was taken, but “Accepted at ExConf 2023” names ExConf 2023: "
            "check it"
        ],
    )


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Our code is at https://github.com/ada/film4/tree/main.", {"code": "https://github.com/ada/film4"}),
        ("https://github.com/ada/film4", {"code": "https://github.com/ada/film4"}),
        (
            "Page: https://ada.github.io/f Code: http://github.com/ada/f Data: https://huggingface.co/datasets/ada/f",
            {
                "project": "https://ada.github.io/f",
                "code": "https://github.com/ada/f",
                "data": "https://huggingface.co/datasets/ada/f",
            },
        ),
        ("Unlike https://github.com/other/baseline, our code is at https://github.com/ada/film4.", {}),
        ("We outperform the code of https://github.com/other/baseline.", {}),
        ("Our code builds on https://github.com/other/base.", {}),
    ],
)
def test_only_links_that_are_surely_the_work_s_own_are_taken(text: str, links: dict[str, str]) -> None:
    found, notes = read_own_links(text)
    assert found == links
    assert bool(notes) is (not links)


def test_a_link_that_is_not_sure_is_asked_about() -> None:
    assert read_own_links("Compared with https://github.com/other/base.", "")[1] == [
        "the authors name https://github.com/other/base; not sure whether it is the work's own: "
        "write it as `links.code` if it is"
    ]
