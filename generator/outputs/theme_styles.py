"""The styles of the theme that generated pages use, which are a fourth of all."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.outputs.node_programs import run_node

_PROJECT = Path(__file__).parents[2]
_PRUNE_STYLES = Path(__file__).with_name("prune_styles.mjs")
_SHEETS = ("main.*.min.css", "palette.*.min.css")
_MAKERS = (("templates/pages", "*.j2"), ("generator", "*.py"), ("site_docs/assets", "*.js"))
"""What makes the HTML of generated pages: a class that none of these files names is on no page."""
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"--[\w-]+")


def keep_used_styles(theme: Path, frame: str) -> str:
    """Return the rules of the style sheets in `theme` that a page can use inside `frame`, an HTML document.

    Raises FileNotFoundError where `npm ci` has not been run.
    """
    found = (next((theme / "assets" / "stylesheets").glob(name)) for name in _SHEETS)
    styles = "\n".join(file.read_text("utf-8") for file in found)
    text = "\n".join((frame, *_read_makers()))
    variables = _VARIABLE.findall("\n".join(_read("site_docs/assets", "*.css")))
    words = set(_WORD.findall(text)) & set(_WORD.findall(styles))  # others change nothing
    request = {"styles": styles, "words": sorted(words), "variables": sorted({*variables})}
    return run_node(_PRUNE_STYLES, request)


@cache
def _read_makers() -> tuple[str, ...]:
    return tuple(text for folder, name in _MAKERS for text in _read(folder, name))


def _read(folder: str, name: str) -> Iterator[str]:
    yield from (file.read_text("utf-8") for file in sorted((_PROJECT / folder).rglob(name)))
