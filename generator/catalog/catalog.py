"""The catalogue: every entry with the vocabularies, and the look-ups between them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.entry.claims import Claims, claims
from generator.entry.model import Entry
from generator.entry.vocabulary import Vocabulary
from generator.text import key

Index = TypeVar("Index")


@dataclass(frozen=True)
class Catalog:
    """All entries by id, in the order of their ids, and all vocabularies by name.

    Where an entry mentions another entry, it has that one's id, whatever name its file has.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    """Where each entry's file is, from the root of the project, by id; those that cannot be read too."""
    known_claims: Mapping[str, Claims] = field(default_factory=dict, repr=False, compare=False)
    """The claims of entries that need not be made to know them."""
    written_entries: Mapping[str, Entry] = field(default_factory=dict, repr=False, compare=False)
    """The entries as their files have them, mentions too, where these are other entries than `entries`."""
    _indexes: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def vocabulary(self, name: str) -> Vocabulary:
        """The vocabulary `name`, empty where the list has none."""
        return self.vocabularies.get(name) or Vocabulary(name)

    def label(self, vocabulary: str, written: str) -> str:
        """What a reader sees for the term that stands in entries as `written`."""
        term = self.vocabulary(vocabulary).get(written)
        return term.label if term else written

    @cached_property
    def ids_by_name(self) -> Mapping[str, str]:
        """The id of the entry that has a name or an alias, by the name's `text.key`.

        Of several, it is the one that joined the list first, so that a new entry changes no reference.
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
        """The id that an entry has now, by each id that it had before."""
        return {old: claimed.id for claimed in self.claims.values() for old in claimed.formerly}

    def find_id(self, work: str) -> str | None:
        """The id of the entry that `work`, an id, a name or an alias, means; None for a plain name."""
        if work in self.entries:
            return work
        return self.ids_by_former_id.get(work) or self.ids_by_name.get(key(work))

    @cached_property
    def claims(self) -> Mapping[str, Claims]:
        """What each entry claims, by id."""
        return {id_: self.known_claims.get(id_) or claims(self.entries[id_]) for id_ in self.entries}

    def as_written(self, id_: str) -> Entry:
        """The entry `id_` as its file has it."""
        return self.written_entries.get(id_) or self.entries[id_]

    def work_label(self, work: str) -> str:
        """The label of the entry `work`, or `work` itself where it is a plain name."""
        entry = self.entries.get(work)
        return entry.label if entry else work

    def setting_label(self, benchmark: str, setting: str) -> str:
        """What a reader sees for a `setting` of `benchmark`: free text where the benchmark has no entry."""
        entry = self.entries.get(benchmark)
        return entry.settings.get(setting, setting) if entry else setting

    def index(self, build: Callable[["Catalog"], Index]) -> Index:
        """`build(self)`, made once: so a rule or a view keeps a look-up over all entries."""
        if build not in self._indexes:
            self._indexes[build] = build(self)
        return cast(Index, self._indexes[build])

    def once(self, make: Callable[[Entry, "Catalog"], Index], entry: Entry) -> Index:
        """`make(entry, self)`, made once for an entry of the catalogue that several outputs show."""
        if self.entries.get(entry.id) is not entry:
            return make(entry, self)
        made = self._indexes.setdefault(make, {})
        if entry.id not in made:
            made[entry.id] = make(entry, self)
        return cast(Index, made[entry.id])
