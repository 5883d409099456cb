"""Text put into Markdown reads back as it was, and does nothing but be read."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.render import markdown
from tests.paths import DATA

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

# What the rule `text` lets into an entry, with the signs that mean something made more likely.
SIGNS = st.sampled_from(
    [*"\\`*_[]()<>~|&#-+=!:;@$.'\"/0123456789 \u00a0", "www.", "://", "&amp;", "<!--", "1. "]
)
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"])
TEXT = st.lists(SIGNS | CHARACTERS | st.text("abzAZ", max_size=3)).map("".join)

HOSTILE = (DATA / "hostile.txt").read_text("utf-8").splitlines()
"""Titles that would do something if they were put into a page as they are."""


def text_of(tokens: list[Token]) -> str:
    """What a reader sees of inline tokens, tags left out."""
    return "".join(token.content for token in tokens if token.type in ("text", "code_inline"))


def kinds_of(tokens: list[Token]) -> set[str]:
    return {token.type for token in tokens}


def read_paragraph(source: str) -> list[Token]:
    opening, inline, closing = READER.parse(source)
    assert (opening.type, closing.type) == ("paragraph_open", "paragraph_close")
    return inline.children or []


def read_item(source: str) -> list[Token]:
    tokens = READER.parse(source)
    assert [token.type for token in tokens if token.type.endswith("_open")] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    return next(token.children or [] for token in tokens if token.type == "inline")


def read_cells(source: str) -> list[list[Token]]:
    tokens = READER.parse(source)
    assert (tokens[0].type, tokens[-1].type) == ("table_open", "table_close")
    return [token.children or [] for token in tokens if token.type == "inline"]


@given(TEXT.filter(bool))
def test_text_in_a_paragraph_and_in_a_list_reads_back_the_same(plain: str) -> None:
    escaped = markdown.escape_text(plain)
    assert text_of(read_paragraph(escaped)) == plain
    assert text_of(read_item(f"- {escaped}")) == plain


@given(TEXT, TEXT)
def test_text_in_a_heading_and_between_marks_reads_back_the_same(first: str, second: str) -> None:
    heading = READER.parse(f"## x{markdown.escape_text(first)}")
    assert text_of(heading[1].children or []) == f"x{first}"
    mixed = read_paragraph(f"**x{markdown.escape_text(first)}x**: {markdown.escape_text(second)}x")
    assert text_of(mixed) == f"x{first}x: {second}x"


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1))
def test_text_in_cells_reads_back_the_same(rows: list[tuple[str, str]]) -> None:
    source = markdown.format_table(
        ["x", "y"], [[f"x{markdown.escape_text(cell)}" for cell in row] for row in rows]
    )
    plain = [f"x{cell}" for row in rows for cell in row]
    assert [text_of(cell) for cell in read_cells(source)] == ["x", "y", *plain]


@given(TEXT.filter(bool), TEXT)
def test_a_link_reads_back_the_same(label: str, tail: str) -> None:
    url = f"https://example.org/{tail}"
    source = f"{markdown.format_link(label, url)} b"
    for tokens in (read_paragraph(source), read_item(f"- {source}")):
        links = [token for token in tokens if token.type == "link_open"]
        assert [unquote(str(token.attrs["href"])) for token in links] == [unquote(url)]
        assert text_of(tokens) == f"{label} b"


@given(TEXT, TEXT)
def test_a_link_with_a_bold_start_reads_back_the_same(start: str, rest: str) -> None:
    source = markdown.format_link(f"x{start}{rest}", "https://example.org/", f"x{start}")
    assert text_of(read_paragraph(source)) == f"x{start}{rest}"


@pytest.mark.parametrize("plain", HOSTILE)
def test_hostile_text_is_inert(plain: str) -> None:
    for tokens in (
        read_paragraph(markdown.escape_text(plain)),
        read_item(f"- {markdown.escape_text(plain)}"),
        read_cells(markdown.format_table(["x"], [[markdown.escape_text(plain)]]))[1],
    ):
        assert text_of(tokens) == plain
        assert kinds_of(tokens) <= {"text", "text_special", "html_inline"}
        assert {t.content for t in tokens if t.type == "html_inline"} <= {"<span>", "</span>"}


@pytest.mark.parametrize("plain", HOSTILE)
def test_hostile_text_is_inert_as_the_text_of_a_link(plain: str) -> None:
    tokens = read_paragraph(markdown.format_link(plain, "https://example.org/"))
    assert text_of(tokens) == plain
    assert kinds_of(tokens) <= {"text", "text_special", "code_inline", "link_open", "link_close"}
    assert [token.attrs["href"] for token in tokens if token.type == "link_open"] == ["https://example.org/"]


@pytest.mark.parametrize("pattern", [r":[\w+-]+:", r"@\w", r"://", r"\bwww\.", r"\$[^<]*\$"])
def test_nothing_is_left_for_what_works_on_the_page_after_markdown(pattern: str) -> None:
    for plain in HOSTILE:
        runs = re.split(r"<[^>]*>", READER.render(markdown.escape_text(plain)))
        assert not any(re.search(pattern, run) for run in runs)


def test_in_the_text_of_a_link_a_shortcode_is_broken_without_a_tag() -> None:
    assert markdown.format_link(":smile: for $5", "u") == r"[`:`smile: for \$5](u)"


def test_plain_words_stay_as_they_are() -> None:
    for plain in (
        "R&D: state-of-the-art (2.0), 50% more!",
        "3D",
        "2024 in review",
        "CT/MRI",
        "x > y = z - 1",
    ):
        assert markdown.escape_text(plain) == plain


@pytest.mark.parametrize(
    ("label", "start", "shown"),
    [
        ("ImageTalk: on films", "ImageTalk", "**ImageTalk**: on films"),
        ("Image*Talk on films", "Image*Talk", r"**Image\*Talk** on films"),
        ("ImageTalk", "ImageTalk", "**ImageTalk**"),
        ("ImageTalk++: on films", "ImageTalk++", "**ImageTalk++**: on films"),
        ("ImageTalks", "ImageTalk", "ImageTalks"),
        ("Films", "", "Films"),
    ],
)
def test_the_start_of_a_link_is_bold_if_it_is_a_whole_word(label: str, start: str, shown: str) -> None:
    assert markdown.format_link(label, "u", start) == f"[{shown}](u)"
    tokens = read_paragraph(markdown.format_link(label, "u", start))
    assert "".join(token.content for token in tokens) == label


def test_a_line_break_stays_within_the_line() -> None:
    assert markdown.escape_text(" a\nb ") == "&#32;a&#10;b&#32;"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("https://example.org/<a> b|c", "https://example.org/%3Ca%3E%20b%7Cc"),
        ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&b=2#c"),
        ("https://example.org/?a=1&copy;=2", "https://example.org/?a=1&amp;copy;=2"),
        ("https://example.org/%28", "https://example.org/%28"),
        ('https://example.org/é\\`"', "https://example.org/%C3%A9%5C%60%22"),
    ],
)
def test_an_address_is_encoded_only_where_it_must_be(url: str, target: str) -> None:
    assert markdown.escape_address(url) == target
    (opening, *_) = read_paragraph(f"[x]({target})")
    assert opening.attrs["href"] == target.replace("&amp;", "&")


def test_a_table_has_no_empty_column_and_no_padding() -> None:
    rows = [["a", "", "🔥"], ["bcd", "", ""]]
    assert markdown.format_table(["X", "Y", "Zeta"], rows).splitlines() == [
        "| X | Zeta |",
        "| --- | --- |",
        "| a | 🔥 |",
        "| bcd |  |",
    ]


def test_anchors_are_those_of_github() -> None:
    headings = ["Pre-training", "Models, methods & more", "Détection"]
    headings += ["Pre-training", "Pre-training-1", "M³ über_all 10.5: Ⅳ"]
    assert markdown.list_anchors(headings) == [
        "pre-training",
        "models-methods--more",
        "détection",
        "pre-training-1",
        "pre-training-1-1",
        "m-über_all-105-ⅳ",
    ]
