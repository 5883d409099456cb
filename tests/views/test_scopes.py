"""Core, background and adjacent work are told apart by their sections."""

from typing import Any

import pytest

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term, Vocabulary
from generator.outputs.site import groups, home, newest, tables, trends
from generator.outputs.site.page import Page
from generator.settings import Settings
from generator.views.groups import list_groups
from generator.views.scopes import count_others, find_scope
from generator.views.sections import list_other_sections
from tests.data_files import render_data_files
from tests.made_up import HOMELESS, make_entry

SECTIONS = Vocabulary(
    "sections",
    {
        term.slug: term
        for term in (
            Term(slug="data", label="Data"),
            Term(slug="images", label="Images", parent="data", scope="background"),
            Term(slug="near", label="Near", scope="adjacent"),
            Term(slug="text", label="Text", parent="near"),
        )
    },
)


@pytest.fixture
def mixed(catalog: Catalog) -> Catalog:
    """A list with one work of core, one of background and two of adjacent work; the last is the newest."""
    facts: dict[str, Any] = {"kind": "dataset", "tasks": ["vqa"], "links": {"code": "https://c.example.org/"}}
    works = [
        make_entry(
            section,
            title=f"Work on {section}",
            section=section,
            date=f"202{n}",
            added=f"2024-05-0{n}",
            **facts,
        )
        for n, section in enumerate(("data", "images", "near", "text"), 1)
    ]
    entries = {work.id: work for work in works}
    vocabularies = {**catalog.vocabularies, "sections": SECTIONS}
    return Catalog(entries, vocabularies, {id_: f"entries/{id_}.yaml" for id_ in entries})


def body(pages: Any, address: str) -> str:
    found: dict[str, Page] = {page.address: page for page in pages}
    return found[address].body


def test_a_section_has_the_scope_of_the_one_above_unless_it_has_its_own(mixed: Catalog) -> None:
    scopes = {entry.id: find_scope(entry, mixed) for entry in mixed}
    assert scopes == {"data": "core", "images": "background", "near": "adjacent", "text": "adjacent"}
    assert count_others(mixed) == {"background": 1, "adjacent": 2}
    assert [section.term.slug for section in list_other_sections(mixed)] == ["images", "near"]


def test_a_group_has_core_work_first_but_a_section_its_own_work(mixed: Catalog) -> None:
    (group,) = list_groups(mixed, "task")
    assert [entry.id for entry in group.entries] == ["data"]
    assert [entry.id for entry in group.others] == ["text", "near", "images"]
    sections = {group.slug: group for group in list_groups(mixed, "section")}
    assert [entry.id for entry in sections["near"].entries] == ["text", "near"]
    assert [entry.id for entry in sections["data"].others] == ["images"]


def test_the_page_of_a_group_counts_core_work_and_shows_the_rest_below_a_heading(mixed: Catalog) -> None:
    text = body(groups.pages(mixed, HOMELESS), "task/vqa/")
    assert "1 entry, newest first; then 3 of background and adjacent work." in text
    core, _, others = text.partition('<h2 id="others">')
    assert "Work on data" in core
    assert 'class="scope"' not in core
    assert others.count('<span class="scope">Adjacent</span>') == 2


def test_a_page_after_all_core_work_has_the_rest_only(
    mixed: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "CARDS_PER_PAGE", 2)
    pages = list(groups.pages(mixed, HOMELESS))
    assert "Work on text" in body(pages, "task/vqa/")
    second = body(pages, "task/vqa/page/2/")
    assert second.count('class="entry-lines"') == 1
    assert "Work on images" in second


def test_home_new_and_trends_count_core_work_only(mixed: Catalog) -> None:
    text = body(home.pages(mixed, HOMELESS), "")
    assert '<h1 id="title">1 work.</h1>' in text
    assert "Listed separately, 3 background and adjacent works" in text
    assert "Work on text" not in text
    assert "All 1 by date added" in body(newest.pages(mixed, HOMELESS), "new/")
    assert "2024" not in body(trends.pages(mixed, HOMELESS), "trends/")


def test_the_table_of_datasets_marks_background_and_leaves_adjacent_work_out(mixed: Catalog) -> None:
    text = body(tables.pages(mixed, HOMELESS), "datasets/")
    assert "of 1 datasets and benchmarks, plus 1 marked as background." in text
    assert "Work on near" not in text


def test_open_data_has_every_entry_but_the_feed_core_work_only(mixed: Catalog, settings: Settings) -> None:
    texts = render_data_files(mixed, settings)
    for path in ("data/entries.json", "data/entries.csv", "data/entries.bib", "data/task/vqa.bib"):
        assert "Work on text" in texts[path].replace("{", "").replace("}", ""), path
    assert "Work on data" in texts["data/feed.xml"]
    assert "Work on text" not in texts["data/feed.xml"] + texts["data/task/vqa.xml"]
    assert "Work on text" in texts["data/section/near.xml"]
