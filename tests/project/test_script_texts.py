"""The texts that scripts show are in one folder, so that a proofreader or a translator finds them all."""

import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parents[2] / "site_docs" / "assets"
AREAS = ("browse", "copying", "results", "suggest", "tables")
SCRIPTS = sorted({ASSETS / "visits.js", *(path for area in AREAS for path in (ASSETS / area).glob("*.js"))})

COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
# A text begins with a capital and a small letter, or is words with spaces between them.
TEXT = re.compile(r"[\"`]\s?(?:[A-Z][a-z]+[^\"`\n]*|[a-z]+(?: [a-z]+)+)[\"`]")
NO_TEXTS = re.compile(
    r"\"(?:Arrow\w+|Escape|Enter|Home|End|Tab)\""  # keys of the keyboard
    r"|new Error\([^\n]*"  # read by developers only
    r"|\bclass: \"[^\"]*\"|\b\w*(?:closest|matches|querySelector\w*)\([^)]*\)"  # names of styles
    r"|\b(?:FORMATS|TYPES|HEADS?) = [^\n]*"  # names of formats
)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.relative_to(ASSETS).as_posix())
def test_a_script_takes_its_texts_from_the_folder(script: Path) -> None:
    code = NO_TEXTS.sub("", COMMENT.sub("", script.read_text("utf-8")))
    assert TEXT.findall(code) == [], "move them into assets/texts"
