"""What is pasted into the contribute page fills the form, unless it is about another work."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.contributing import BIBTEX, paste, ready

Open = Callable[..., Page]

PASTED = {
    "2405.12345v2": ("arxiv", "2405.12345"),
    "https://arxiv.org/pdf/2405.12345v1.pdf": ("date", "2024-05"),
    "arXiv:2405.12345": ("arxiv", "2405.12345"),
    "https://doi.org/10.48550/arXiv.2405.12345": ("arxiv", "2405.12345"),
    "doi: 10.1000/nothing": ("doi", "10.1000/nothing"),
    "https://link.springer.com/article/10.1000/nothing": ("doi", "10.1000/nothing"),
    "https://github.com/example/nothing/tree/main": ("links.code", "https://github.com/example/nothing"),
    "https://huggingface.co/datasets/example/nothing": (
        "links.data",
        "https://huggingface.co/datasets/example/nothing",
    ),
    "https://huggingface.co/example/nothing": ("links.weights", "https://huggingface.co/example/nothing"),
    "https://example.org/nothing.pdf": ("links.pdf", "https://example.org/nothing.pdf"),
    "https://example.org/nothing": ("links.project", "https://example.org/nothing"),
    "https://aclanthology.org/2024.nothing-1.49/": (
        "links.paper",
        "https://aclanthology.org/2024.nothing-1.49/",
    ),
    "https://www.nature.com/articles/s41586-024-00001-1": ("doi", "10.1038/s41586-024-00001-1"),
    "Lind M. A work on films. Nothing. 2024;3(2):e2. doi: 10.1000/nothing.": ("doi", "10.1000/nothing"),
    "https://example.org/100%": ("links.project", "https://example.org/100%"),
    "TY  - JOUR\nAU  - Lind, Maja\nTI  - A Study of Nothing\nER  - ": ("authors", "Maja Lind"),
    "A study  of\nnothing": ("title", "A study of nothing"),
}
"""The field that each text fills, and its value."""


def test_an_address_with_a_paper_fills_the_form(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/?paper=2405.12345"))
    expect(page.locator("#contribute-pasted")).to_contain_text("arXiv id")
    expect(page.locator("[id='field-arxiv']")).to_have_value("2405.12345")


def test_what_is_pasted_is_recognized(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    for pasted, (field, value) in PASTED.items():
        paste(page, pasted)
        expect(page.locator(f"[id='field-{field}']")).to_have_value(value)
        page.get_by_role("button", name="Start over").click()
        expect(page.locator(f"[id='field-{field}']")).to_have_value("")


def test_pasting_nothing_or_the_same_again_says_so(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    paste(page, " ")
    expect(page.locator("#contribute-pasted")).to_have_text("The box is empty: paste something first.")
    for _ in range(2):
        paste(page, "2405.12345")
    expect(page.locator("#contribute-pasted")).to_contain_text("the form already has everything it says")


def test_another_work_is_not_mixed_into_the_form(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    question, status = page.locator("#contribute-question"), page.locator("#contribute-pasted")
    arxiv, title = page.locator("[id='field-arxiv']"), page.locator("[id='field-title']")
    paste(page, "2502.02673")
    paste(page, "https://arxiv.org/abs/2410.11761")
    expect(question).to_contain_text(
        "Is this another work? The form has arXiv id 2502.02673 already; you pasted arXiv id 2410.11761."
    )
    expect(page.locator("#contribute-question-title")).to_be_focused()
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Another work: start over with it")).to_be_focused()
    assert violations(page, within="#contribute-question") == []
    question.get_by_role("button", name="Keep the form as it is").press("Enter")
    expect(status).to_have_text("Nothing was changed.")
    expect(arxiv).to_have_value("2502.02673")
    expect(page.locator("#contribute-fill")).to_be_focused()
    paste(page, BIBTEX.replace("2405.01234", ""))
    question.get_by_role("button", name="The same work: add what is missing").click()
    expect(title).to_have_value("FilmLine: Reading Müller's Invented Films & More")
    expect(arxiv).to_have_value("2502.02673")
    paste(page, "2410.11761")
    question.get_by_role("button", name="Another work: start over with it").click()
    expect(title).to_have_value("")
    expect(arxiv).to_have_value("2410.11761")
    expect(question).to_be_empty()


def test_broken_and_further_records_are_reported(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    paste(page, "@misc{a, title={Open\n@misc{b, title={Good}}\n@misc{c, title={Other}}")
    expect(page.locator("#contribute-pasted")).to_have_text(
        "That is BibTeX, the first of 2 records: Title filled in. Line 1: the record `a` cannot be read: "
        "a brace or quotation mark of `title` is not closed, in line 1."
    )
