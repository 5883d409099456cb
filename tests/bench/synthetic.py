"""Generate lists of any size that resemble the real one: its entries, and synthetic ones from their parts.

    python -m tests.bench.synthetic FOLDER COUNT

writes such a list to FOLDER, ready for `mkdocs build` and `medvlm check`.
"""

import json
import random
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.checking.rules import unlisted_terms
from generator.entry import layout
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.labeled import Address
from generator.entry.model import OTHERS, Entry
from generator.text import normalize_name, slugify, split_words
from tests.bench.measure import copy_site
from tests.paths import PROJECT

FIRST_YEAR, LAST_YEAR = 2019, 2026
MAX_SUMMARY_LENGTH = 250
_OWN_FIELDS = [row.field for row in IDENTIFIERS]
_PAIRED = str.maketrans("", "", '()[]"“”‘')
"""Signs that come in pairs, which half a text would tear apart."""
_MAX_TRIES = 3
"""So many summaries are tried for one that mentions nothing which the facets lack: in a real list few do."""
_COMMENTS_AT_START = re.compile(r"(?:#.*\n)*")
"""Nearly every real entry starts with comments that name the sources of its facts."""


def synthesize_catalog(real: Catalog, count: int, seed: int = 1) -> Catalog:
    """Generate `count` entries: those of `real`, then synthetic ones; equal for equal arguments."""
    entries = dict(list(real.entries.items())[:count])
    for entry in _Synthesizer(real, random.Random(seed)).entries(count - len(entries)):
        entries[entry.id] = entry
    paths = {id_: real.paths.get(id_) or _path(entry) for id_, entry in entries.items()}
    return Catalog(entries, real.vocabularies, paths)


def _path(entry: Entry) -> str:
    return f"entries/{entry.year or 'undated'}/{entry.id}.yaml"


class _Synthesizer:
    """Takes each part of an entry from another entry, so that the parts are real and the entries new."""

    def __init__(self, real: Catalog, generator: random.Random) -> None:
        self.catalog = real
        self.real = list(real)
        self.ids = real.ids_by_name
        self.random = generator
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
        """Yield `count` synthetic entries, whose ids end in their numbers."""
        for number in range(1, count + 1):
            like = self.random.choice(self.real)
            yield self._with_summary(Entry.model_validate(self._entry(like, number)), like)

    def _entry(self, like: Entry, number: int) -> dict[str, Any]:
        title = f"{self._title()} {number}"
        authors = list(dict.fromkeys(self._person() for _ in like.authors))
        year = self.random.randint(FIRST_YEAR, LAST_YEAR)
        date = f"{year}-{self.random.randint(1, 11):02}"
        kept = like.model_dump(exclude_defaults=True)
        for unique_field in (*_OWN_FIELDS, "news", "formerly"):
            kept.pop(unique_field, None)
        surname = slugify(authors[0].split()[-1]) if authors else "made"
        id_ = f"{surname or 'made'}{year}{slugify(split_words(title)[0])}-{number}"[:80]
        values = kept | {
            "id": id_,
            "title": title[0].upper() + title[1:],
            "name": f"{self._name()}-{number}" if like.name else None,
            "authors": authors or None,
            "date": date,
            "arxiv": f"{date[2:4]}{date[5:]}.{99999 - number:05}" if like.arxiv else None,
            "doi": f"10.1000/made.{number}" if like.doi else None,
            "openreview": f"made{number:06}" if like.openreview else None,
            "pubmed": f"{10_000_000 + number}" if like.pubmed else None,
            "venue": like.venue and {**like.venue.model_dump(), "year": year},
            "links": {
                kind: tuple(Address(f"{url}-{number}", url.label) for url in getattr(like.links, kind))
                for kind in kept.get("links", {})
            },
            "results": _rename(kept.get("results"), like.id, id_),
            "aliases": [f"{alias} {number}" for alias in like.aliases] or None,
            "uses": {
                how: list(dict.fromkeys(self.ids.get(normalize_name(name), name) for name in names))
                for how, names in kept.get("uses", {}).items()
            },
            "added": "2026-11-24",
        }
        return {name: value for name, value in values.items() if value is not None}

    def _title(self) -> str:
        """Every second word of two titles that were not combined before, as no two works share a title.

        About half of its pairs of words are in other titles too, as in a real list; of two halves, most are.
        """
        both = ("", "")
        while both[0] == both[1] or both in self.used:
            both = self.random.choice(self.titles), self.random.choice(self.titles)
        self.used.add(both)
        pairs = zip_longest(both[0].split()[::2], both[1].split()[1::2], fillvalue="")
        return " ".join(filter(None, chain.from_iterable(pairs))).translate(_PAIRED)

    def _with_summary(self, entry: Entry, like: Entry) -> Entry:
        """Return `entry` with a summary that begins as that of the entry whose facets it has."""
        for _ in range(_MAX_TRIES):
            entry = entry.model_copy(update={"summary": self._summary(like)})
            if not any(unlisted_terms.check(entry, self.catalog)):
                break
        return entry

    def _summary(self, like: Entry) -> str:
        text = _mix((like.summary or "").rstrip(".").split(), self.random.choice(self.summaries))
        text = text.replace(". ", " ")  # a summary is one sentence
        return f"{text[:MAX_SUMMARY_LENGTH].rpartition(' ')[0] if len(text) >= MAX_SUMMARY_LENGTH else text}."

    def _person(self) -> str:
        return f"{self.random.choice(self.given)} {self.random.choice(self.family)}"

    def _name(self) -> str:
        first, second = self.random.choice(self.names), self.random.choice(self.names)
        name = (first[: len(first) // 2 + 1] + second[len(second) // 2 :])[:40]
        return " ".join(name.split())


def _rename(results: Any, old: str, new: str) -> Any:
    """Return tables of results in which the work `old` is called `new`."""
    return json.loads(json.dumps(results).replace(f'"{old}"', f'"{new}"'))


def _mix(first: list[str], second: list[str]) -> str:
    """The first half of one, then the second half of the other."""
    return " ".join(first[: -(-len(first) // 2)] + second[len(second) // 2 :]).translate(_PAIRED)


def write_list(root: Path, count: int) -> None:
    """Write a list of `count` entries to the new folder `root`, with this project's pages around it."""
    real = load(PROJECT).catalog
    catalog = synthesize_catalog(real, count)
    comments = [_read_comments(PROJECT / path) for path in real.paths.values()]
    generator = random.Random(1)
    shutil.copytree(PROJECT / "entries", root / "entries")
    copy_site(root)
    (root / "generator").symlink_to(PROJECT / "generator")
    for entry in catalog:
        file = root / catalog.paths[entry.id]
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            data = entry.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
            data["links"] = {kind: _as_written(getattr(entry.links, kind)) for kind in data.get("links", ())}
            file.write_text(generator.choice(comments) + layout.format_data(data), "utf-8")


def _as_written(addresses: tuple[Address, ...]) -> Any:
    if any(url.label for url in addresses):
        return {url.label: str(url) for url in addresses}
    return str(addresses[0]) if len(addresses) == 1 else [*map(str, addresses)]


def _read_comments(file: Path) -> str:
    """Return the comments at the start of an entry file."""
    match = _COMMENTS_AT_START.match(file.read_text("utf-8"))
    return match[0] if match else ""


if __name__ == "__main__":
    write_list(Path(sys.argv[1]), int(sys.argv[2]))
