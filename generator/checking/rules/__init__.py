"""What an entry must be beside other values, other entries and the vocabularies: one module a rule.

A rule is a function `check(entry, catalog)` that yields findings, or `check(claims, catalog)` where
it looks at other entries. Its module's docstring says what it asks and gives an entry's lines that
pass and some that fail; a test runs both.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from generator.catalog.catalog import Catalog
from generator.checking.rules import (
    added_date,
    addresses,
    author_names,
    cards,
    distinct_entries,
    former_ids,
    near_duplicates,
    punctuation,
    references,
    result_values,
    settings,
    shared_names,
    sizes,
    summaries,
    terms,
    text_hygiene,
)
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.entry.model import Entry

Subject = TypeVar("Subject", Entry, Claims)
Rules = tuple[tuple[str, Callable[[Subject, Catalog], Iterator[Finding]]], ...]
"""Rules by the name that their problems bear."""

OWN: Rules[Entry] = (
    ("added-date", added_date.check),
    ("term", terms.check),
    ("text", text_hygiene.check),
    ("punctuation", punctuation.check),
    ("summary", summaries.check),
    ("author", author_names.check),
    ("address", addresses.check),
    ("card", cards.check),
    ("size", sizes.check),
    ("result", result_values.check),
)
"""Those that look at one entry and the vocabularies, and at nothing else."""

BESIDE: Rules[Claims] = (
    ("reference", references.check),
    ("setting", settings.check),
    ("former-id", former_ids.check),
    ("shared-name", shared_names.check),
    ("duplicate", distinct_entries.check),
    ("near-duplicate", near_duplicates.check),
)
"""Those that compare the claims of entries."""
