"""What came since the reader's last visit, which the browser alone remembers."""

import json

from playwright.sync_api import expect

from tests.browser.conftest import Open

REMEMBER = "visit => localStorage.setItem('last-visit', visit)"


def test_a_second_visit_marks_what_was_added_since(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/new/")
    expect(page.locator("#since")).to_be_empty()
    ids = json.loads(page.locator("#additions").text_content() or "")
    page.evaluate(REMEMBER, json.dumps({"day": "2024-05-01", "ids": ids[1:]}))
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(page.locator("#since")).to_have_text("1 entry was added since your last visit on 2024-05-01.")
    marked = page.locator(".card-title:has(.since) > a").all()
    assert {link.get_attribute("href") for link in marked} == {f"../papers/{ids[0]}/"}


def test_a_visit_without_news_says_so(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/new/")
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(page.locator("#since")).to_contain_text("Nothing was added since your last visit on 20")


def test_home_marks_the_lines_of_what_was_added_since(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/")
    expect(page.locator("#since")).to_be_hidden()
    ids = json.loads(page.locator("#additions").text_content() or "")
    page.evaluate(REMEMBER, json.dumps({"day": "2024-05-01", "ids": ids[2:]}))
    page.evaluate("sessionStorage.clear()")
    page.reload()
    expect(page.locator("#since")).to_have_text("2 entries were added since your last visit on 2024-05-01.")
    lines = page.locator(".lines li:has(.since)")
    expect(lines.first).to_contain_text("New since your last visit")
    addresses = {link.get_attribute("href") for link in lines.locator("a").all()}
    assert addresses == {f"./papers/{id_}/" for id_ in ids[:2]}


def test_the_marks_stay_from_page_to_page_until_the_tab_is_closed(open_page: Open, made_up_url: str) -> None:
    page = open_page(f"{made_up_url}/")
    ids = json.loads(page.locator("#additions").text_content() or "")
    page.evaluate(REMEMBER, json.dumps({"day": "2024-05-01", "ids": ids[1:]}))
    page.evaluate("sessionStorage.clear()")
    page.reload()
    for address in ("/new/", "/"):
        page.goto(f"{made_up_url}{address}")
        expect(page.locator("#since")).to_contain_text("1 entry was added")
