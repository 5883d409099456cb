"""The closed lists of terms that entries choose from; they are data, in `_vocabulary/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict

from generator.text import fold, key, nearest

Order = Literal["newest", "oldest", "title"]

NAMES = (
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
    "initialed_authors",
    "licenses",
    "counts",
    "training",
)
"""One file each: `_vocabulary/<name>.yaml`. A list of another field brings its own."""

_BY_LABEL = ("venues", "initialed_authors", "licenses")


class Term(BaseModel):
    """One term: what stands in an entry, what a reader sees, and what else people call it."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    slug: str
    label: str
    description: str = ""
    aliases: list[str] = []
    parent: str | None = None
    order: Order = "newest"
    """How a section sorts its entries."""
    type: Literal["conference", "journal", "preprint", "workshop", "repository"] | None = None
    """What a venue is."""
    card: Literal["model", "dataset"] | None = None
    """The table in which entries of a kind stand, and the card that they fill."""
    name: str = ""
    """A venue's full name."""
    unit: Literal["percent", "fraction", "score"] | None = None
    """What a metric's values are given in: percent is 0 to 100, fraction 0 to 1."""
    better: Literal["higher", "lower"] | None = None
    """Which values of a metric are the good ones."""
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True)
class Vocabulary:
    """A list of terms in its own order. Proper names are written by label, all else by slug."""

    name: str
    terms: Mapping[str, Term] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms.values())

    @cached_property
    def _by_written(self) -> dict[str, Term]:
        return {self.written(term): term for term in self}

    @cached_property
    def _by_any_name(self) -> dict[str, Term]:
        names: dict[str, Term] = {}
        for term in self:
            for name in (term.slug, term.label, *term.aliases, *([term.name] if term.name else [])):
                names.setdefault(fold(name), term)
        return names

    @cached_property
    def _by_key(self) -> dict[str, Term]:
        """Terms by their names without spaces and marks: `CC BY 4.0` and `CC-BY-4.0` are alike."""
        keys: dict[str, Term] = {}
        for name, term in self._by_any_name.items():
            keys.setdefault(key(name), term)
        return keys

    def written(self, term: Term) -> str:
        """What stands in an entry for `term`."""
        return term.label if self.name in _BY_LABEL else term.slug

    def get(self, written: str) -> Term | None:
        """The term that stands in an entry as `written`."""
        return self._by_written.get(written)

    def named(self, name: str) -> Term | None:
        """The term whose slug, label or alias is `name`, in small or capital letters."""
        return self._by_any_name.get(fold(name))

    def suggest(self, wanted: str) -> str | None:
        """What to write for `wanted`, another name or a misspelling of a term."""
        term = self.named(wanted) or self._by_key.get(key(wanted))
        if not term and (name := nearest(wanted, self._by_any_name)):
            term = self._by_any_name[name]
        return self.written(term) if term else None

    def children(self, slug: str) -> list[Term]:
        """The terms directly below `slug`."""
        return [term for term in self if term.parent == slug]

    def ancestors(self, slug: str) -> list[Term]:
        """The terms above `slug`, nearest first."""
        found: list[Term] = []
        term = self.terms.get(slug)
        while term and term.parent and (term := self.terms.get(term.parent)) and term not in found:
            found.append(term)
        return found

    def path(self, slug: str) -> list[Term]:
        """The way to the term `slug` from the top; empty where there is no such term."""
        term = self.terms.get(slug)
        return [*reversed(self.ancestors(slug)), term] if term else []
