"""The contribute page reports the same problems of an invalid entry as `check` does of its file."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.add.results.names import NameFinder
from generator.add.results.pasted_tables import UnreadableTable, read_table
from generator.add.results.proposal import TableDefaults, propose_table
from generator.checking.check import check
from generator.checking.load import load
from generator.entry.layout import format_data, format_text
from tests.browser.conftest import DESKTOP
from tests.browser.invalid_drafts import EXAMPLES, NOT_ON_PAGE, TODAY, draft_of
from tests.browser.mistakes import VALID
from tests.browser.windows import open_tab
from tests.paths import DATA

Open = Callable[..., Page]
Data = dict[str, Any]

FILL = """({ fields, id, table }) => {
  const form = document.getElementById("contribute-form");
  for (const row of form.querySelectorAll(".field[data-control]")) {
    const value = fields[row.dataset.path] ?? "";
    for (const control of row.querySelectorAll("input, textarea, select")) {
      if (control.type === "checkbox") control.checked = value.includes(control.value);
      else control.value = value;
    }
  }
  const text = document.getElementById("results-0-text");
  text.value = table;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  const name = document.getElementById("contribute-id");
  name.value = id;
  name.dispatchEvent(new Event("input", { bubbles: true }));
  name.dispatchEvent(new Event("focusout", { bubbles: true }));
}"""
"""Types a draft into every field at once, then leaves the last one, which makes the page check it."""


@pytest.fixture(scope="module")
def show_example(browser: Browser, made_up_url: str) -> Iterator[Open]:
    """The page with an example in its form, the clock at the day on which the example was added."""
    context = browser.new_context(viewport=DESKTOP)
    page = open_tab(context)
    page.goto(f"{made_up_url}/contribute/")
    page.locator("form[data-ready]").wait_for(state="attached")

    def judge(id_: str, data: Data, table: str = "") -> Page:
        page.clock.set_fixed_time(f"{data['added']}T12:00:00Z")
        page.evaluate(FILL, {"fields": draft_of(data), "id": id_, "table": table})
        return page

    yield judge
    context.close()


def reported_by_page(page: Page) -> list[tuple[str, str]]:
    problems: list[list[str]] = page.eval_on_selector_all(
        "#contribute-problems li", "items => items.map(({ dataset }) => [dataset.rule, dataset.message])"
    )
    return sorted({comparable(rule, message) for rule, message in problems})


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the made-up list for all examples, whose other files are judged once."""
    root = tmp_path_factory.mktemp("list")
    shutil.copytree(DATA / "catalog" / "entries", root / "entries")
    shutil.copy(DATA / "catalog" / "mkdocs.yml", root)
    return root


def reported_by_check(root: Path, id_: str, text: str) -> list[tuple[str, str]]:
    file = root / "entries" / "2024" / f"{id_}.yaml"
    assert not file.exists(), "the example would replace an entry"
    file.write_text(text, "utf-8")
    problems = check(root, [f"entries/2024/{id_}.yaml"]).problems
    file.unlink()
    return sorted(
        {comparable(problem.rule, problem.message) for problem in problems if problem.rule not in NOT_ON_PAGE}
    )


def comparable(rule: str | None, message: str | None) -> tuple[str, str]:
    """Return what must be the same; the page links the listed entry, and has the terms in the form."""
    own = str(message).removeprefix("an item of ")
    text = re.split(r" is (?:already in the list|also in entries)", own)[0]
    text = text.split("add it to `settings`")[0]
    if rule == "near-duplicate":
        text = text.split(" of ")[0]
    return str(rule), text.split(": choose one")[0] if rule == "term" else text


@pytest.mark.parametrize("name", EXAMPLES)
def test_page_and_command_report_the_same(name: str, show_example: Open, made_up: Path) -> None:
    data = EXAMPLES[name]
    page = show_example(name, data)
    by_command = reported_by_check(made_up, name, format_data(data))
    assert by_command, "the example must be invalid"
    assert reported_by_page(page) == by_command
    assert page.inner_text("#contribute-yaml") == format_text(format_data(data))


TABLES = {
    "markdown": (
        "| Method | AskFilm (Acc.) | | BLEU |\n| | zero-shot | fine-tuned, test split | |\n"
        "|---|---|---|---|\n"
        "| ImageTalk (7B) [12, 13] | **61.50** | 70.1 ± 0.4 | — |\n| Ours | 48% | 55 | 0.310 |\n"
    ),
    "spreadsheet": "Model\tTiny Films Acc\tAskFilm BLEU\nWordPix 7B\t85.20±0.3\t.5\nNet: a, b\t9\t0.25\n",
    "quoted cells": 'Model;AskFilm Acc\n"Net, ""large""";61.5\n"Web\nnet";1.5*\n',
    "latex": (
        r"\begin{tabular}{l|cc}\toprule \multirow{2}{*}{Model} & \multicolumn{2}{c}{AskFilm} \\ "
        r"& Acc. & BLEU \\ \midrule \textbf{WordPix}$^\dagger$ & $61.5_{\pm 0.4}$ & \best{0.5} \\ "
        r"\ours{} & \textit{7\%} & -- \\ \begin{tabular}{l}Web\\Net\end{tabular} & 8 & 0.10 \\ \end{tabular}"
    ),
    "small print in latex": (
        r"Model & AskFilm Acc & BLEU \\ A & $85.2^{\pm 0.3}$ & \textbf{0.5}\textsuperscript{$\pm$0.1} \\ "
        r"B & 85.2$_{3}$ & 0.5\std{3} \\ C & 85{\tiny 3} & 0{.}5$^{2}$ \\ "
        r"D & $\mathbf{85.2}_{\pm 3}$ & .5$_3$ \\"
    ),
    "not understood": (
        "Model,AskFilm on the moon,Fps (s),Backbone\nOlder models,,,\n"
        "WordPixx,1.5*,20,big\nImageTalk,2.5,30,small\n"
    ),
    "one number": "Model,Tiny Films accuracy\nNet,50.00\n",
    "fractions and percents": (
        "Model,Tiny Films Acc,Tiny Films BLEU\nNet,.852,85.20\nWeb,1,101 ± 2\nNet,161.5,-1\n"
    ),
    "a decimal comma": 'Model,Tiny Films Acc,AskFilm Acc,AskFilm BLEU\nNet,"84,2",0.5,0.25\nWeb,9,8,0.5\n',
    "same heads": "Model,Acc,Acc\nNet,1.5,2.5\n",
    "no name": "Model,AskFilm Acc\n,50.5\nOurs (large),60.5\nNet (Ours),61.5\n",
    "unknown setting": "Model,AskFilm Acc zeroshot,Tiny Films Acc test\nNet,50.5,60.5\n",
    "long texts": (
        f"Model,Plain words {'of a head ' * 12}(x),AskFilm Acc\n"
        f"Net {'with a long name ' * 8},5.25,85.2±0.3%\nNet,5,~\n"
    ),
    "html": (
        "| A &amp; B | AskFilm<br>Acc |\n|--|--|\n"
        "| [Net](https://x.org/y) <sup>1</sup> | <u>61.5</u><sup>±0.3</sup> |\n"
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_pasted_table_is_read_written_and_judged_as_by_the_command(
    name: str, show_example: Open, made_up: Path
) -> None:
    catalog = load(DATA / "catalog").catalog
    table = propose_table(
        read_table(TABLES[name].encode()), NameFinder(catalog), "zz-example", TableDefaults()
    ).data
    page = show_example("zz-example", {**VALID, "added": TODAY}, TABLES[name])
    text = format_data({**VALID, "results": [table], "added": TODAY})
    assert page.inner_text("#contribute-yaml") == text == format_text(text)
    assert reported_by_page(page) == reported_by_check(made_up, "zz-example", text)


@pytest.mark.parametrize("pasted", ["only words", "a,b\nc,d\n", "a," * 200, "a," + "x" * 2000])
def test_a_text_that_is_no_table_is_reported_as_by_the_command(pasted: str, show_example: Open) -> None:
    catalog = load(DATA / "catalog").catalog
    page = show_example("zz-example", {**VALID, "added": TODAY}, pasted)
    with pytest.raises(UnreadableTable) as refused:
        propose_table(read_table(pasted.encode()), NameFinder(catalog), "zz-example", TableDefaults())
    assert reported_by_page(page) == [("table", str(refused.value))]


def test_enough_examples_are_compared() -> None:
    assert len(EXAMPLES) >= 80
    assert sum(name.startswith("file-") for name in EXAMPLES) >= 10
