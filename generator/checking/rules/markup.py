"""Texts have no LaTeX, HTML or Markdown: pages would show it as it is written. Write what it prints.

A work that really prints such marks has the comment `# no hint: title markup`.

Passes:
    title: A study of β-films at 3 T, with A* and <think>

Fails:
    title: A study of $x$ **films**
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import Entry
from generator.entry.plain_text import find_markup
from generator.problems import Severity
from generator.yamlfiles.reading import Keys

_DASH = re.compile("(?<!-)---?(?!-)")
_FIELDS = ("title", "name", "summary", "note")
_LISTS = ("aliases", "keywords")


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check every free text; `author_names` checks the names of people."""
    for keys, text in _list_texts(entry):
        if message := find_markup(text):
            yield Finding(keys, message, silenced_by=f"{keys[0]} markup")
        elif keys[0] in ("title", "aliases") and (match := _DASH.search(text)):
            dash = "–" if match[0] == "--" else "—"
            yield Finding(keys, f"`{match[0]}` is a dash in LaTeX: type `{dash}`", Severity.WARNING)


def _list_texts(entry: Entry) -> Iterator[tuple[Keys, str]]:
    for field in _FIELDS:
        if text := getattr(entry, field):
            yield (field,), text
    for field in _LISTS:
        for index, text in enumerate(getattr(entry, field)):
            yield (field, index), text
