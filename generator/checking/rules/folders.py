"""The file of an entry is in the folder of its year; without a date, in any year or `undated`.

This is a warning: no page and no link depends on the folder.

Passes:
    title: A study without a date

Fails:
    date: 2024-05  # the file is in `undated`
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.entry.folder import ENTRIES_FOLDER
from generator.problems import Severity


def check(claims: Claims, catalog: Catalog) -> Iterator[Finding]:
    """Compare the folder with the date."""
    folder = catalog.paths[claims.id].rpartition("/")[0].removeprefix(f"{ENTRIES_FOLDER}/")
    year = claims.date[:4]
    if year and folder != year:
        message = f"the date is {claims.date}: move the file to {ENTRIES_FOLDER}/{year}/"
        yield Finding(("date",), message, Severity.WARNING)
    elif not year and not re.fullmatch("[0-9]{4}|undated", folder):
        message = f"not in a folder of a year: move the file to {ENTRIES_FOLDER}/undated/, or add `date`"
        yield Finding(("date",), message, Severity.WARNING)
