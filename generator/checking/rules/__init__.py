"""The rules for entries: how values fit together, and fit the vocabularies and other entries.

Each module is one rule. It has a function `check(entry, catalog)` that yields findings, or
`check(claims, catalog)` if it compares entries. The docstring of the module says what the rule
demands, and has lines of an entry that pass and lines that fail; a test runs both.
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
    folders,
    former_ids,
    markup,
    near_duplicates,
    punctuation,
    reachable,
    references,
    result_values,
    setting_tasks,
    settings,
    shared_names,
    sizes,
    summaries,
    terms,
    text_hygiene,
    titles,
    unlisted_terms,
    unmeasured_tasks,
    unnamed_adjacent,
    volumes,
    words,
)
from generator.checking.rules.finding import Finding
from generator.entry.claims import Claims
from generator.entry.model import Entry

Subject = TypeVar("Subject", Entry, Claims)
Rules = tuple[tuple[str, Callable[[Subject, Catalog], Iterator[Finding]]], ...]
"""Rules, each with the name that its problems have."""

SINGLE_ENTRY_RULES: Rules[Entry] = (
    ("added-date", added_date.check),
    ("term", terms.check),
    ("text", text_hygiene.check),
    ("punctuation", punctuation.check),
    ("markup", markup.check),
    ("title", titles.check),
    ("summary", summaries.check),
    ("author", author_names.check),
    ("address", addresses.check),
    ("no-link", reachable.check),
    ("volume", volumes.check),
    ("card", cards.check),
    ("size", sizes.check),
    ("setting-task", setting_tasks.check),
    ("result", result_values.check),
    ("wording", words.check),
    ("unlisted-term", unlisted_terms.check),
)
"""Rules that read one entry and the vocabularies."""

CROSS_ENTRY_RULES: Rules[Claims] = (
    ("reference", references.check),
    ("setting", settings.check),
    ("former-id", former_ids.check),
    ("shared-name", shared_names.check),
    ("duplicate", distinct_entries.check),
    ("near-duplicate", near_duplicates.check),
    ("folder", folders.check),
    ("unmeasured-task", unmeasured_tasks.check),
    ("unnamed-adjacent", unnamed_adjacent.check),
)
"""Rules that compare the claims of entries."""
