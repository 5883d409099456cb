"""The catalog: all entries and vocabularies, and the lookups between them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from generator.entry.claims import Claims, collect_claims
from generator.entry.model import Entry
from generator.entry.vocabulary import Vocabulary
from generator.entry.wording import Wording
from generator.text import find_nearest, normalize_name, quoted

Index = TypeVar("Index")


@dataclass(frozen=True)
class Catalog:
    """All entries by id, in the order of their ids, and all vocabularies by name.

    Where an entry mentions another entry, it has the id of that entry, even where its file has a name.

    >>> catalog.find_id("Tiny Films"), catalog.work_label("tiny-films")
    ('tiny-films', 'Tiny Films')
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    """The path of each entry's file, from the root of the project, by id; unreadable files are included."""
    known_claims: Mapping[str, Claims] = field(default_factory=dict, repr=False, compare=False)
    """Claims that are known already, so that their entries need not be made."""
    source_entries: Mapping[str, Entry] = field(default_factory=dict, repr=False, compare=False)
    """The entries with references as in their files, where they may differ from `entries`."""
    wording: Wording = field(default_factory=Wording, compare=False)
    """The words that entries should not have."""
    _indexes: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)
    _made: dict[Callable[..., Any], dict[str, Any]] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._in_order)

    @cached_property
    def _in_order(self) -> Sequence[Entry]:
        """All entries; `entries` may make each of them on its first use, so asking it is slow."""
        return tuple(self.entries.values())

    def drop_sources(self) -> "Catalog":
        """Return the catalog with all entries made, and without what only a check of them needs.

        Of a long list, that is a third of the memory.
        """
        kept = replace(
            self, entries={entry.id: entry for entry in self}, known_claims={}, source_entries={}, _indexes={}
        )
        for name in ("ids_by_name", "ids_by_former_id"):  # they are found in the claims
            kept.__dict__[name] = getattr(self, name)
        return kept

    def vocabulary(self, name: str) -> Vocabulary:
        """Return the vocabulary `name`, which is empty if the list does not have it."""
        return self.vocabularies.get(name) or Vocabulary(name)

    def label(self, vocabulary: str, entry_value: str) -> str:
        """Return what readers see for a term, which entries write as `entry_value`."""
        term = self.vocabulary(vocabulary).get(entry_value)
        return term.label if term else entry_value

    @cached_property
    def ids_by_name(self) -> Mapping[str, str]:
        """The id of the entry that has a name or an alias, by normalized name.

        Where several entries have it, the one that was added first counts: a new entry changes no reference.
        """
        ids: dict[str, str] = {}
        for _, _, id_, name in sorted(
            (claimed.added, rank, claimed.id, name)
            for claimed in self.claims.values()
            for rank, name in enumerate(claimed.names)
        ):
            ids.setdefault(name, id_)
        return ids

    @cached_property
    def ids_by_former_id(self) -> Mapping[str, str]:
        """The present id of an entry, by its former ids."""
        return {old: claimed.id for claimed in self.claims.values() for old in claimed.formerly}

    def find_id(self, work: str) -> str | None:
        """Return the id of the entry that `work`, an id, a name or an alias, means; None for a plain name."""
        if work in self.entries:
            return work
        return self.ids_by_former_id.get(work) or self.ids_by_name.get(normalize_name(work))

    def describe_unknown_id(self, id_: str) -> str:
        """Return that no entry has `id_`, with the id that may be meant."""
        guess = self.find_id(id_) or find_nearest(id_[:80], self.paths)
        hint = f": did you mean `{guess}`?" if guess else ""
        return f"no entry has the id {quoted(id_)}{hint}"

    @cached_property
    def claims(self) -> Mapping[str, Claims]:
        """The claims of each entry, by id."""
        return {id_: self.known_claims.get(id_) or collect_claims(self.entries[id_]) for id_ in self.entries}

    def get_source_entry(self, id_: str) -> Entry:
        """Return the entry `id_` with its references as in its file."""
        return self.source_entries.get(id_) or self.entries[id_]

    def work_label(self, work: str) -> str:
        """Return the label of the entry `work`, or `work` itself if it is a plain name."""
        entry = self.entries.get(work)
        return entry.label if entry else work

    def setting_label(self, benchmark: str, setting: str) -> str:
        """Return what readers see for a `setting`, which is free text where `benchmark` has no entry."""
        entry = self.entries.get(benchmark)
        return entry.settings.get(setting, setting) if entry else setting

    def index(self, build: Callable[["Catalog"], Index]) -> Index:
        """Return `build(self)`, which is called once: a rule or a view keeps a lookup over all entries so."""
        if build not in self._indexes:
            self._indexes[build] = build(self)
        found: Index = self._indexes[build]
        return found

    def drop_index(self, build: Callable[["Catalog"], Any]) -> None:
        """Do not keep what `index` returned for `build`, where it is large and not needed again."""
        self._indexes.pop(build, None)

    def make_once(self, make: Callable[[Entry, "Catalog"], Index], entry: Entry) -> Index:
        """Return `make(entry, self)`, which is called once for each entry of the catalog; see `forget`."""
        if self.entries.get(entry.id) is not entry:
            return make(entry, self)
        made = self._made.setdefault(make, {})
        if entry.id not in made:
            made[entry.id] = make(entry, self)
        found: Index = made[entry.id]
        return found

    def forget(self, entry: Entry, *, but: Collection[Callable[..., Any]] = ()) -> None:
        """Forget what `make_once` made of `entry`, except what `but` made: it must not be asked for again."""
        for make, made in self._made.items():
            if make not in but:
                made.pop(entry.id, None)
