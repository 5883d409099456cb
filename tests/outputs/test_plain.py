"""llms.txt and the Markdown twins: as their golden files, and every link leads somewhere."""

import re
from collections.abc import Callable
from pathlib import Path
from posixpath import join, normpath

import pytest

from generator.catalog.catalog import Catalog
from generator.outputs.site import list_pages
from generator.settings import Settings
from tests.data_files import render_data_files, render_plain_files
from tests.made_up import HOMELESS
from tests.paths import GOLDEN


@pytest.mark.parametrize(
    "path",
    ["llms.txt", "section/models/index.html.md", "papers/example2024imagetalk/index.html.md"],
)
def test_files_are_as_their_golden_files(
    path: str, catalog: Catalog, settings: Settings, golden: Callable[[Path, str], None]
) -> None:
    name = path.replace("/index.html.md", ".md").replace("/", "_")
    golden(GOLDEN / "plain" / name, render_plain_files(catalog, settings)[path])


def test_every_entry_and_every_section_has_a_twin_at_the_address_of_its_page(catalog: Catalog) -> None:
    pages = {page.address for page in list_pages(catalog, HOMELESS)}
    twins = [path.removesuffix("index.html.md") for path in render_plain_files(catalog, HOMELESS)][1:]
    assert {f"papers/{entry.id}/" for entry in catalog} < {*twins} <= pages
    assert [address for address in twins if not re.match("(papers|section)/", address)] == []


def test_every_relative_link_leads_to_a_page_or_a_file(catalog: Catalog) -> None:
    files = render_plain_files(catalog, HOMELESS)
    known = {*files, *render_data_files(catalog, HOMELESS)}
    known |= {page.address.rstrip("/") for page in list_pages(catalog, HOMELESS)}
    for path, text in files.items():
        for link in re.findall(r"\]\(([^)]+)\)", text):
            if "://" not in link:
                assert normpath(join(path.rpartition("/")[0], link)) in known, f"{path} leads to {link}"


def test_llms_txt_has_the_parts_that_the_convention_wants_in_their_order(
    catalog: Catalog, settings: Settings
) -> None:
    text = render_plain_files(catalog, settings)["llms.txt"]
    assert re.match(r"# [^\n]+\n\n> [^\n]+\n\n", text)
    for part in text.split("\n## ")[1:]:
        _, _, *items = part.strip().split("\n")
        assert all(re.fullmatch(r"- \[.+\]\(.+\)(: .+)?", item) for item in items), part
    assert "\n## Optional\n" in text


def test_the_page_of_an_entry_names_its_twin(catalog: Catalog, settings: Settings) -> None:
    page = next(page for page in list_pages(catalog, settings) if page.address == "papers/tiny-films/")
    assert '<link rel="alternate markdown" type="text/markdown" href="index.html.md">' in page.head
