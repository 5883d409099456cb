"""A link together with its position: in which file it is, and in which field of which entry."""

from dataclasses import dataclass

from generator.links.answers.verdict import Target
from generator.yamlfiles.reading import Keys


@dataclass(frozen=True, slots=True)
class LinkOccurrence:
    """A link in one field of an entry, or in one page.

    In an entry `keys` is the path to the value; in a page `line` and `column`, from 1, are its position.

    >>> url = "https://arxiv.org/abs/2210.10163"
    >>> LinkOccurrence(url, Target("arxiv", "2210.10163"), "entries/a.yaml", "arxiv", "a", ("arxiv",)).field
    'arxiv'
    """

    url: str
    target: Target
    path: str
    field: str
    entry: str = ""
    keys: Keys = ()
    line: int = 1
    column: int = 1
