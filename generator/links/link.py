"""A link with its place: in which file it stands, under which field of which entry."""

from dataclasses import dataclass

from generator.links.verdict import Target
from generator.yamlfiles.reading import Keys


@dataclass(frozen=True, slots=True)
class LinkOccurrence:
    """`keys` lead to it in an entry's file; in a page `line` and `column`, from 1, say where it is."""

    url: str
    target: Target
    path: str
    field: str
    entry: str = ""
    keys: Keys = ()
    line: int = 1
    column: int = 1
