"""The standard layout: its form, and what becomes of comments."""

import pytest

from generator.entry import layout
from tests.entry.layout.parsed import data_of, difference


def test_labels_of_links_have_a_line_each_in_the_order_of_the_file() -> None:
    text = (
        "links: {weights: {7B: 'https://b.example', 34B: 'https://a.example'}, code: ['https://c.example']}\n"
    )
    assert layout.format_text(text) == (
        "links:\n"
        "  code: [https://c.example]\n"
        "  weights:\n"
        "    7B: https://b.example\n"
        "    34B: https://a.example\n"
    )
    assert layout.format_data(data_of(text)) == layout.format_text(text)


def test_keys_are_in_the_order_of_the_model_and_unknown_ones_last() -> None:
    text = "zzz: 1\nadded: 2024-01-01\nvenue: {track: main, year: 2024, name: EMNLP}\ntitle: A work\n"
    assert layout.format_text(text) == (
        "title: A work\nvenue: {name: EMNLP, year: 2024, track: main}\nadded: 2024-01-01\nzzz: 1\n"
    )


def test_settings_keep_their_order_as_the_first_is_the_main_one() -> None:
    text = "settings: {title: second in the model, test: the test split, kind: first in the model}\n"
    assert layout.format_text(text) == text


def test_summary_is_folded_arxiv_is_quoted_and_links_have_a_line_each() -> None:
    text = f"summary: '{'word ' * 30}end.'\narxiv: 2401.00001\nlinks: {{code: [https://a.org/?x=1, https://b.org]}}\n"
    lines = layout.format_text(text.replace("arxiv: 2401.00001", 'arxiv: "2401.00001"')).splitlines()
    assert lines[:3] == ['arxiv: "2401.00001"', "links:", "  code: [https://a.org/?x=1, https://b.org]"]
    assert lines[3] == "summary: >-"
    assert all(len(line) <= layout.WIDTH for line in lines)


def test_a_list_that_is_too_long_for_a_line_has_a_line_for_each_item() -> None:
    authors = [f"Author Number {n}" for n in range(9)]
    assert layout.format_data({"authors": authors}).splitlines() == [
        "authors:",
        *(f"  - {name}" for name in authors),
    ]
    assert layout.format_data({"authors": authors[:3]}).count("\n") == 1


def test_a_mapping_in_a_list_begins_on_the_line_of_its_dash() -> None:
    item = {"date": "2024-01", "text": "x" * 60, "url": f"https://example.org/{'x' * 60}"}
    assert layout.format_data({"news": [item]}).splitlines() == [
        "news:",
        "  - date: 2024-01",
        f"    text: {'x' * 60}",
        f"    url: https://example.org/{'x' * 60}",
    ]


TABLES = """\
results:
  # above the table
  - where: Table 4
    columns:
      - {setting: open, metric: recall}
      - {setting: closed, metric: accuracy}
    rows:
      - {model: Net, own: false,      values: [50.00, 65.07]}  # beside a row
      # above a row
      - {model: Web, variant: "2024", values: [ 9.50, 8 ± 0.10], note: "A note: short."}
      - {model: Pix,                  values: [    ~, {value: 8.10, note: Why.}]}
  - {benchmark: x, metric: m, rows: [{model: z, values: [85.2]}]}
"""


def test_a_mapping_without_values_in_a_long_list_is_an_empty_one() -> None:
    data = {"authors": [*["Ada Example"] * 9, {"x" * 101: None}]}
    assert layout.format_data(data).splitlines()[-1] == "  - {}"


def test_a_row_of_a_table_is_one_line_and_its_numbers_are_in_columns() -> None:
    wanted = TABLES.replace("8 ± 0.10]", "8 ± 0.10]").replace("65.07]", "   65.07]")
    loose = TABLES.replace("      - {model", "      -   {  model").replace(",      values", ", values")
    assert layout.format_text(loose) == layout.format_text(TABLES) == wanted
    data = data_of(TABLES)
    assert data["results"][0]["rows"][0]["values"] == ["50.00", 65.07]
    uncommented = [line.partition("  # ")[0] for line in wanted.splitlines() if line.strip()[0] != "#"]
    assert layout.format_data(data).splitlines() == uncommented


def test_a_row_with_a_comment_in_it_has_several_lines() -> None:
    text = "results:\n  - rows:\n      - model: Net\n        # why\n        values: [50.00]\n"
    assert layout.format_text(text) == text


def test_one_long_text_does_not_make_all_rows_long() -> None:
    rows = [{"model": name, "values": ["1.50", "x" * 90]} for name in ("Net", "y" * 300)]
    first, second = layout.format_data({"results": [{"rows": rows}]}).splitlines()[-2:]
    assert first == f"      - {{model: Net, values: [1.50, {'x' * 90}]}}"
    assert len(second) > 400


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("plain words", "plain words"),
        ("a: b", '"a: b"'),
        ('say "x": y', "'say \"x\": y'"),
        ("# no comment", '"# no comment"'),
        ("c #2", '"c #2"'),
        ("2024", '"2024"'),
        ("1.5", '"1.5"'),
        ("no", '"no"'),
        ("", '""'),
        (" x", '" x"'),
        ("2022-10", "2022-10"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("a\tb", '"a\\tb"'),
        ("a\u2028b", '"a\\u2028b"'),
        ('it\'s "x": y', '"it\'s \\"x\\": y"'),
        ("ends with:", '"ends with:"'),
    ],
)
def test_quotes_only_where_they_are_needed(text: str, wanted: str) -> None:
    assert layout.format_data({"name": text}) == f"name: {wanted}\n"
    assert data_of(layout.format_data({"name": text})) == {"name": text}


BEFORE = """\
# about the whole

# above the name
name: X   # beside the name
title: Z
tasks: [a, # beside a
  b]   # beside tasks
authors:
  # above Ada
  - Ada
  - Bob  # beside Bob
  # after the authors
dataset: {size: "1", classes: 2}  # beside dataset
summary: >-  # beside summary
  Words.

# above the section
section: s
news:
- # above the date
  date: 2024
  text: t
added: 2024-01-01
# the end
"""
AFTER = """\
title: Z
# about the whole
# above the name
name: X  # beside the name
authors:
  # above Ada
  - Ada
  - Bob  # beside Bob
  # after the authors
summary: >-  # beside summary
  Words.
# above the section
section: s
tasks:  # beside tasks
  - a  # beside a
  - b
dataset: {size: "1", classes: 2}  # beside dataset
news:
  # above the date
  - {date: 2024, text: t}
added: 2024-01-01
# the end
"""


def test_a_comment_stays_above_its_line_or_at_its_end() -> None:
    found = layout.format_text(BEFORE)
    assert data_of(found) == data_of(BEFORE)
    assert found == AFTER


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("name:\n  # why\n  X\n", "# why\nname: X\n"),
        ("name: # one\n  X # two\n", "# one\nname: X  # two\n"),
        ("tasks: [ # none\n]\n", "tasks: []  # none\n"),
        ("tasks: [\n  # none\n]\n", "# none\ntasks: []\n"),
        ("tasks: [a,\n  # last\n]\n", "tasks:\n  - a\n  # last\n"),
        (
            "news: [{\n# of the date\ndate: 2024, text: t}]\n",
            "news:\n  # of the date\n  - {date: 2024, text: t}\n",
        ),
        ("# only this\n{}\n", "# only this\n{}\n"),
        ("links:\n  code: x\n# above data\n  data: z\n", "links:\n  code: x\n  # above data\n  data: z\n"),
    ],
)
def test_comments_in_odd_places(text: str, wanted: str) -> None:
    assert layout.format_text(text) == wanted


def test_a_year_alone_has_no_quotes() -> None:
    assert layout.format_text('date: "2024"\nname: "2024"\n') == 'name: "2024"\ndate: 2024\n'


def test_a_comment_beside_a_table_on_one_line_is_above_it_afterwards() -> None:
    table = "{where: T, columns: [{metric: bleu}], rows: [{model: m, values: [1]}]}"
    wanted = (
        "results:\n  # read on a day\n  - where: T\n    columns:\n      - {metric: bleu}\n"
        "    rows:\n      - {model: m, values: [1]}\n"
    )
    assert layout.format_text(f"results:\n  - {table}  # read on a day\n") == wanted
    assert layout.format_text(wanted) == wanted


def test_the_first_line_that_differs_is_named() -> None:
    assert difference("title: A\nadded: 2024\n") is None
    assert difference("title: A\nadded: '2024-01'\n") == 2
    assert difference("title: A\n\n") == 2


def test_line_ends_of_other_systems_are_changed() -> None:
    assert layout.format_text("title: A # x\r\nname: B\r\n") == "title: A  # x\nname: B\n"
