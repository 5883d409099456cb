"""What rules need to compare an entry with others: its id, names, title, identifiers, references and tasks.

These few texts are the entry's claims. They are kept as JSON, see `cache`, so that ten thousand entries
are compared without making each of them. The place of a claim in the entry is looked up only when
something is wrong with it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.entry.model import Entry
from generator.entry.references import find_mentions
from generator.entry.results import complete_columns
from generator.text import normalize_name, split_words
from generator.yamlfiles.reading import Keys


class Claims(NamedTuple):
    """What the entry `id` says that another entry may contradict, in plain values that JSON can hold.

    For an entry named `FilmNet` with `arxiv: "2401.00001"` and `evaluated_on: [Tiny Films]`, `names` is
    `["filmnet"]`, `unique_values` has `arXiv id 2401.00001`, and `works` is `["Tiny Films"]`.
    """

    id: str
    added: str
    """The day on which it joined the list."""
    section: str
    names: list[str]
    """Its name and aliases, each as `text.normalize_name` returns it."""
    title: list[str]
    """The words of its title."""
    unique_values: list[str]
    """What no other entry may have; see `find_unique_values`."""
    works: list[str]
    """Other works that it mentions, as it writes them: an id, a name, an alias or a plain name."""
    distinct_from: list[str]
    """Ids of entries that are other works."""
    formerly: list[str]
    """Ids that it had before."""
    settings: dict[str, str]
    """Its own settings: labels by slug."""
    benchmark_settings: list[list[str]]
    """Pairs of a benchmark and a setting that its results name."""
    kind: str
    """What it mainly is."""
    tasks: list[str]
    """Its tasks."""
    evaluated_on: list[str]
    """Data that it is evaluated on, as it writes them."""
    date: str
    """Its date; empty where it has none."""
    written_names: list[str]
    """Its name, empty where it has none, and its aliases, as they are written."""


def collect_claims(entry: Entry) -> Claims:
    """Return the claims of `entry`."""
    names = [normalize_name(name) for name in (entry.name, *entry.aliases) if name]
    return Claims(
        entry.id,
        entry.added,
        entry.section,
        [name for name in names if name],
        split_words(entry.title),
        [identifier for identifier, _ in find_unique_values(entry)],
        list(dict.fromkeys(mention.text for mention in find_mentions(entry) if not mention.is_id)),
        list(entry.distinct_from),
        list(entry.formerly),
        dict(entry.settings),
        sorted([*pair] for pair in {pair for pair, _ in find_benchmark_settings(entry)}),
        entry.kind,
        list(entry.tasks),
        list(entry.uses.evaluated_on),
        entry.date or "",
        [entry.name or "", *entry.aliases],
    )


def find_benchmark_settings(entry: Entry) -> Iterator[tuple[tuple[str, str], Keys]]:
    """Yield each benchmark and setting in the tables of results of `entry`, with the path to the setting."""
    for place, table in enumerate(entry.results):
        for index, column in enumerate(complete_columns(table)):
            if column.benchmark and column.setting:
                has_own = table.columns and table.columns[index].setting
                inner = ("columns", index, "setting") if has_own else ("setting",)
                yield (column.benchmark, column.setting), ("results", place, *inner)


def find_unique_values(entry: Entry) -> Iterator[tuple[str, Keys]]:
    """Yield what only one entry may have, such as `arXiv id 2401.00001`, with the path to it."""
    for row, id_ in entry.identifiers:
        if row.is_unique:
            yield f"{row.name} {row.normalize(id_)}", (row.field,)
    for keys, url in entry.links.list_addresses():
        if keys[1] == "code":
            yield f"{REPOSITORY} {_simplify_url(url)}", keys
    if title := normalize_name(entry.title):
        yield f"{TITLE} {title}", ("title",)


REPOSITORY = "code repository"
TITLE = "title"


def _simplify_url(url: str) -> str:
    address = url.partition("://")[2].lower().removeprefix("www.")
    return address.partition("#")[0].rstrip("/").removesuffix(".git")
