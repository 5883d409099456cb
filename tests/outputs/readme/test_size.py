"""README.md stays below the size that GitHub shows."""

import re
from collections.abc import Iterator

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import readme
from generator.render.markdown import list_anchors
from generator.settings import Settings, load_settings
from generator.views.links import list_links
from generator.views.order import sort_newest_first
from generator.views.scopes import keep_core
from generator.views.sections import Section, list_sections
from tests.bench.synthetic import synthesize_catalog
from tests.made_up import make_large_catalog
from tests.readme_page import PROJECT, find_headings, find_links, read_section
from tests.whole import load_whole


@pytest.mark.slow
def test_three_thousand_entries_have_a_readme_that_github_shows_and_lists_with_every_entry(
    catalog: Catalog, settings: Settings
) -> None:
    large = make_large_catalog(catalog, 3000)
    texts = readme.render_readme_files(large, settings, PROJECT)
    front = texts.pop("README.md")
    assert len(front.encode()) < 480_000
    lists = "".join(texts.values())
    for entry in large:
        assert f"(https://arxiv.org/abs/{entry.arxiv})" in lists, entry.id
    by_year = {path for path in texts if path.count(".") > 1}
    assert {link for link in find_links(front) if link.startswith("lists/")} == set(texts) - by_year

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
    moved = [
        part for part in list_sections(large) if f"All {part.count} are in [lists/{part.term.slug}" in front
    ]
    stayed = [part for part in list_sections(large) if part not in moved]
    assert min(part.count for part in moved) >= max(part.count for part in stayed)
    assert len(moved) > 1
    assert any(part.children for part in moved)
    for part in moved:
        path = f"lists/{part.term.slug}.md"
        left = read_section(front, part.term.label)
        assert f"All {part.count} are in [{path}]({path}). The newest:" in left
        newest = [entry.title for entry in sort_newest_first(part.all_entries())[:10]]
        assert [line.split("]")[0].removeprefix("- [") for line in left if line.startswith("- ")] == newest
        pages = [text for page, text in texts.items() if page.startswith(path.removesuffix("md"))]
        assert sum(text.count("\n- [") for text in pages) == part.count
        assert f"# {part.term.label}\n" in texts[path]
        assert "[Awesome Example Imaging](../README.md)" in texts[path]
        for child in part.children:
            assert any(f"\n## {child.term.label}\n" in text for text in pages)
            assert f"\n### {child.term.label}\n" not in front


def test_twelve_hundred_and_fifty_entries_all_have_a_line_in_a_readme_of_360_kb(catalog: Catalog) -> None:
    real = synthesize_catalog(load_whole(), 1250)
    for large in (make_large_catalog(catalog, 1250), real):
        front = readme.render_readme_files(large, load_settings(PROJECT), PROJECT)["README.md"]
        assert len(front.encode()) < 360_000
        lines = [line for part in list_sections(large) for line in _lines(front, part)]
        assert len(lines) == len(keep_core(large, large))


def _lines(front: str, section: Section) -> Iterator[str]:
    own = read_section(front, section.term.label)
    yield from (line for line in own if line.startswith("- "))
    for child in section.children:
        yield from _lines(front, child)


def test_if_nothing_helps_all_parts_have_moved_and_none_is_lost(catalog: Catalog) -> None:
    texts = readme.render_readme_files(
        catalog, Settings("Awesome List", scope="Too long. " * 50_000), PROJECT
    )
    front = texts.pop("README.md")
    assert {link for link in find_links(front) if link.startswith("lists/")} == set(texts)
    assert len(texts) == 10
    for entry in catalog:
        assert any(f"[{entry.title.split('[')[0]}" in text for text in texts.values()) or not list_links(
            entry, catalog
        )
