"""The page of a benchmark: a leaderboard for each setting, with the source and the notes of each number."""

from urllib.parse import parse_qs, urlsplit

from lxml import html

from generator.catalog.catalog import Catalog
from generator.outputs.site import benchmark
from generator.settings import Settings
from tests.made_up_results import add_works, make_number, make_work

SETTINGS = Settings("Awesome List", repo_url="https://forge.example.org/list")


def read_page(catalog: Catalog, settings: Settings = SETTINGS) -> html.HtmlElement:
    return html.fromstring(benchmark.make_page(catalog.entries["bench2020"], catalog, settings).body)


def read_rows(page: html.HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")]


def test_every_number_is_there_with_its_rank_and_its_source(benchmark_catalog: Catalog) -> None:
    assert read_rows(read_page(benchmark_catalog)) == [
        ["1", "One", "71.5", "0.4", "2022-03", "One own Table 1 of the paper"],
        ["1", "One", "71.5", "", "2022-03", "On two2023"],
        ["2", "Net", "61 ± 0.5≠", "", "", "On two2023"],
        ["", "Net", "60≠", "", "", "One"],
        ["1", "One", "80", "2022-03", "One own"],
    ]


def test_the_place_of_a_number_is_a_link(benchmark_catalog: Catalog) -> None:
    (link,) = read_page(benchmark_catalog).xpath("//*[@class='where']/a")
    assert (link.text, link.get("href")) == ("Table 1 of the paper", "https://arxiv.org/abs/2203.00001")


def test_another_sources_number_is_a_note_that_its_mark_leads_to(benchmark_catalog: Catalog) -> None:
    page = read_page(benchmark_catalog)
    notes = [
        "Another source reports a different value: 60 in One.",
        "Another source reports a different value: 61 in On two2023.",
    ]
    assert page.xpath("//ol[@class='footnotes']/li/text()") == notes
    assert page.xpath("//a[@class='differs']/@href") == ["#test_1", "#test_2"]


def test_a_note_of_a_source_is_marked_at_its_number(benchmark_catalog: Catalog) -> None:
    entry = make_work(
        "three",
        make_number(50, model="Web", note="Read from a figure."),
        make_number(51, model="Web", variant="big"),
    )
    page = read_page(add_works(benchmark_catalog, entry))
    assert page.xpath("//sup/a/@href") == ["#test_1"]
    assert page.xpath("//li[@id='test_1']/text()") == ["Read from a figure."]


def test_the_settings_lead_to_their_leaderboards(benchmark_catalog: Catalog) -> None:
    page = read_page(benchmark_catalog)
    assert page.xpath("//nav[@aria-label='Settings']//a/@href") == ["#test", "#validation"]
    assert page.xpath("//section[@class='board']/@id") == ["test", "validation"]


def test_what_has_no_setting_is_marked_in_the_table_of_the_main_setting(benchmark_catalog: Catalog) -> None:
    entry = make_work("three", make_number(99, setting=None, model="Web"))
    page = read_page(add_works(benchmark_catalog, entry))
    group, row = page.xpath("//section[@id='test']//tbody[@class='unstated']/tr")
    assert group.text_content().strip().startswith("Protocol not stated")
    assert group.find("th").get("colspan") == "6"
    assert [" ".join(cell.text_content().split()) for cell in row][:3] == [
        "",
        "Web protocol not stated",
        "99",
    ]
    assert page.xpath("//input[@name='protocol']")


def test_without_such_numbers_there_is_no_switch_for_them(benchmark_catalog: Catalog) -> None:
    assert not read_page(benchmark_catalog).xpath("//input[@name='protocol']")


def test_the_head_of_the_main_metric_shows_the_order(benchmark_catalog: Catalog) -> None:
    heads = read_page(benchmark_catalog).xpath("//section[@id='test']//th[@aria-sort]")
    assert [(head.text, head.get("aria-sort")) for head in heads] == [("Accuracy (%)", "descending")]


def test_enough_dates_make_a_chart(benchmark_catalog: Catalog) -> None:
    many = [
        make_work(f"m{year}", make_number(year - 2000, model=f"m{year}"), date=str(year))
        for year in range(2019, 2023)
    ]
    page = read_page(add_works(benchmark_catalog, *many))
    assert len(page.find_class("progress-point")) == 5
    assert page.xpath("//figcaption/text()")[0].strip() == "Accuracy (%) over time"


def test_each_row_has_a_link_that_reports_an_error_in_it(benchmark_catalog: Catalog) -> None:
    page = read_page(benchmark_catalog)
    links = page.xpath("//tr[@data-model]//a[@class='report']")
    assert len(links) == len(page.xpath("//tr[@data-model]"))
    assert {link.get("title") for link in links} == {"Report an error in this row"}
    address = urlsplit(links[0].get("href"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{SETTINGS.repo_url}/issues/new"
    filled = parse_qs(address.query)
    assert filled["entry"] == ["one2022"]
    assert filled["number"] == ["One, Bench, test: Accuracy 71.5, BLEU 0.4 (Table 1)"]


def test_without_a_repository_no_row_has_a_link_to_report(benchmark_catalog: Catalog) -> None:
    assert not read_page(benchmark_catalog, Settings("Awesome List")).xpath("//a[@class='report']")
