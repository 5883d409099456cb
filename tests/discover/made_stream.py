"""A made stream of records about an invented field, kites and verses, and a list of works about both."""

import json
import random
from datetime import date, timedelta
from pathlib import Path

from generator.discover.record import Record

DISCOVERY = """\
categories: [cs.CV]
topics: {kites: [kite*, sail*], verses: [verse*, rhyme*, ODE]}
search:
  - [kite, kites, sail, sails]
  - [verse, verses, rhyme, rhymes]
"""

_KITES = ("kites", "a kite", "sails", "kites at sea")
_VERSES = ("verses", "rhymes", "a verse", "long rhymes")
_OTHER = ("lamps", "boats", "shoes", "ducks", "maps", "clocks", "doors", "bridges")
_DOES = ("Measuring", "Counting", "Painting", "Sorting", "Teaching", "Folding")
_PLACES = ("Avalon", "Utopia", "Atlantis", "Erewhon", "Lilliput", "Laputa")

MONDAY = date(2026, 9, 7)


def make_record(number: int, day: date, *, is_wanted: bool, chance: random.Random) -> Record:
    """One record; a wanted one is about kites and verses, another about one of them at most."""
    first = chance.choice(_KITES if is_wanted or chance.random() < 0.2 else _OTHER)
    second = chance.choice(_VERSES if is_wanted else (*_OTHER, *(_VERSES if first not in _KITES else ())))
    title = f"{chance.choice(_DOES)} {first} with {second} in {chance.choice(_PLACES)}"
    more = " ".join(chance.choice((*_OTHER, *_PLACES)) for _ in range(20))
    text = f"We study {first} and {second}. Number {number} is about {more}."
    return Record(
        id=f"{day:%y%m}.{number:05}",
        title=f"{title} {number}",
        authors=(f"Ada Li{number}", f"Bo Ko{number}"),
        abstract=text,
        categories=("cs.CV",),
        announced=day.isoformat(),
    )


def make_stream(
    weeks: int, a_week: int = 60, wanted: int = 6, seed: int = 7
) -> tuple[list[Record], set[str]]:
    """Records of some weeks from `MONDAY` on, and the ids of the wanted ones."""
    chance = random.Random(seed)
    records, right = [], set()
    for number in range(weeks * a_week):
        week, place = divmod(number, a_week)
        day = MONDAY + timedelta(weeks=week, days=place % 5)
        record = make_record(number, day, is_wanted=place < wanted, chance=chance)
        records.append(record)
        if place < wanted:
            right.add(record.id)
    return records, right


def make_listed(number: int, seed: int = 5) -> list[Record]:
    """Works that the list has from earlier years."""
    chance = random.Random(seed)
    return [
        make_record(90_000 + place, date(2024, 1 + place % 12, 1), is_wanted=True, chance=chance)
        for place in range(number)
    ]


def write_entry(root: Path, record: Record, **more: str) -> None:
    """Write the entry of a record."""
    id_ = f"li{record.announced[:4]}n{record.id[-5:]}"
    values = {
        "title": record.title,
        "kind": "model",
        "date": record.announced,
        "arxiv": record.id,
        "summary": record.abstract[:200].rpartition(" ")[0] + ".",
        "section": "models",
        "added": "2026-09-01",
        **more,
    }
    lines = [f"{key}: {json.dumps(value)}" for key, value in values.items()]
    lines.insert(3, f"authors: {json.dumps(list(record.authors))}")
    file = root / "entries" / record.announced[:4] / f"{id_}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n", "utf-8")


def make_list(root: Path, listed: list[Record]) -> None:
    """Write a list with the entries of `listed`."""
    folder = root / "entries" / "_vocabulary"
    folder.mkdir(parents=True)
    (folder / "sections.yaml").write_text("- {slug: models, label: Models}\n")
    (folder / "kinds.yaml").write_text("- {slug: model, label: Model}\n")
    (folder / "discovery.yaml").write_text(DISCOVERY)
    (root / "mkdocs.yml").write_text("site_name: Kites\nsite_url: https://example.org/kites/\n")
    for record in listed:
        write_entry(root, record)


def write_records(file: Path, records: list[Record]) -> Path:
    """Write records as JSON lines."""
    keys = ("id", "title", "authors", "abstract", "categories", "comment", "announced")
    lines = (json.dumps({key: getattr(record, key) for key in keys}) for record in records)
    file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return file
