"""The contribute page reads addresses by the tables of the generator, and names the services that it asks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.add.link_kinds import find_link_kind
from generator.outputs.site.contribute.addresses import describe_addresses, list_venue_dois
from generator.outputs.site.contribute.services import list_asked_hosts, list_asked_origins
from tests.paths import DATA
from tests.whole import load_whole


def test_the_tests_of_the_scripts_have_the_tables(golden: Callable[[Path, str], None]) -> None:
    golden(DATA / "contribute_addresses.json", json.dumps(describe_addresses(), indent=1) + "\n")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://aclanthology.org/2024.bionlp-1.49", "paper"),
        ("https://papers.miccai.org/miccai-2025/paper/0951_paper.pdf", "paper"),
        ("https://ieeexplore.ieee.org/document/1234567", "paper"),
        ("https://www.sciencedirect.com/science/article/pii/S1361841524000001", "paper"),
        ("https://example.github.io/film/", "project"),
        ("https://www.kaggle.com/datasets/example/films", "data"),
        ("https://gitlab.com/example/films", "code"),
        ("https://example.org/films.pdf", "pdf"),
        ("https://example.org/films", ""),
        ("https://notaclanthology.org/films", ""),
    ],
)
def test_the_kind_of_a_page_is_shown_by_its_host(url: str, kind: str) -> None:
    assert find_link_kind(url) == kind


def test_the_papers_that_the_list_links_are_at_known_hosts() -> None:
    linked = {
        address
        for entry in load_whole()
        for (_, kind, _), address in entry.links.list_addresses()
        if kind == "paper" and find_link_kind(address) != "paper"
    }
    assert len(linked) < 10, linked  # such as the pages of theses


def test_a_venue_is_known_by_what_only_its_dois_have() -> None:
    found = {row["part"]: row["venue"] for row in list_venue_dois(load_whole().vocabulary("venues"))}
    assert found[".acl-long."] == "ACL"
    assert not [part for part in found if part.endswith("/")], "the prefix of a publisher is no venue"


def test_the_services_are_named_by_their_hosts() -> None:
    assert list_asked_hosts() == ["api.crossref.org", "api.datacite.org"]
    assert list_asked_origins() == ["https://api.crossref.org", "https://api.datacite.org"]
