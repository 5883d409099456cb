"""The table of facets, by which entries are grouped on pages and filtered on the browse page.

A facet is one row: its pages, its filter, its files and its line on an entry's page follow from the row.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.entry.model import OTHERS, Entry
from generator.text import fold, slugify
from generator.views.licenses import find_access


@dataclass(frozen=True, slots=True)
class Facet:
    """A property by which entries are grouped, such as their task or their year.

    >>> FACETS_BY_NAME["task"].read_values(entry)
    ('vqa', 'captioning')
    """

    name: str
    """The first part of the addresses of its pages, and its key in the address of a filtered page.

    It never changes.
    """
    label: str
    read_values: Callable[[Entry], Iterable[str]]
    """Returns the values of an entry, as its file has them."""
    vocabulary: str | None = None
    """The vocabulary whose terms the values are; without one they are plain texts."""
    plural: str = ""
    """The title of its index page; a facet without one has no pages."""
    filter: Literal["shown", "hidden", "other"] = "shown"
    """How the browse page filters by it.

    `shown` lists its terms, `hidden` filters only by an address with a term, `other` has its own control.
    """
    is_open: bool = False
    """Whether its filter is open when the browse page opens."""
    has_files: bool = False
    """Whether each of its groups has a BibTeX file and a feed."""
    part: str = ""
    """The part of a work that the values are about, a key of `links`.

    A work that has the part and no value is *not stated*.
    """
    not_stated_words: str = ""
    """Further words by which a search finds a work that is *not stated*."""
    folds_below: bool = False
    """Whether its filter first shows the topmost terms; without it, the most frequent ones."""
    is_on_page: bool = False
    """Whether an entry's page lists its terms under *Overview*."""
    names_works: bool = False
    """Whether the values are names of works; a work with an entry is shown as that entry."""
    spellings: str | None = None
    """The vocabulary of plain texts that are written in several ways; all spellings are one group."""
    min_entries: int = 1
    """How many entries a group needs to have a page."""
    is_alphabetical: bool = False
    """Whether its index page has headings A to Z."""
    slug_of: Callable[[str], str] = slugify
    """Makes the part of an address for a plain text that is not the name of an entry."""
    sort_key: Callable[[str], Any] = fold
    """Sorts the groups of a facet without a vocabulary, by their labels."""


@cache  # asked about each name on every page with it
def make_author_slug(name: str) -> str:
    """Make the part of an address for an author; names that differ only in accents are one author."""
    return slugify(name) or "-".join(f"{ord(char):x}" for char in fold(name) if char.isalnum())


def _make_field_reader(part: str, field: str) -> Callable[[Entry], list[str]]:
    """Make a reader of `field` of a part that an entry may not have."""
    return lambda entry: [value] if (value := getattr(getattr(entry, part), field, None)) else []


def _make_access_reader(part: str) -> Callable[[Entry], list[str]]:
    return lambda entry: [level] if (level := find_access(entry, part)) else []


def _make_license_facet(part: str, *, is_open: bool = False) -> Facet:
    return Facet(
        f"license_{part}", f"License of {part}", _make_field_reader("license", part), "licenses",
        is_open=is_open, part=part, folds_below=True,
    )  # fmt: skip


def _make_access_facet(name: str, part: str) -> Facet:
    return Facet(
        name, f"Access to {part}", _make_access_reader(part), "access_levels",
        part=part, not_stated_words=f"may be open {part}",
    )  # fmt: skip


def _list_authors(entry: Entry) -> list[str]:
    return [name for name in entry.authors if name != OTHERS]


FACETS = (
    Facet(
        "section", "Section", lambda entry: [entry.section], "sections", "Sections",
        filter="hidden", has_files=True,
    ),
    Facet(
        "task", "Task", lambda entry: entry.tasks, "tasks", "Tasks",
        is_open=True, has_files=True, is_on_page=True,
    ),
    Facet(
        "modality", "Modality", lambda entry: entry.modalities, "modalities", "Modalities",
        is_open=True, has_files=True, is_on_page=True,
    ),
    Facet("anatomy", "Anatomy", lambda entry: entry.anatomy, "anatomy", is_on_page=True),
    Facet("kind", "Kind", lambda entry: [entry.kind], "kinds", is_open=True),
    _make_license_facet("weights", is_open=True),
    _make_access_facet("weights_access", "weights"),
    _make_license_facet("code"),
    _make_license_facet("data"),
    _make_access_facet("access", "data"),
    Facet(
        "year", "Year", lambda entry: [str(entry.year)] if entry.year else [], plural="Years",
        filter="other", sort_key=lambda year: -int(year),
    ),
    Facet("venue", "Venue", _make_field_reader("venue", "name"), "venues", "Venues", is_alphabetical=True),
    Facet(
        "author", "Author", _list_authors, plural="Authors", filter="other", slug_of=make_author_slug,
        spellings="authors", min_entries=2, is_alphabetical=True,
        sort_key=lambda name: (fold(name.split()[-1]), fold(name)),
    ),
    Facet("training", "Training", lambda entry: entry.training, "training", is_on_page=True),
    Facet("domain", "Model domain", _make_field_reader("model", "domain"), "domains"),
    Facet("base", "Base model", _make_field_reader("model", "base"), names_works=True),
    Facet("dimension", "Dimension", lambda entry: entry.dimension, "dimensions", is_on_page=True),
    Facet("language", "Language", lambda entry: entry.languages, "languages", is_on_page=True),
)  # fmt: skip
"""Every facet, in the order in which they are shown."""

FACETS_BY_NAME = {facet.name: facet for facet in FACETS}
