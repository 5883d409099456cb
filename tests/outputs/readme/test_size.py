"""README.md stays below the size that GitHub shows."""

import re

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import readme
from generator.render.markdown import list_anchors
from generator.settings import Settings
from generator.views.links import list_links
from generator.views.order import sort_newest_first
from generator.views.sections import list_sections
from tests.made_up import HOMELESS, make_large_catalog
from tests.readme_page import PROJECT, find_headings, find_links, read_section


@pytest.mark.slow
def test_three_thousand_entries_have_a_short_readme_and_lists_with_every_entry(
    catalog: Catalog, settings: Settings
) -> None:
    large = make_large_catalog(catalog, 3000)
    texts = readme.render_readme_files(large, settings, PROJECT)
    front = texts.pop("README.md")
    assert len(front.encode()) < 480_000
    assert texts

    for entry in large:
        places = [
            text for text in (front, *texts.values()) if f"(https://arxiv.org/abs/{entry.arxiv})" in text
        ]
        assert places, entry.id
    assert {link for link in find_links(front) if link.startswith("lists/")} == set(texts)

    targets = {f"#{anchor}" for anchor in list_anchors(find_headings(front))}
    contents = dict(
        re.findall(r"\[([^\]]+)\]\((#[^)]+)\) \(\d+\)", "\n".join(read_section(front, "Contents")))
    )
    assert set(contents.values()) <= targets
    counts = {part.term.label: part.count for part in list_sections(large)}
    for label, count in counts.items():
        assert f"- [{label}]({contents[label]}) ({count})" in front


def test_a_moved_section_leaves_its_newest_entries_and_shows_all_in_its_list(
    catalog: Catalog, settings: Settings
) -> None:
    large = make_large_catalog(catalog, 4500)
    texts = readme.render_readme_files(large, settings, PROJECT)
    front = texts["README.md"]
    moved = [part for part in list_sections(large) if f"lists/{part.term.slug}.md" in texts]
    stayed = [part for part in list_sections(large) if part not in moved]
    assert min(part.count for part in moved) >= max(part.count for part in stayed)
    assert len(moved) > 1
    assert any(part.children for part in moved)
    for part in moved:
        path = f"lists/{part.term.slug}.md"
        left = read_section(front, part.term.label)
        assert f"All {part.count} are in [{path}]({path}). The newest:" in left
        newest = [entry.title for entry in sort_newest_first(part.all_entries())[:5]]
        assert [line.split("]")[0].removeprefix("- [") for line in left if line.startswith("- ")] == newest
        assert texts[path].count("\n- [") == part.count
        assert f"# {part.term.label}\n" in texts[path]
        assert "[Awesome Example Imaging](../README.md)" in texts[path]
        for child in part.children:
            assert f"\n## {child.term.label}\n" in texts[path]
            assert f"\n### {child.term.label}\n" not in front


def test_tables_move_before_lines_get_shorter(catalog: Catalog) -> None:
    texts = readme.render_readme_files(make_large_catalog(catalog, 950), HOMELESS, PROJECT)
    assert list(texts) == ["README.md", "lists/table-models.md", "lists/table-datasets.md"]
    front, *tables = texts.values()
    assert front.count("Sentence ") == 950 + readme.NEWEST_IN_README
    assert [table.count("\n| ") - 2 for table in tables] == [476, 237]
    assert read_section(front, "Table of models") == [
        "All 476 are in [lists/table-models.md](lists/table-models.md)."
    ]


def test_lines_get_shorter_before_a_section_moves(catalog: Catalog) -> None:
    texts = readme.render_readme_files(make_large_catalog(catalog, 1500), HOMELESS, PROJECT)
    assert list(texts) == ["README.md", "lists/table-models.md", "lists/table-datasets.md"]
    front = texts["README.md"]
    assert front.count("Sentence ") == readme.NEWEST_IN_README
    assert front.count("\n- [Work ") == 1500 + readme.NEWEST_IN_README
    assert (
        "](https://arxiv.org/abs/2401.00007) - *2007-08*. [Code](https://github.com/example/work-00007).\n"
        in front
    )


def test_a_list_too_long_for_full_lines_has_short_ones(catalog: Catalog) -> None:
    texts = readme.render_readme_files(
        make_large_catalog(catalog, 3400, ["tools", "surveys"]), HOMELESS, PROJECT
    )
    assert texts["lists/surveys.md"].count("\n- [Work ") == 1700
    assert "Sentence " not in texts["lists/surveys.md"]
    spread = readme.render_readme_files(make_large_catalog(catalog, 3000), HOMELESS, PROJECT)
    assert all("Sentence " in text for path, text in spread.items() if "table" not in path)


def test_if_nothing_helps_all_parts_have_moved_and_none_is_lost(catalog: Catalog) -> None:
    texts = readme.render_readme_files(
        catalog, Settings("Awesome List", scope="Too long. " * 50_000), PROJECT
    )
    front = texts.pop("README.md")
    assert {link for link in find_links(front) if link.startswith("lists/")} == set(texts)
    assert len(texts) == 9
    for entry in catalog:
        assert any(f"[{entry.title.split('[')[0]}" in text for text in texts.values()) or not list_links(
            entry
        )
