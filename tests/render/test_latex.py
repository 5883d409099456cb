"""Text put into LaTeX reads back as it was; titles keep the capitals that are names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from generator.render.capitals import mark_capitals
from generator.render.latex import escape_latex

MACROS = {"textless": "<", "textgreater": ">", "textbar": "|", "textbraceleft": "{", "textbraceright": "}"}
MACROS |= {"textasciicircum": "^", "textasciigrave": "`"}


def reader() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=char) for name, char in MACROS.items()]
    context.add_context_category("signs", prepend=True, macros=macros)
    return LatexNodes2Text(context, strict_latex_spaces=True)


READER = reader()
LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd"], max_codepoint=0x9FFF)
SIGNS = st.sampled_from('\\{}$%&#_^~<>|@"=+*/()[]!?.,:; –—×±°…')


@given(st.lists(SIGNS | LETTERS).map("".join))
def test_reads_back(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert unicodedata.normalize("NFC", READER.latex_to_text(escape_latex(text))) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_braces_balance(text: str) -> None:
    depth = 0
    for char in escape_latex(text):
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Müller", r"M{\"{u}}ller"),
        ("Agüera í", r"Ag{\"{u}}era {\'{\i}}"),
        ("Vayá ł ß ø", r"Vay{\'{a}} {\l} {\ss} {\o}"),
        ("ế", r"{\'{\^{e}}}"),
        ("100% of A&B_1", r"100\% of A\&B\_1"),
        ("α-helix", r"{\ensuremath{\alpha}}-helix"),
        ("“x” – y’s", "``x'' -- y's"),
        ("例 ơ", "例 ơ"),
    ],
)
def test_escape(text: str, latex: str) -> None:
    assert escape_latex(text) == latex


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("ChestX-ray8: Hospital-scale Chest X-ray Database", ["ChestX-ray8", "X-ray"]),
        ("A Survey of CLIP and T5 in 3D Images: A Review", ["CLIP", "T5", "3D"]),
        ("A generalist view of Paris in spring: The case of Berlin", ["Paris", "Berlin"]),
        ("Plan B", ["B"]),
        ("Pictures and Words with Flamingo", ["Flamingo"]),
        ("", []),
    ],
)
def test_capitals(title: str, kept: list[str]) -> None:
    parts = list(mark_capitals(title, {"Flamingo"}))
    assert "".join(part for part, _ in parts) == title
    assert [part for part, keeps in parts if keeps] == kept
