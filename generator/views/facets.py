"""The table of facets: by what entries are grouped on pages and filtered on the browse page.

A facet is one row: its pages, its place among the filters, its files and its line on an entry's
page follow from the row.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from generator.entry.model import OTHERS, Entry
from generator.text import fold, slugify


@dataclass(frozen=True, slots=True)
class Facet:
    """What entries have in common with others; `written` gives what an entry has of it."""

    name: str
    """The first part of its pages' addresses and the key of a filtered page; it never changes."""
    label: str
    written: Callable[[Entry], Iterable[str]]
    vocabulary: str | None = None
    """Whose terms `written` gives; without one it gives plain texts."""
    plural: str = ""
    """What its index is called; a facet without it has no pages."""
    filter: Literal["shown", "hidden", "other"] = "shown"
    """Whether the browse page lists its terms, only heeds an address with one, or filters otherwise."""
    is_open: bool = False
    """Whether its filter is open at first."""
    is_searched: bool = False
    """Whether the names of its terms find an entry, as the entry's own words do."""
    has_files: bool = False
    """Whether each of its groups has a BibTeX file and a feed."""
    is_on_page: bool = False
    """Whether an entry's page lists its terms under *What it is about*."""
    names_works: bool = False
    """Whether the texts are names of works, which are entries where they can be."""
    slug_of: Callable[[str], str] = slugify
    """The part of an address for a text that is no term and no entry."""
    order: Callable[[str], Any] = fold
    """Sorts the groups of a facet without a vocabulary by their labels."""


def author_slug(name: str) -> str:
    """The part of an address for an author; names that differ only in accents are one."""
    return slugify(name) or "-".join(f"{ord(char):x}" for char in fold(name) if char.isalnum())


def _part(part: str, field: str) -> Callable[[Entry], list[str]]:
    """What is in `field` of a part that an entry may lack."""
    return lambda entry: [value] if (value := getattr(getattr(entry, part), field, None)) else []


def _authors(entry: Entry) -> list[str]:
    return [name for name in entry.authors if name != OTHERS]


FACETS = (
    Facet(
        "section", "Section", lambda entry: [entry.section], "sections", "Sections",
        filter="hidden", has_files=True,
    ),
    Facet(
        "task", "Task", lambda entry: entry.tasks, "tasks", "Tasks",
        is_open=True, is_searched=True, has_files=True, is_on_page=True,
    ),
    Facet(
        "modality", "Modality", lambda entry: entry.modalities, "modalities", "Modalities",
        is_open=True, is_searched=True, has_files=True, is_on_page=True,
    ),
    Facet("anatomy", "Anatomy", lambda entry: entry.anatomy, "anatomy", is_searched=True, is_on_page=True),
    Facet("kind", "Kind", lambda entry: [entry.kind], "kinds", is_open=True, is_searched=True),
    Facet(
        "year", "Year", lambda entry: [str(entry.year)] if entry.year else [], plural="Years",
        filter="other", order=lambda year: -int(year),
    ),
    Facet("venue", "Venue", _part("venue", "name"), "venues", "Venues"),
    Facet(
        "author", "Author", _authors, plural="Authors", filter="other", slug_of=author_slug,
        order=lambda name: (fold(name.split()[-1]), fold(name)),
    ),
    Facet("access", "Data access", _part("dataset", "access"), "access_levels"),
    Facet("license_weights", "License of weights", _part("license", "weights"), "licenses"),
    Facet("license_code", "License of code", _part("license", "code"), "licenses"),
    Facet("license_data", "License of data", _part("license", "data"), "licenses"),
    Facet("training", "Training", lambda entry: entry.training, "training", is_on_page=True),
    Facet("domain", "Model domain", _part("model", "domain"), "domains"),
    Facet("base", "Base model", _part("model", "base"), names_works=True),
    Facet("dimension", "Dimension", lambda entry: entry.dimension, "dimensions", is_on_page=True),
    Facet("language", "Language", lambda entry: entry.languages, "languages", is_on_page=True),
)  # fmt: skip
"""Every facet, in the order in which they are shown."""

BY_NAME = {facet.name: facet for facet in FACETS}
