"""Find which terms of vocabularies a text names, by any of their names."""

import re
from collections.abc import Iterable, Iterator

from generator.entry.vocabulary import Term
from generator.text import fold

_ABBREVIATION = 4
"""A name of capitals up to this length must be written in capitals: `CT`, not `ct`."""

_WORD = re.compile(r"[^\W_]+")


class NameIndex:
    """The names of `terms`, each with the key under which it is found.

    >>> NameIndex([("ct", Term(slug="ct", label="CT", aliases=["computed tomography"]))]).find("CT scans")
    [('ct', 'CT')]
    """

    def __init__(self, terms: Iterable[tuple[str, Term]]) -> None:
        self._names: dict[str, list[tuple[str, str]]] = {}
        for key, term in terms:
            names = (term.label, *term.aliases, term.name, term.slug.replace("-", " "))
            by_words = {" ".join(_WORD.findall(fold(name))): name for name in reversed(names)}
            for words, name in by_words.items():
                if words:
                    self._names.setdefault(words, []).append((key, name))
        self._longest = max((words.count(" ") + 1 for words in self._names), default=0)

    def find(self, text: str) -> list[tuple[str, str]]:
        """Return the key and the name of each mention in `text`, in the order of the text."""
        return [*self._find(_WORD.findall(text))]

    def _find(self, written: list[str]) -> Iterator[tuple[str, str]]:
        folded = [fold(word) for word in written]
        for start in range(len(folded)):
            for end in range(start + 1, min(start + self._longest, len(folded)) + 1):
                words = " ".join(folded[start:end])
                capitals = "".join(written[start:end]).isupper()
                plural = self._names.get(words.removesuffix("s"), [])
                for key, name in self._names.get(words, plural):
                    if capitals or not _is_abbreviation(name):
                        yield key, name


def _is_abbreviation(name: str) -> bool:
    return len(name) <= _ABBREVIATION and name.upper() == name
