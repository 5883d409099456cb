"""The changelog of a month as Markdown, from its digest."""

import re
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from generator.catalog.chronicle import load_chronicle
from generator.checking.load import load
from generator.render.templates import render
from generator.settings import load_settings
from generator.views.digest import make_digest
from generator.views.entry_texts import format_venue

MAX_NAMED = 20
"""The most works of a section that are named."""


def find_last_month(today: str) -> str:
    """Return the month before that of `today`."""
    first = date.fromisoformat(today).replace(day=1)
    return (first - timedelta(days=1)).isoformat()[:7]


def write_changelog(root: Path, month: str) -> str:
    """Write what happened in `month` as Markdown. Raises ProjectFileError."""
    catalog = load(root).catalog
    text = render(
        "changelog.md.j2",
        settings=load_settings(root),
        digest=make_digest(month, catalog, load_chronicle(root)),
        total=len(catalog.entries),
        most=MAX_NAMED,
        venue=partial(format_venue, catalog=catalog),
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
