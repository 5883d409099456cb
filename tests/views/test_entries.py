"""Entries sorted, grouped and linked."""

from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import BY_FIELD
from generator.entry.model import Entry
from generator.views.entry_texts import format_first_authors, format_publication, format_size, format_venue
from generator.views.facets import FACETS
from generator.views.groups import list_groups
from generator.views.links import find_main_link, keep_other_links, list_links
from generator.views.order import sort_by_added, sort_by_title, sort_newest_first, sort_oldest_first
from generator.views.sections import list_sections
from generator.views.tabled import find_card
from tests.entry.test_model import MINIMAL


def entry(id_: str, **fields: Any) -> Entry:
    return Entry.model_validate({**MINIMAL, "title": f"Title of {id_}", **fields, "id": id_})


def ids(entries: Any) -> list[str]:
    return [entry.id for entry in entries]


def test_links_to_the_paper_come_first(catalog: Catalog) -> None:
    found = list_links(catalog.entries["example2024imagetalk"], catalog)
    assert [link.kind for link in found] == [
        *BY_FIELD, "pdf", "code", "code", "weights", "weights", "data", "project", "demo",
    ]  # fmt: skip
    assert found[0].url == "https://arxiv.org/abs/2401.00001"
    assert found[1].url == "https://doi.org/10.9999/exconf.2024.1"


def test_the_title_leads_to_the_paper_or_to_the_first_link(catalog: Catalog) -> None:
    def leads_to(id_: str) -> str | None:
        link = find_main_link(catalog.entries[id_], catalog)
        return link.kind if link else None

    assert leads_to("example2024imagetalk") == "arxiv"
    assert leads_to("example2024pointing") == "paper"
    assert leads_to("filmkit") == "code"
    assert leads_to("lost-notes") is None


def test_other_links_are_neither_the_paper_nor_the_link_of_the_title(catalog: Catalog) -> None:
    assert [link.kind for link in keep_other_links(list_links(catalog.entries["filmkit"], catalog))] == [
        "project"
    ]
    assert "pdf" not in [
        link.kind for link in keep_other_links(list_links(catalog.entries["example2024imagetalk"], catalog))
    ]
    assert keep_other_links(list_links(catalog.entries["lost-notes"], catalog)) == []


@pytest.mark.parametrize(
    ("authors", "shown"),
    [
        (["A B"], "A B"),
        (["A B", "C D", "E F"], "A B, C D, E F"),
        (["A B", "C D", "E F", "G H"], "A B, C D, E F, et al."),
        (["A B", "others"], "A B, et al."),
    ],
)
def test_the_first_authors_are_shown(authors: list[str], shown: str) -> None:
    assert format_first_authors(entry("a", authors=authors)) == shown


def test_no_authors_are_no_text() -> None:
    assert format_first_authors(entry("a")) == ""


def test_a_venue_is_read_with_its_year_and_track(catalog: Catalog) -> None:
    assert format_venue(catalog.entries["example2024imagetalk"], catalog) == "ExConf 2024"
    assert format_venue(catalog.entries["sample2023wordpix"], catalog) == "ExConf 2023 Workshop"
    assert format_venue(catalog.entries["lost-notes"], catalog) == ""


DATED = [
    entry("a", date="2023"),
    entry("b", date="2024-05-01"),
    entry("c"),
    entry("d", date="2024-05-01", title="A title before B's"),
    entry("e", date="2024-05"),
]


def test_newest_first_and_undated_last() -> None:
    assert ids(sort_newest_first(DATED)) == ["d", "b", "e", "a", "c"]


def test_oldest_first_and_undated_last() -> None:
    assert ids(sort_oldest_first(DATED)) == ["a", "e", "d", "b", "c"]


def test_last_added_first_then_by_date_then_by_id() -> None:
    added = [entry("d", added="2024-06-06"), entry("b", date="2024"), entry("a"), entry("c", date="2024-05")]
    assert ids(sort_by_added(added)) == ["d", "c", "b", "a"]


def test_titles_sort_without_case_and_accents() -> None:
    named = [entry("b", name="zeta"), entry("a", name="Éta"), entry("c", name="Alpha")]
    assert ids(sort_by_title(named)) == ["c", "a", "b"]


def test_sections_keep_the_order_of_the_vocabulary_and_their_own(catalog: Catalog) -> None:
    found = {section.term.slug: section for section in list_sections(catalog)}
    assert list(found) == [
        "surveys", "models", "grounding", "datasets", "tools", "adjacent",
    ]  # fmt: skip
    assert ids(found["grounding"].entries) == ["muster2021wrong", "example2024pointing"]
    assert ids(found["models"].entries) == ["example2024imagetalk", "sample2023wordpix"]


def test_a_section_counts_its_subsections(catalog: Catalog) -> None:
    (section,) = [found for found in list_sections(catalog) if found.term.slug == "datasets"]
    assert section.entries == ()
    assert [child.term.slug for child in section.children] == ["datasets-text", "datasets-questions"]
    assert section.count == 3
    assert ids(section.all_entries()) == ["tiny-films", "muster2023askfilm", "placeholder2024questions"]


def test_a_group_includes_the_entries_of_narrower_terms(catalog: Catalog) -> None:
    groups = {group.slug: group for group in list_groups(catalog, "modality")}
    assert set(ids(groups["chest-xray"].entries)) < set(ids(groups["xray"].entries))
    assert groups["chest-xray"].parent == "xray"


def test_a_facet_shows_only_groups_with_entries(catalog: Catalog) -> None:
    assert "unused" not in [group.slug for group in list_groups(catalog, "section")]
    for facet in FACETS:
        assert all(group.all_entries for group in list_groups(catalog, facet.name))


def test_years_come_newest_first(catalog: Catalog) -> None:
    assert [group.slug for group in list_groups(catalog, "year")] == ["2024", "2023", "2022", "2021"]


def test_authors_of_two_works_sort_by_last_name_and_are_equal_whatever_their_accents() -> None:
    entries = [
        entry("a", authors=["Zoe Ärmel", "Bo Zet", "例 示", "others"]),
        entry("b", authors=["Zoe Armel", "Ann One", "例 示", "Bo Zet"]),
    ]
    groups = list_groups(Catalog({one.id: one for one in entries}), "author")
    assert [(group.slug, len(group.entries)) for group in groups] == [
        ("zoe-armel", 2), ("bo-zet", 2), ("4f8b-793a", 2),
    ]  # fmt: skip


def test_a_kind_has_a_card_or_none(catalog: Catalog) -> None:
    assert find_card(catalog.entries["tiny-films"], catalog) == "dataset"
    assert find_card(catalog.entries["sample2023wordpix"], catalog) == "model"
    assert find_card(catalog.entries["lost-notes"], catalog) is None
    assert find_card(entry("a", kind="unknown"), catalog) is None


def test_a_size_is_its_counts_and_what_they_do_not_say(catalog: Catalog) -> None:
    def size(**card: Any) -> str:
        found = entry("a", dataset=card).dataset
        assert found
        return format_size(found, catalog)

    assert size(counts={"images": 9000, "questions": "~4K"}) == "9,000 images, ~4K questions"
    assert size(counts={"images": "160000+"}, size="half to train") == "160,000+ images; half to train"
    assert size(size="half to train") == "half to train"
    assert size(classes=2) == ""


PLACE: dict[str, Any] = {"venue": {"name": "Journal of Examples", "year": 2023}}


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (PLACE, "Journal of Examples 2023"),
        (PLACE | {"volume": "8", "pages": "123"}, "Journal of Examples 8, 123 (2023)"),
        (PLACE | {"volume": "8", "number": "2", "pages": "1-9"}, "Journal of Examples 8 (2), 1–9 (2023)"),
        (PLACE | {"pages": "e7"}, "Journal of Examples, e7 (2023)"),
        ({"venue": {"name": "ExConf", "year": 2023}, "pages": "1-9"}, "ExConf 2023, 1–9"),
        ({}, ""),
    ],
)
def test_a_publication_is_read_with_its_pages(fields: dict[str, Any], shown: str, catalog: Catalog) -> None:
    assert format_publication(entry("a", **fields), catalog) == shown
