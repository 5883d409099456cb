"""Printed tables on the contribute page: pasted, corrected, proposed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from generator.checking.check import check
from tests.browser.contributing import BIBTEX, PRINTED, complete, paste, paste_results, ready

Open = Callable[..., Page]
Data = dict[str, Any]

RESULTS = """\
results:
  - where: Table 4
    benchmark: AskFilm
    columns:
      - {setting: zero-shot, metric: accuracy}
      - {setting: fine-tuned, metric: accuracy}
      - {setting: zero-shot, metric: bleu}
    rows:
      - {model: ImageTalk, variant: 7B, own: false, values: [61.50, 70.1 ± 0.4,     ~]}
      - {model: FilmLine,                           values: [   48,         55, 0.310]}
"""


def test_a_printed_table_becomes_results(open_page: Open, published: str, root: Path) -> None:
    page = ready(open_page(f"{published}/contribute/"))
    paste(page, BIBTEX)
    complete(page)
    page.get_by_label("Short name").fill("FilmLine")
    paste_results(page, PRINTED)
    page.get_by_label("Where it is printed").fill("Table 4")
    notes = page.locator("#contribute-tables [role=status]")
    expect(notes).to_contain_text("`BLEU on the moon`: `on the moon` is not understood; add the benchmark")
    wrong = page.locator("#contribute-problems a", has_text="Results, table 1, column 3")
    expect(wrong).to_be_visible()
    wrong.press("Enter")
    expect(page.get_by_label("benchmark of column 3")).to_be_focused()
    page.keyboard.type("AskFilm")
    page.keyboard.press("Tab")
    page.keyboard.type("zero-shot")
    expect(page.locator("#results-0-settings-2 option")).to_have_count(2)
    expect(page.locator("#contribute-yaml")).to_contain_text("{setting: zero-shot, metric: bleu}")
    expect(page.locator("#contribute-state")).to_have_text("The entry is complete.")
    text = page.inner_text("#contribute-yaml")
    assert RESULTS in text
    file = root / page.inner_text("#contribute-path")
    file.write_text(text, "utf-8")
    assert check(root, [str(file.relative_to(root))]).problems == []
    page.reload()
    ready(page)
    assert page.inner_text("#contribute-yaml") == text
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_label("Printed table 1")).to_have_value("")
    assert "results" not in page.inner_text("#contribute-yaml")


def test_a_correction_of_the_text_keeps_what_was_chosen(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    paste_results(page, "Model,Score,Acc\nNet,85.2*,5\n")
    page.get_by_label("benchmark of column 1").fill("Tiny Films")
    page.get_by_label("metric of column 1").select_option("bleu")
    page.get_by_label("another group's model of row 1").uncheck()
    number = page.locator("#contribute-problems a", has_text="Results, table 1, row 1, number 1")
    number.click()
    text = page.get_by_label("Printed table 1")
    expect(text).to_be_focused()
    text.fill("Model,Score,Acc\nNet,0.5,5\n")
    expect(page.locator("#contribute-yaml")).to_contain_text("{benchmark: Tiny Films, metric: bleu}")
    expect(page.locator("#contribute-yaml")).to_contain_text("- {model: Net, values: [0.5, 5]}")


def test_several_tables_and_a_text_that_is_none(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    paste_results(page, "only words")
    page.get_by_role("button", name="Add another table").press("Enter")
    expect(page.get_by_label("Printed table 2")).to_be_focused()
    page.keyboard.insert_text("Model,Tiny Films Acc\nNet,50.5\n")
    expect(page.locator("#contribute-yaml")).to_contain_text("values: [50.5]")
    problems = page.locator("#contribute-problems li", has_text="no table found: paste CSV")
    problems.get_by_role("link").click()
    expect(page.get_by_label("Printed table 1")).to_be_focused()


def test_own_settings_are_offered_for_own_results(open_page: Open, made_up_url: str) -> None:
    page = ready(open_page(f"{made_up_url}/contribute/"))
    page.get_by_label("Short name").fill("FilmTest")
    page.locator("summary", has_text="The data").click()
    page.get_by_label("Settings", exact=True).fill("test: the test split\ndev: the development split")
    paste_results(page, "Model,Acc\nNet,50.5\n")
    page.get_by_label("benchmark of column 1").fill("FilmTest")
    expect(page.locator("#results-0-settings-0 option")).to_have_count(2)
    expect(page.locator("#contribute-yaml")).to_contain_text(
        "settings: {test: the test split, dev: the development split}"
    )
