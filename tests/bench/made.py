"""Lists of any size, distributed like a real one: its entries, and made ones drawn from their parts.

    python -m tests.bench.made FOLDER COUNT

writes such a list to FOLDER, ready for `mkdocs build` and `medvlm check`.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.entry import layout
from generator.entry.model import OTHERS, Entry
from generator.text import normalize_name, slugify, split_words
from tests.paths import PROJECT

FIRST_YEAR, LAST_YEAR = 2019, 2026
MOST_SUMMARY = 250
_COMMENT = "# title, authors: https://example.org/abstract; model, license: github:owner/name README.md\n"
"""Nearly every real entry begins with a comment that says where its facts were read."""


def made(real: Catalog, count: int, seed: int = 1) -> Catalog:
    """`count` entries: those of `real`, then made ones; the same for the same arguments."""
    entries = dict(list(real.entries.items())[:count])
    for entry in _Maker(real, random.Random(seed)).entries(count - len(entries)):
        entries[entry.id] = entry
    paths = {id_: real.paths.get(id_) or _path(entry) for id_, entry in entries.items()}
    return Catalog(entries, real.vocabularies, paths)


def _path(entry: Entry) -> str:
    return f"entries/{entry.year or 'undated'}/{entry.id}.yaml"


class _Maker:
    """Draws each part of an entry from an entry of its own, so that parts are real and wholes are new."""

    def __init__(self, real: Catalog, chance: random.Random) -> None:
        self.real = list(real)
        self.ids = real.ids_by_name
        self.chance = chance
        people = [
            name.split() for entry in self.real for name in entry.authors if name != OTHERS and " " in name
        ]
        firsts = [" ".join(parts[:-1]) for parts in people]
        self.given = [name for name in firsts if sum(map(str.islower, name)) > 2]  # no initials alone
        self.family = [parts[-1] for parts in people if len(parts[-1]) > 1]
        self.titles = [entry.title for entry in self.real]
        self.used: set[tuple[str, str]] = set()
        self.names = [entry.name for entry in self.real if entry.name]
        self.summaries = [entry.summary.rstrip(".").split() for entry in self.real if entry.summary]

    def entries(self, count: int) -> Iterator[Entry]:
        """`count` made entries, whose ids end in their numbers."""
        for number in range(1, count + 1):
            yield Entry.model_validate(self._entry(self.chance.choice(self.real), number))

    def _entry(self, like: Entry, number: int) -> dict[str, Any]:
        title = f"{self._title()} {number}"
        authors = list(dict.fromkeys(self._person() for _ in like.authors[:25]))
        year = self.chance.randint(FIRST_YEAR, LAST_YEAR)
        date = f"{year}-{self.chance.randint(1, 11):02}"
        kept = like.model_dump(exclude_defaults=True)
        for only_of_one in ("doi", "news", "results", "distinct_from", "aliases"):
            kept.pop(only_of_one, None)
        surname = slugify(authors[0].split()[-1]) if authors else "made"
        values = kept | {
            "id": f"{surname or 'made'}{year}{split_words(title)[0]}-{number}"[:80],
            "title": title[0].upper() + title[1:],
            "name": f"{self._name()}-{number}" if like.name else None,
            "authors": authors or None,
            "date": date,
            "arxiv": f"{date[2:4]}{date[5:]}.{99999 - number:05}" if like.arxiv else None,
            "doi": f"10.1000/made.{number}" if like.doi else None,
            "venue": like.venue and {**like.venue.model_dump(), "year": year},
            "links": {kind: f"https://example.org/{kind}/{number}" for kind in kept.get("links", {})},
            "summary": self._summary(),
            "uses": {
                how: list(dict.fromkeys(self.ids.get(normalize_name(name), name) for name in names))
                for how, names in kept.get("uses", {}).items()
            },
            "added": "2026-11-24",
        }
        return {name: value for name, value in values.items() if value is not None}

    def _title(self) -> str:
        """Halves of two titles that were not put together before, as no two works share a title."""
        halves = ("", "")
        while halves[0] == halves[1] or halves in self.used:
            halves = self.chance.choice(self.titles), self.chance.choice(self.titles)
        self.used.add(halves)
        return _mixed(*map(str.split, halves))

    def _summary(self) -> str:
        text = _mixed(self.chance.choice(self.summaries), self.chance.choice(self.summaries))
        return f"{text[:MOST_SUMMARY].rpartition(' ')[0] if len(text) >= MOST_SUMMARY else text}."

    def _person(self) -> str:
        return f"{self.chance.choice(self.given)} {self.chance.choice(self.family)}"

    def _name(self) -> str:
        first, second = self.chance.choice(self.names), self.chance.choice(self.names)
        mixed = (first[: len(first) // 2 + 1] + second[len(second) // 2 :])[:40]
        return " ".join(mixed.split())


def _mixed(first: list[str], second: list[str]) -> str:
    """The first half of the one, then the second half of the other."""
    return " ".join(first[: -(-len(first) // 2)] + second[len(second) // 2 :])


def write(root: Path, count: int) -> None:
    """Write a list of `count` entries to the new folder `root`, with this project's pages around it."""
    catalog = made(load(PROJECT).catalog, count)
    shutil.copytree(PROJECT / "entries", root / "entries")
    shutil.copy(PROJECT / "mkdocs.yml", root)
    for name in ("templates", "site_docs", "generator"):
        (root / name).symlink_to(PROJECT / name)
    for entry in catalog:
        file = root / catalog.paths[entry.id]
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            data = entry.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
            file.write_text(_COMMENT + layout.format_data(data), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
