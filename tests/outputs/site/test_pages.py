"""The generated pages of the made-up list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.outputs.data import stream_data_files
from generator.outputs.site import list_pages
from generator.outputs.site.page import Page, Place
from generator.settings import Settings, load_settings
from tests.paths import DATA, GOLDEN, PROJECT

PAGES = GOLDEN / "site"


@pytest.fixture(scope="module")
def settings() -> Settings:
    return load_settings(DATA / "catalog")


@pytest.fixture(scope="module")
def pages_by_address(catalog: Catalog, settings: Settings) -> dict[str, Page]:
    return {page.address: page for page in list_pages(catalog, settings)}


@pytest.mark.parametrize(
    "address",
    [
        "",
        "papers/example2024imagetalk/",
        "papers/tiny-films/",
        "results/",
        "results/muster2023askfilm/",
        "section/models/",
        "models/",
        "datasets/",
        "trends/",
    ],
)
def test_pages_are_as_their_golden_files(
    address: str, pages_by_address: dict[str, Page], golden: Callable[[Path, str], None]
) -> None:
    golden(PAGES / f"{address.replace('/', '_') or 'home'}.md", pages_by_address[address].markdown)


def test_every_page_has_one_heading_of_the_first_level(pages_by_address: dict[str, Page]) -> None:
    for page in pages_by_address.values():
        headings = html.fromstring(page.body).findall(".//h1")
        assert [heading.get("id") for heading in headings] == ["title"], page.address


def test_every_link_within_the_site_leads_to_a_page_or_a_file(
    pages_by_address: dict[str, Page], catalog: Catalog, settings: Settings
) -> None:
    known = {*pages_by_address, *(path for path, _ in stream_data_files(catalog, settings))}
    for page in pages_by_address.values():
        for link in html.fromstring(page.body).xpath("//a/@href"):
            if "://" not in link and not link.startswith("#"):
                target = _resolved(page.address, link)
                is_kept = (
                    target.startswith(("assets/", "browse/")) or (PROJECT / "site_docs" / target).is_file()
                )
                assert target in known or is_kept, f"{page.address or 'home'} leads to {link}"


def _resolved(address: str, link: str) -> str:
    parts = address.split("/")[:-1]
    for step in link.partition("?")[0].partition("#")[0].split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def test_every_entry_is_reachable_from_the_home_page(
    pages_by_address: dict[str, Page], catalog: Catalog
) -> None:
    seen: set[str] = set()
    waiting = [""]
    while waiting:
        address = waiting.pop()
        if address in pages_by_address and address not in seen:
            seen.add(address)
            links = html.fromstring(pages_by_address[address].body).xpath("//a/@href")
            waiting += [_resolved(address, link) for link in links if "://" not in link]
    assert {f"papers/{entry.id}/" for entry in catalog} <= seen


def test_front_matter_is_escaped_because_themes_print_it_raw() -> None:
    page = Page("papers/x/", 'A <b> & "c"', "Says <script>", str)
    assert page.meta["title"] == "A &lt;b&gt; &amp; &quot;c&quot;"
    assert page.meta["description"] == "Says &lt;script&gt;"


def test_home_has_no_title_of_its_own() -> None:
    assert "title" not in Page("", "The list", "What it is", str).meta


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("", "./task/"),
        ("new/", "../task/"),
        ("task/vqa/", "../../task/"),
        ("task/vqa/page/2/", "../../../../task/"),
    ],
)
def test_addresses_are_relative(address: str, link: str) -> None:
    assert Place(address).to("task/") == link


def test_an_index_of_names_has_a_heading_for_each_letter(pages_by_address: dict[str, Page]) -> None:
    index = html.fromstring(pages_by_address["author/"].body)
    letters = index.xpath("//nav[@aria-label='A to Z']//a/@href")
    assert letters == [f"#{heading.get('id')}" for heading in index.findall(".//h2")] != []
    for heading in index.findall(".//h2"):
        names = heading.getnext().xpath("./li/a/text()")
        assert names
        assert all(name.split()[-1].startswith(heading.text) for name in names)
    assert not html.fromstring(pages_by_address["year/"].body).xpath("//nav[@aria-label='A to Z']")


def test_long_lists_are_paged_and_only_their_first_pages_have_cards(
    catalog: Catalog, settings: Settings
) -> None:
    sample = catalog.entries["sample2023wordpix"]
    entries = {f"made{number}": _copy(sample, number) for number in range(730)}
    many = Catalog(entries, catalog.vocabularies, {id_: f"entries/{id_}.yaml" for id_ in entries})
    pages_by_address = {page.address: page for page in list_pages(many, settings)}
    base = f"section/{sample.section}/"
    bodies = [html.fromstring(pages_by_address[f"{base}{rest}"].body) for rest in ("", "page/2/", "page/3/")]
    assert [len(body.find_class("card")) for body in bodies] == [100, 0, 0]
    assert [len(body.xpath(".//ul[@class='entry-lines']/li")) for body in bodies] == [0, 500, 130]
    assert f"{base}page/4/" not in pages_by_address
    assert 'aria-current="page">2<' in pages_by_address[f"{base}page/2/"].body


def _copy(entry: Entry, number: int) -> Entry:
    """A work like `entry` under its own name: works of one name would all have to be told apart."""
    own = {"id": f"made{number}", "title": f"Made-up work {number}", "name": f"Made{number}"}
    return entry.model_copy(update=own)


def test_links_to_the_repository_need_its_address(catalog: Catalog) -> None:
    homeless = {page.address: page for page in list_pages(catalog, Settings("The list"))}
    assert "Edit this entry" not in homeless["papers/tiny-films/"].body


def test_a_list_without_dates_has_no_trends(catalog: Catalog, settings: Settings) -> None:
    undated = catalog.entries["tiny-films"]
    few = Catalog({undated.id: undated}, catalog.vocabularies, catalog.paths)
    addresses = {page.address for page in list_pages(few, settings)}
    assert "trends/" not in addresses
    assert "results/" not in addresses


def test_an_entry_that_very_many_works_use_has_pages_of_them(catalog: Catalog, settings: Settings) -> None:
    used, sample = catalog.entries["tiny-films"], catalog.entries["sample2023wordpix"]
    uses = sample.uses.model_copy(update={"trained_on": ["tiny-films"]})
    users = [_copy(sample, number).model_copy(update={"uses": uses}) for number in range(730)]
    entries = {entry.id: entry for entry in (used, *users)}
    many = Catalog(entries, catalog.vocabularies, {id_: f"entries/{id_}.yaml" for id_ in entries})
    pages_by_address = {page.address: page for page in list_pages(many, settings)}
    own, *further = (
        html.fromstring(pages_by_address[f"papers/tiny-films/{rest}"].body)
        for rest in ("", "used-by/", "used-by/page/2/")
    )
    assert [len(body.xpath(".//ul[@class='entry-lines']/li")) for body in further] == [500, 230]
    section = own.xpath("//section[@aria-labelledby='users']")[0]
    assert len(section.xpath(".//dd/a")) == 24
    assert "and 706 more" in section.text_content()
    assert section.xpath("./p/a/@href") == ["../../papers/tiny-films/used-by/"]
