"""README.md and its lists as the catalog grows: the cost, and what one more entry changes."""

import re
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs import readme
from generator.outputs.readme import parts
from generator.outputs.readme.parts import MAX_PAGE_BYTES
from generator.settings import Settings
from tests.made_up import HOMELESS, make_catalog, make_entry, make_large_catalog
from tests.readme_page import PROJECT, find_links


def calls(catalog: Catalog) -> Counter[str]:
    """How often each Python function is called while README is rendered, by file and name."""
    counts: Counter[str] = Counter()

    def count(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            counts[f"{Path(frame.f_code.co_filename).name} {frame.f_code.co_name}"] += 1

    sys.setprofile(count)
    try:
        readme.render_readme_files(catalog, HOMELESS, PROJECT)
    finally:
        sys.setprofile(None)
    return counts


@pytest.mark.parametrize("number", [300, pytest.param(4500, marks=pytest.mark.slow)])
def test_each_entry_is_rendered_once_in_each_form_in_any_layout(catalog: Catalog, number: int) -> None:
    counts = calls(make_large_catalog(catalog, number))
    assert counts["entry_lines.py build_entry_line"] == number
    assert counts["line_texts.py format_full_line"] == number
    assert counts["line_texts.py format_short_line"] == number
    assert counts["entry_lines.py build_model_cells"] == number // 2
    assert counts["entry_lines.py build_dataset_cells"] == number // 4


@pytest.mark.slow
def test_the_work_grows_as_the_list_does(catalog: Catalog) -> None:
    small, large = (calls(make_large_catalog(catalog, number)).total() for number in (1500, 6000))
    assert large < 4.4 * small


def reached(texts: dict[str, str]) -> set[str]:
    """Every address that README.md and the pages below it link to."""
    found: set[str] = set()
    waiting = ["README.md"]
    while waiting:
        page = waiting.pop()
        for link in find_links(texts[page]):
            path = link if page == "README.md" else f"lists/{link}"
            if path in texts and path not in found:
                waiting.append(path)
            found.add(path if path in texts else link)
    return found


@pytest.mark.slow
def test_in_a_long_list_github_shows_every_page_and_links_reach_every_entry(
    catalog: Catalog,
) -> None:
    large = make_large_catalog(catalog, 9000, ["tools", "datasets"])
    texts = readme.render_readme_files(large, HOMELESS, PROJECT)
    assert max(len(text.encode()) for text in texts.values()) < MAX_PAGE_BYTES
    found = reached(texts)
    assert set(texts) - {"README.md"} <= found
    assert {f"https://arxiv.org/abs/{entry.arxiv}" for entry in large} <= found


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages may be a tenth as long, so that a list is split ten times sooner."""
    monkeypatch.setattr(parts, "MAX_PAGE_BYTES", MAX_PAGE_BYTES // 10)


@pytest.mark.usefixtures("small_pages")
def test_a_part_too_long_for_one_page_has_a_page_for_each_year(catalog: Catalog) -> None:
    works = [*make_large_catalog(catalog, 300, ["tools"]), make_entry("undated", title="Without a date")]
    texts = readme.render_readme_files(make_catalog(catalog, works), HOMELESS, PROJECT)
    first, year = texts["lists/tools.md"], texts["lists/tools.2000.md"]
    assert "\n# Tools\n\nPart of [Awesome List](../README.md): all 301 entries.\n" in first
    assert first.endswith(
        "- Tools, 2000: [12 entries](tools.2000.md).\n- Tools, undated: [1 entry](tools.undated.md).\n"
    )
    assert "\n# Tools, 2000\n\nPart of [Tools](tools.md): all 12 entries.\n" in year
    assert "Sentence " in year


@pytest.mark.usefixtures("small_pages")
def test_a_year_too_long_for_one_page_has_a_page_for_each_month(catalog: Catalog) -> None:
    dates = [*(f"2024-{month:02}" for month in range(1, 13)), "2024"]
    works = [
        entry.model_copy(update={"date": dates[n % 13]})
        for n, entry in enumerate(make_large_catalog(catalog, 650, ["tools"]))
    ]
    texts = readme.render_readme_files(make_catalog(catalog, works), HOMELESS, PROJECT)
    year = texts["lists/tools.2024.md"]
    assert "- Tools, 2024-12: [50 entries](tools.2024-12.md).\n" in year
    assert "- Tools, 2024-w: [50 entries](tools.2024-w.md).\n" in year  # no month is known, so by their ids
    assert texts["lists/tools.2024-w.md"].count("\n- [Work ") == 50


def changed_lines(before: str, after: str) -> list[str]:
    """The lines of `after` that are not in `before`."""
    return list((Counter(after.splitlines()) - Counter(before.splitlines())).elements())


ONE_MORE = {
    "title": "One more title",
    "date": "2010-06",
    "section": "models",
    "added": "2024-06-01",
    "model": {"image_encoder": "An encoder whose name is quite long"},
}


@pytest.mark.parametrize(
    ("number", "files"),
    [
        (1500, {"README.md", "lists/table-models.md", "lists/models.md"}),
        pytest.param(4500, {"README.md", "lists/table-models.md", "lists/models.md"}, marks=pytest.mark.slow),
        pytest.param(
            9000,
            {
                *("README.md", "lists/table-models.md", "lists/table-models.2010.md"),
                *("lists/models.md", "lists/models.2010.md"),
            },
            marks=pytest.mark.slow,
        ),
    ],
)
def test_one_more_entry_changes_its_own_lines_and_the_counts(
    catalog: Catalog, settings: Settings, number: int, files: set[str]
) -> None:
    works = list(make_large_catalog(catalog, number))
    before = readme.render_readme_files(make_catalog(catalog, works), settings, PROJECT)
    after = readme.render_readme_files(
        make_catalog(catalog, [*works, make_entry("one-more", kind="model", **ONE_MORE)]), settings, PROJECT
    )
    assert list(after) == list(before)
    changed = {path: changed_lines(before[path], after[path]) for path in after}
    assert {path for path, lines in changed.items() if lines} == files
    for line in (line for lines in changed.values() for line in lines):
        assert "One more title" in line or re.search(
            r"\d works, each|All \d+ are in|all \d+ entries\.$|\(\d+\)$|\[\d+ entries\]", line
        )
    assert sum(map(len, changed.values())) <= 12


def test_in_a_short_list_one_more_entry_is_one_more_line(catalog: Catalog) -> None:
    works = list(make_large_catalog(catalog, 100))
    texts = [
        readme.render_readme_files(make_catalog(catalog, entries), HOMELESS, PROJECT)["README.md"]
        for entries in (works, [*works, make_entry("one-more", kind="model", **ONE_MORE)])
    ]
    changed = changed_lines(*texts)
    assert sum("One more title" in line for line in changed) == 1
    assert len(changed) == 3  # the other two count: all entries and its section
