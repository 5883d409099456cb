"""`medvlm add` and the contribute page read the same drafts of the same bibliography."""

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string

from generator.add.bibliographies.bibtex import read_records
from generator.add.latex import read_latex
from generator.outputs.data.bibtex import stream_bibtex
from generator.render.latex import escape_latex
from tests.made_up import load_made_up
from tests.page_latex import FILE, render_latex_commands
from tests.page_reader import Drafts, PageReader, read_by_command, start_page_reader
from tests.paths import DATA
from tests.whole import load_whole

CASES: list[dict[str, Any]] = yaml.load(
    (DATA / "bibliography_cases.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader
)


@pytest.fixture(scope="module")
def page_reader() -> Iterator[PageReader]:
    with start_page_reader() as reader:
        yield reader


def comparable(drafts: Drafts, wanted: list[dict[str, Any]]) -> Drafts:
    """What the case asks of each draft; `BaseLoader` leaves all values text."""
    asked = [*wanted, *[{"data": {}}] * (len(drafts) - len(wanted))]
    return [
        {key: "null" if draft[key] is None else as_text(draft[key]) for key in wants}
        for draft, wants in zip(drafts, asked, strict=True)
    ]


def as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) else value


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_both_read_a_case_as_wanted(case: dict[str, Any], page_reader: PageReader) -> None:
    by_command = read_by_command(case["text"])
    assert comparable(by_command, case["drafts"]) == case["drafts"]
    assert page_reader.read(case["text"]) == by_command


def test_the_page_has_the_tables_of_the_command(golden: Callable[[Path, str], None]) -> None:
    golden(FILE, render_latex_commands())


PIECES = r"""
and And AND others et|al. Lind Maja van|der Jr 0001 Team of Inc. CT MRI \' \'{ \` \^ \~ \" \= \.
\u \v \c \d \H| \i \j \o \ss \textbf \emph{ \frac \footnote{ \foo \mu \alpha| \circ \to \, \; \|
\- \{ \} \\ \$ \% \& \_ \( \) { } {{ }} $ ^ _ ~ - -- --- ` `` '' ' " # % = , ; . @ ( ) &amp;
&lt;i&gt; <i> </i> &uuml; &#233; e i ê Đ ı 張 五 2024 2019-04 / 2020-13 may 13 arXiv: abs/
2401.12345 2413.12345 10.1000/x_y 10.48550/arXiv.2001.00001 doi: https:// example.org/
github.com/a/b openreview.net/forum?id=a1B2c3D4 .pdf ?q=1 \url{ hep-th/9901001 v2 BIG|WORDS HERE
Vol.| 12--15 é “ ” ’ –
"""
"""What bibliographies are made of; `|` is a space."""
WORDS = st.sampled_from(
    [*(piece.replace("|", " ") for piece in PIECES.split()), "\u200b", "\u00a0", "\t", "\n"]
)
TEXTS = st.lists(WORDS | st.sampled_from([" ", " ", "A", "b"]), max_size=14).map("".join)
FIELD_NAMES = """
title author year date month eprint archivePrefix eprinttype doi url journal booktitle note howpublished
volume number pages pmid crossref subtitle x-y
"""
NAMES = st.sampled_from(FIELD_NAMES.split())
OPENING = {"{": "}", '"': '"', "": "", "{{": "}}"}
VALUES = st.tuples(st.sampled_from([*OPENING, "{", "{", "{"]), TEXTS).map(
    lambda pair: f"{pair[0]}{pair[1]}{OPENING[pair[0]]}"
)
FIELDS = st.tuples(NAMES, st.sampled_from([" = ", "=", "= "]), VALUES).map("".join)
KINDS = st.sampled_from(["@article{", "@misc(", "@String{", "@comment{", "@proceedings{", "@book_section {"])
RECORDS = st.tuples(
    KINDS,
    st.sampled_from(["a,", "b,", "a b,", "", "{,"]),
    st.lists(FIELDS, max_size=6).map(", ".join),
    st.sampled_from(["}\n", "}\n", "}\n", "}", ")\n", "\n", ",}\r\n", " % x\n}\n"]),
).map("".join)
BIBLIOGRAPHIES = st.lists(RECORDS | TEXTS, max_size=4).map("".join)
RIS_LINES = st.tuples(
    st.sampled_from(
        ["TY  - JOUR\nTI  - ", "AU  - ", "T2  - ", "PY  - ", "DA  - ", "UR  - ", "AN  - ", "SP  - "]
    ),
    TEXTS,
).map("".join)
RIS = st.lists(RIS_LINES, max_size=8).map("\n".join)


@settings(max_examples=4 * settings().max_examples)
@given(BIBLIOGRAPHIES | RIS | TEXTS)
def test_both_read_any_text_alike(page_reader: PageReader, text: str) -> None:
    assert page_reader.read(text) == read_by_command(text)


@given(st.text(st.characters(exclude_categories=["Cs", "Cn"])))
def test_what_is_written_as_latex_reads_back(text: str) -> None:
    assert plain(read_latex(escape_latex(text))) == plain(unicodedata.normalize("NFC", text))


def test_the_exported_file_reads_back_to_the_same_names_and_titles(page_reader: PageReader) -> None:
    catalog = load_whole()
    text = "".join(stream_bibtex(catalog, catalog))
    drafts = read_by_command(text)
    assert [draft["source"] for draft in drafts] == list(catalog.entries)
    for draft, entry in zip(drafts, catalog, strict=True):
        assert draft["data"]["title"] == plain(entry.title), entry.id
        assert draft["data"].get("authors", []) == [plain(name) for name in entry.authors], entry.id
    assert page_reader.read(text) == drafts


def test_records_have_the_fields_that_a_processor_reads() -> None:
    catalog = load_made_up()
    text = '@string{a-b = "Macro"}\n@misc{x, note = a-b # { and } # "more", year = 2024}\n'
    text += "".join(stream_bibtex(catalog, catalog))
    by_processor = parse_string(text, "bibtex").entries
    for record in read_records(text):
        fields = {name: value for name, value in record.fields.items() if name not in ("author", "month")}
        known = {name.lower(): value for name, value in by_processor[record.key].fields.items()}
        assert fields == {name: value for name, value in known.items() if name != "month"}


def plain(text: str) -> str:
    """`text` with straight quotation marks: LaTeX does not tell them from the others."""
    return text.translate(str.maketrans("‘’“”", "''\"\""))
