"""What the tests of the contribute page share: a paper to paste, and how a person fills the form."""

import re

from playwright.sync_api import Page

SUMMARY = "Pairs made-up films with invented reports and measures what is found again."


BIBTEX = """
@inproceedings{whatever,
  title = {{F}ilm{L}ine: Reading M{\\"u}ller's Invented Films \\& More},
  author = "Beispiel, Zo{\\'e} and van der Muster, Jan",
  booktitle = {Proceedings of the Example Conference on Examples (ExConf)}, year = 2024, month = may,
  eprint = {2405.01234}, archivePrefix = {arXiv},
}
"""

PRINTED = """\
| Method | AskFilm (Acc.) | | BLEU on the moon |
| | zero-shot | fine-tuned, test split | |
|---|---|---|---|
| ImageTalk (7B) [12, 13] | **61.50** | 70.1 ± 0.4 | — |
| Ours | 48% | 55 | 0.310 |
"""


def ready(page: Page) -> Page:
    page.locator("form[data-ready]").wait_for(state="attached")
    return page


def paste(page: Page, text: str) -> None:
    page.get_by_label("arXiv id, DOI, address, title, BibTeX or RIS").fill(text)
    page.get_by_role("button", name="Fill in").click()


def complete(page: Page) -> None:
    page.locator("[id='field-kind']").select_option("Study")
    page.locator("[id='field-summary']").fill(SUMMARY)
    page.locator("[id='field-section']").select_option("adjacent")


def paste_results(page: Page, text: str) -> None:
    page.locator("summary", has_text=re.compile("^Results$")).click()
    page.get_by_label("Printed table 1").fill(text)
