"""Vocabularies: the lists of terms that entries choose from. The terms are data, in `_vocabulary/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.entry.field_marks import WrittenForm
from generator.entry.proceedings import Proceedings
from generator.entry.written_forms import URL_PATTERN, find_url_error
from generator.text import fold, list_nearest, normalize_name, quoted

SectionOrder = Literal["newest", "oldest", "title"]

Scope = Literal["core", "background", "adjacent"]
"""Core work is what the list is about. Background is what core work builds on, adjacent work is near it."""

VOCABULARY_NAMES = (
    "sections",
    "kinds",
    "tasks",
    "modalities",
    "anatomy",
    "venues",
    "tracks",
    "access_levels",
    "code_status",
    "domains",
    "dimensions",
    "languages",
    "metrics",
    "authors",
    "initialed_authors",
    "licenses",
    "counts",
    "training",
)
"""Each has a file `_vocabulary/<name>.yaml`. A list about another field of research has its own terms."""

MAX_ABOVE = 8
"""The most terms that are above a term; three levels are usual."""

MAX_GUESSES = 3
_MAX_SIMILAR_NAMES = 10
"""More than `MAX_GUESSES`, because a term has several names."""

BY_LABEL = ("venues", "authors", "initialed_authors", "licenses")
"""Vocabularies whose terms are proper names."""

FOR_PAGES_ONLY = ("authors",)
"""Vocabularies that join spellings on pages; an entry may write any spelling."""


class Term(BaseModel):
    """One term: its slug and label, what else people call it, and what it means."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    slug: str
    label: Annotated[str, Field(min_length=1)]
    description: str = ""
    url: Annotated[str, WrittenForm("url", find_url_error, URL_PATTERN)] | None = None
    """The text of a license."""
    aliases: list[str] = []
    parent: str | None = None
    order: SectionOrder = "newest"
    """The order of entries in a section."""
    scope: Scope | None = None
    """What the entries of a section are to the list; without one, that of the parent, or core."""
    type: Literal["conference", "journal", "preprint", "workshop", "repository"] | None = None
    """What a venue is."""
    card: Literal["model", "dataset"] | None = None
    """The table that lists entries of a kind, and the card that these have."""
    name: str = ""
    """A venue's full name."""
    proceedings: list[Proceedings] = []
    """The volumes of a conference; the first one that fits an entry counts."""
    unit: Literal["percent", "fraction", "score"] | None = None
    """The unit of a metric: percent is 0 to 100, fraction 0 to 1."""
    better: Literal["higher", "lower"] | None = None
    """Which values of a metric are better."""
    minimum: float | None = None
    maximum: float | None = None
    tasks: list[str] = []
    """The tasks that a metric measures; one alone is measured whatever a benchmark is made for."""


@dataclass(frozen=True)
class Vocabulary:
    """Terms in the order of their file, by slug.

    Entries name a term by its slug, but by its label where terms are proper names, such as venues.

    >>> tasks = Vocabulary("tasks", {"vqa": Term(slug="vqa", label="Visual question answering")})
    >>> tasks.translate("visual question answering"), tasks.guess("visual question answer")
    ('vqa', ['vqa'])
    """

    name: str
    terms: Mapping[str, Term] = field(default_factory=dict)
    is_whole: bool = True
    """Whether each term of its file could be read."""
    has_file: bool = True
    """Whether there is a file; a list may do without those that no entry needs."""

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    @cached_property
    def _paths(self) -> dict[str, tuple[Term, ...]]:
        """What `path` has returned: every page of an entry asks for those of its section and licenses."""
        return {}

    @cached_property
    def _by_entry_value(self) -> dict[str, Term]:
        return {self.entry_value(term): term for term in self}

    @cached_property
    def _by_any_name(self) -> dict[str, Term]:
        names: dict[str, Term] = {}
        for term in self:
            for name in (term.slug, term.label, *term.aliases, *([term.name] if term.name else [])):
                names.setdefault(fold(name), term)
        return names

    @cached_property
    def _by_normalized_name(self) -> dict[str, Term]:
        """Terms by normalized name, so that `CC BY 4.0` and `CC-BY-4.0` are the same."""
        terms: dict[str, Term] = {}
        for name, term in self._by_any_name.items():
            terms.setdefault(normalize_name(name), term)
        return terms

    def entry_value(self, term: Term) -> str:
        """Return the text that an entry uses for `term`."""
        return term.label if self.name in BY_LABEL else term.slug

    def get(self, entry_value: str) -> Term | None:
        """Return the term for which an entry uses the text `entry_value`, or None."""
        return self._by_entry_value.get(entry_value)

    def lacks(self, entry_value: str) -> bool:
        """Return whether no entry may use the text `entry_value`; where terms could not be read, it may."""
        return self.is_whole and entry_value not in self._by_entry_value

    @property
    def missing_file(self) -> str:
        """The message about each text that should be a term where there is no file; one of them is shown."""
        return f"the vocabulary {self.name} has no file"

    def describe_lack(self, slug: str) -> str:
        """Return the message about the text `slug` of another vocabulary, which should be a term here."""
        lack = f"{quoted(slug)} is not a term of {self.name}: write its slug, or delete it"
        return lack if self.has_file else self.missing_file

    def find_by_name(self, name: str) -> Term | None:
        """Return the term whose slug, label or alias is `name`, ignoring case, or None."""
        return self._by_any_name.get(fold(name))

    def translate(self, wanted: str) -> str | None:
        """Return what to write for `wanted`, a name of a term in any spelling, or None."""
        term = self.find_by_name(wanted) or self._by_normalized_name.get(normalize_name(wanted))
        return self.entry_value(term) if term else None

    def guess(self, wanted: str) -> list[str]:
        """Return the terms, at most `MAX_GUESSES`, with a name similar to `wanted`, the nearest first."""
        names = list_nearest(wanted, self._by_any_name, _MAX_SIMILAR_NAMES)
        found = dict.fromkeys(self.entry_value(self._by_any_name[name]) for name in names)
        return [*found][:MAX_GUESSES]

    def suggest(self, wanted: str) -> str | None:
        """Return the term that `wanted` means, or the one with the most similar name, or None."""
        return self.translate(wanted) or next(iter(self.guess(wanted)), None)

    def children(self, slug: str) -> list[Term]:
        """Return the terms directly below `slug`."""
        return [term for term in self if term.parent == slug]

    def ancestors(self, slug: str) -> list[Term]:
        """Return the terms above `slug`, at most `MAX_ABOVE`, the nearest first."""
        found: dict[str, Term] = {}
        term = self.terms.get(slug)
        while term and term.parent and (term := self.terms.get(term.parent)):
            if term.slug in found or len(found) == MAX_ABOVE:
                break
            found[term.slug] = term
        return [*found.values()]

    def descendants(self, slug: str) -> list[Term]:
        """Return the terms below `slug`, at any depth."""
        return [term for term in self if any(above.slug == slug for above in self.ancestors(term.slug))]

    def find_scope(self, slug: str) -> Scope:
        """Return the scope of the section `slug`: its own, or that of the nearest section above with one."""
        return next((term.scope for term in reversed(self.path(slug)) if term.scope), "core")

    def path(self, slug: str) -> tuple[Term, ...]:
        """Return the terms from the top down to the term `slug`; empty if there is no such term."""
        if slug not in self._paths:
            term = self.terms.get(slug)
            self._paths[slug] = (*reversed(self.ancestors(slug)), term) if term else ()
        return self._paths[slug]
