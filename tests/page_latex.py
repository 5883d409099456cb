"""The page's script with the tables for LaTeX and names; `--update-golden` writes it."""

import json
from typing import Any

from generator.add.bibliographies.bibtex_names import COMPANY
from generator.add.cleaning import ENTITIES
from generator.entry.people import GROUP_WORD
from generator.render import latex_commands as known
from tests.paths import PROJECT

FILE = PROJECT / "site_docs" / "assets" / "contribute" / "latex_commands.js"

HEAD = """\
// @ts-check
/** The tables for LaTeX and names, written by `pytest tests/add/bibliographies --update-golden`. */
"""
MAPPING, WORDS = "Record<string, string>", "string[]"


def render_latex_commands() -> str:
    tables = [
        ("ACCENTS", MAPPING, known.READ_ACCENTS),
        ("BELOW", "string", known.BELOW),
        ("SYMBOLS", MAPPING, known.SYMBOLS),
        ("PRINT_ARGUMENT", WORDS, sorted(known.PRINT_ARGUMENT)),
        ("DROP_ARGUMENT", WORDS, sorted(known.DROP_ARGUMENT)),
        ("LIGATURES", MAPPING, known.LIGATURES),
        ("NO_TEXT", "string", known.NO_TEXT.pattern),
        ("A_SPACE", "string", known.A_SPACE.pattern),
        ("ENTITIES", MAPPING, ENTITIES),
        ("GROUP_WORD", "string", GROUP_WORD.pattern),
        ("COMPANY", "string", COMPANY.pattern),
    ]
    return HEAD + "".join(_line(name, type_, value) for name, type_, value in tables)


def _line(name: str, type_: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=name in ("ACCENTS", "ENTITIES"))
    return f"export const {name} = /** @type {{{type_}}} */ ({text});\n"
