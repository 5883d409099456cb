"""Find known words and phrases in running text, as whole words, and not inside names or quotations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+")
_QUOTATION = re.compile(r'"[^"]*"|“[^”]*”|`[^`]*`')
_NAME_BEFORE = re.compile(r"(?:[^\W_]*[A-Z][^\W_]*|\b[0-9]+)-\Z")
_NAME_AFTER = re.compile(r"-(?:[^\W_]*[A-Z]|[0-9]+\b)")
"""What joins a word to a name by a hyphen, as in `MIMIC-CXR` and `VQA-2`."""
_BEFORE_ADDRESS, _AFTER_ADDRESS = re.compile(r"[\w./@#]\Z"), re.compile(r"[\w/@]|\.\w")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A known phrase at `start` in a text, as it is written there."""

    start: int
    written: str
    phrase: str
    value: Value


class Phrases(Generic[Value]):
    """Phrases with a value each. They are found in any case, with a space or a hyphen between words.

    >>> [(found.written, found.value) for found in Phrases({"data set": "dataset"}).find("Two Data-set")]
    [('Data-set', 'dataset')]
    """

    def __init__(self, values: Mapping[str, Value]) -> None:
        self._by_first: dict[str, list[tuple[list[str], str, Value]]] = {}
        for phrase, value in values.items():
            if words := _WORD.findall(phrase.lower()):
                self._by_first.setdefault(words[0], []).append((words, phrase, value))
        for known in self._by_first.values():
            known.sort(key=lambda row: -len(row[0]))

    def find(self, text: str) -> Iterator[Found[Value]]:
        """Yield phrases from left to right, the longest at each place, without overlaps."""
        words, lowered = _split(text)
        if self._by_first.keys().isdisjoint(lowered):  # so it is for most texts
            return
        index = 0
        while index < len(words):
            length = 1
            for parts, phrase, value in self._by_first.get(lowered[index], ()):
                here = words[index : index + len(parts)]
                if lowered[index : index + len(parts)] == parts and _is_phrase(text, here):
                    start, end = here[0].start(), here[-1].end()
                    length = len(parts)
                    yield Found(start, text[start:end], phrase, value)
                    break
            index += length


@lru_cache(maxsize=16)
def _split(text: str) -> tuple[list[re.Match[str]], list[str]]:
    """Return the words of `text`, and the same in lower case; kept, as one text is searched several times."""
    words = list(_WORD.finditer(text))
    return words, [word[0].lower() for word in words]


def _is_phrase(text: str, here: list[re.Match[str]]) -> bool:
    """Whether the words `here` are one phrase, and no part of an address, a file or a hyphenated name."""
    gaps = (text[left.end() : right.start()] for left, right in pairwise(here))
    if not all(gap in (" ", "-") for gap in gaps):
        return False
    before, after = text[: here[0].start()], text[here[-1].end() :]
    if _BEFORE_ADDRESS.search(before[-1:]) or _AFTER_ADDRESS.match(after[:2]):
        return False
    return not (_NAME_BEFORE.search(before) or _NAME_AFTER.match(after))


def hide_quotations(text: str) -> str:
    """Return `text` with spaces in place of what is in quotation marks, which are the words of others."""
    return _QUOTATION.sub(lambda match: " " * len(match[0]), text)


def is_in_name(text: str, found: Found[Value]) -> bool:
    """Whether a phrase is written as a name is: in capitals, or with a capital inside a sentence."""
    first, written = found.written[0], found.written
    if not first.isupper():
        return False
    if len(written) > 1 and written.isupper():
        return True
    return bool(text[: found.start].strip()) and not re.search(r"[.!?:]\W*\Z", text[: found.start])
