"""Read a README as a visitor of GitHub sees it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.catalog.catalog import Catalog
from generator.outputs import readme
from generator.settings import Settings
from tests.made_up import HOMELESS
from tests.paths import PROJECT

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def render_readme(catalog: Catalog, settings: Settings = HOMELESS) -> str:
    """The README.md of a catalog."""
    return readme.render_readme_files(catalog, settings, PROJECT)["README.md"]


def render_list(catalog: Catalog, name: str, settings: Settings = HOMELESS) -> str:
    """The file `lists/<name>.md` of a catalog."""
    return readme.render_readme_files(catalog, settings, PROJECT)[f"lists/{name}.md"]


def read_section(text: str, heading: str) -> list[str]:
    """The lines below a heading, up to the next."""
    below = text.partition(f"## {heading}\n")[2]
    return [line for line in re.split(r"^#", below, maxsplit=1, flags=re.MULTILINE)[0].splitlines() if line]


def find_headings(text: str) -> list[str]:
    tokens = READER.parse(text)
    return [
        "".join(part.content for part in inline.children or [] if part.type in ("text", "code_inline"))
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open"
    ]


def find_links(text: str) -> Iterator[str]:
    def walk(tokens: list[Token]) -> Iterator[str]:
        for token in tokens:
            if token.type == "link_open":
                yield str(token.attrs["href"])
            yield from walk(token.children or [])

    return walk(READER.parse(text))
