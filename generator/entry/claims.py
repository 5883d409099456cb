"""What an entry says that another may contradict: its names, identifiers, title and the works it names.

Rules that look at several entries need no more, so that a list of ten thousand is compared without
making each entry anew; it is kept as JSON, see `cache`. Where in the entry a claim stands is looked
up only once something is wrong with it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.entry.model import Entry
from generator.entry.references import mentions
from generator.entry.results import heads
from generator.text import key, words
from generator.yamlfiles.reading import Keys


class Claims(NamedTuple):
    """The claims of the entry `id`; each a plain list of texts."""

    id: str
    added: str
    """The day on which it joined the list."""
    names: list[str]
    """Its name and aliases, as `text.key` has them."""
    title: list[str]
    """The words of its title."""
    identifiers: list[str]
    """What it alone may bear; see `identifiers`."""
    works: list[str]
    """Other works that it mentions, as it writes them: by id, name or alias, or by a plain name."""
    distinct_from: list[str]
    """Ids of entries that are other works."""
    formerly: list[str]
    """Ids that it had before."""
    settings: dict[str, str]
    """Its own settings: the label of each by its slug."""
    measured: list[list[str]]
    """Each benchmark that its results name, with each setting that they name for it."""


def claims(entry: Entry) -> Claims:
    """What `entry` claims."""
    names = [key(name) for name in (entry.name, *entry.aliases) if name]
    return Claims(
        entry.id,
        entry.added,
        [name for name in names if name],
        words(entry.title),
        [identifier for identifier, _ in identifiers(entry)],
        list(dict.fromkeys(mention.text for mention in mentions(entry) if not mention.is_id)),
        list(entry.distinct_from),
        list(entry.formerly),
        dict(entry.settings),
        sorted([*pair] for pair in {pair for pair, _ in measured(entry)}),
    )


def measured(entry: Entry) -> Iterator[tuple[tuple[str, str], Keys]]:
    """Each benchmark with its setting in the tables of results of `entry`, and the path to the setting."""
    for place, table in enumerate(entry.results):
        for index, column in enumerate(heads(table)):
            if column.benchmark and column.setting:
                has_own = table.columns and table.columns[index].setting
                inner = ("columns", index, "setting") if has_own else ("setting",)
                yield (column.benchmark, column.setting), ("results", place, *inner)


def identifiers(entry: Entry) -> Iterator[tuple[str, Keys]]:
    """What one entry alone may bear, after what it is (`arXiv id 2401.00001`), and where it stands."""
    for row, id_ in entry.identifiers:
        if row.is_unique:
            yield f"{row.name} {row.key(id_)}", (row.field,)
    for keys, url in entry.links.places():
        if keys[1] == "code":
            yield f"{REPOSITORY} {_bare(url)}", keys
    if title := key(entry.title):
        yield f"{TITLE} {title}", ("title",)


REPOSITORY = "code repository"
TITLE = "title"


def _bare(url: str) -> str:
    address = url.partition("://")[2].lower().removeprefix("www.")
    return address.partition("#")[0].rstrip("/").removesuffix(".git")
