"""Reading a file in the standard layout without YAML: it is never read as anything else than YAML reads."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.entry.layout import format_data, read_standard
from tests.entry.layout.parsed import assert_read_right
from tests.paths import DATA

FORMS = """\
# Facts were read at
# https://example.org
title: "Films: A Study"
authors: [Ada Example, José García-Muster]
# the first one
date: 2024
venue: {name: Films and Words, year: 2024}
arxiv: "2401.00001"
links:
  code: https://example.org/a
  data:
    - https://example.org/made-up-films-of-nobody-in-particular
    - https://example.org/made-up-words-of-nobody-in-particular
summary: >-
  Pairs made-up films with invented reports and measures what is found again in each of them when
  nobody looks.
tasks: [vqa, "a, b"]
dataset: {counts: {images: 10}, size: "8 to train, 2 to test"}
"""
FILES = [
    FORMS,
    *(file.read_text("utf-8") for file in sorted((DATA / "catalog" / "entries").glob("2*/*.yaml"))),
]
PIECES = [
    "# ",
    ": ",
    ", ",
    "- ",
    "\n",
    "\n  ",
    *"[]{}\"'\\&*!|>~",
    "<<",
    "1.50",
    "true",
    "\x85",
    "\u2028",
    "é",
]
PLACES = st.integers(0, 3000)


def test_most_forms_need_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = yaml.load(FORMS, Loader=yaml.CSafeLoader)
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read_standard(FORMS) == wanted


def test_a_table_of_results_is_read_too() -> None:
    rows = [{"model": "Net", "values": [9.5, None]}, {"model": "Web", "values": [10, "7.50"]}]
    data = {
        "results": [{"benchmark": "Films", "columns": [{"metric": "f1"}, {"metric": "bleu"}], "rows": rows}]
    }
    assert read_standard(format_data(data)) == data


def test_a_long_table_of_results_needs_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    cells = [None, "10.00", {"value": 7.5, "note": "a made-up, small number"}, 85.25]
    columns = [
        *({"benchmark": "Made-Up Films", "metric": f"metric-{place}"} for place in range(3)),
        {"benchmark": "Words", "setting": "x" * 50, "note": "Written on several lines: it is long."},
    ]
    rows = [{"model": f"Net {place:b}", "own": False, "values": cells} for place in range(20)]
    data = {"results": [{"where": "Table 1", "columns": columns, "rows": rows}, {"where": "2", "rows": rows}]}
    text = format_data(data)
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert read_standard(text) == data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: A",
        "title: 'A'\n",
        "title:A\n",
        "name: A\ntitle: B\n",
        "title: A\ntitle: B\n",
        "kind: model\nmade_up: x\n",
        "uses: {<<: x}\n",
        f"title: {'x' * 5000}\n",
        f"summary: >-\n{('  ' + 'x' * 98 + chr(10)) * 45}",
        f"links:\n  {'x' * 1100}: https://example.org\n",
        "# a line\u2028tasks: [x]\ntitle: A\n",
        "# bell \x07\ntitle: A\n",
        f"tasks: {'[' * 450}a{']' * 450}\n",
        "links:\n"
        + "".join(f"{' ' * column}a:\n" for column in range(2, 18, 2))
        + f"{' ' * 18}a: {'x' * 100}\n",
    ],
)
def test_what_yaml_reads_in_another_way_or_refuses_is_left_to_it(text: str) -> None:
    assert read_standard(text) is None


@given(st.sampled_from(FILES), st.lists(st.tuples(PLACES, PLACES, st.sampled_from(PIECES)), max_size=3))
def test_a_changed_file_is_read_as_yaml_reads_it(text: str, changes: list[tuple[int, int, str]]) -> None:
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length % 4 :]
    assert_read_right(text)
