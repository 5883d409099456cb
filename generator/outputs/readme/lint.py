"""The rules of awesome-lint, which README.md must pass, that the titles of others may break."""

import re

from generator.catalog.catalog import Catalog

_RULES = {
    # It takes a closing quotation mark behind a letter for an apostrophe, so `‘so’` is never closed.
    "balanced-punctuation": re.compile(r"‘|(?<!\w)’"),
    "no-repeat-punctuation": re.compile(r"([!~,·?！～，？])\1"),
}


def find_lint_exceptions(catalog: Catalog) -> list[str]:
    """The rules that a title or name of this catalogue breaks; no one may mend those."""
    titles = [title for entry in catalog for title in (entry.title, entry.name or "")]
    return [rule for rule, pattern in _RULES.items() if any(map(pattern.search, titles))]
