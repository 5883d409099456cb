"""The table of identifiers as data for the scripts of the site."""

from typing import Any

from generator.entry.identifiers import IDENTIFIERS, Identifier


def list_identifier_rows() -> list[dict[str, Any]]:
    """List the rows in their order; the keys are the names that `assets/identifiers.js` reads."""
    return [_make_row(row) for row in IDENTIFIERS]


def _make_row(row: Identifier) -> dict[str, Any]:
    return {
        "field": row.field,
        "noun": row.noun,
        "address": row.address,
        "site": row.site,
        "typed": row.typed,
        "pattern": row.pattern,
        "allowedLinks": row.allowed_links,
        "isUnique": row.is_unique,
        "ignoresCase": row.ignores_case,
        "isQuoted": row.is_quoted,
        "isPaper": row.is_paper,
    }
