"""Find the rules of awesome-lint that the titles of works break: README.md must pass all the others."""

import re

from generator.catalog.catalog import Catalog

_RULES = {
    # The rule takes a closing quotation mark after a letter for an apostrophe: `‘so’` is never closed.
    "balanced-punctuation": re.compile(r"‘|(?<!\w)’"),
    "no-repeat-punctuation": re.compile(r"([!~,·?！～，？])\1"),
}


def find_lint_exceptions(catalog: Catalog) -> list[str]:
    """List the rules that a title or name in this catalog breaks, as nobody may change those."""
    titles = [title for entry in catalog for title in (entry.title, entry.name or "")]
    return [rule for rule, pattern in _RULES.items() if any(map(pattern.search, titles))]
