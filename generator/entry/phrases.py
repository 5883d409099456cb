"""Find known words and phrases in running text, as whole words, and not inside names or quotations."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from generator.text import strip_signs

Value = TypeVar("Value")

_WORD = re.compile(r"[^\W_]+")
_NO_LETTER = re.compile(r"[\W_]")
_QUOTATION = re.compile(r'"[^"]*"|“[^”]*”|`[^`]*`')
_NAME_BEFORE = re.compile(r"(?:[^\W_]*[A-Z][^\W_]*|\b[0-9]+)-\Z")
_NAME_AFTER = re.compile(r"-(?:[^\W_]*[A-Z]|[0-9]+\b)")
"""What joins a word to a name by a hyphen, as in `MIMIC-CXR` and `VQA-2`."""
_BEFORE_ADDRESS, _AFTER_ADDRESS = re.compile(r"[\w./@#]"), re.compile(r"[\w/@]|\.\w")


class Found(NamedTuple, Generic[Value]):
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
        self._known: dict[str, dict[str, list[tuple[list[str], str, Value]]]] = {}
        """By the first word and the second one, which is empty for a single word; the longest come first."""
        rows = [(_WORD.findall(phrase.lower()), phrase, value) for phrase, value in values.items()]
        for words, phrase, value in sorted(rows, key=lambda row: -len(row[0])):
            if words:
                second = words[1] if len(words) > 1 else ""
                self._known.setdefault(words[0], {}).setdefault(second, []).append((words, phrase, value))
        for by_second in self._known.values():
            single = by_second.setdefault("", [])
            for second in by_second.keys() - {""}:
                by_second[second] += single

    def find(self, text: str) -> Iterator[Found[Value]]:
        """Yield phrases from left to right, the longest at each place, without overlaps."""
        parts, lowered, distinct = _split(text)
        known, after = self._known, 0
        begins = known.keys() & distinct
        for index in [index for index, word in enumerate(lowered) if word in begins] if begins else ():
            if index < after:
                continue
            by_second = known[lowered[index]]
            for words, phrase, value in by_second.get(lowered[index + 1]) or by_second[""]:
                end = index + len(words)
                if lowered[index:end] == words and (here := _cut_phrase(text, parts, index, end)):
                    after = end
                    yield Found(*here, phrase, value)
                    break


@lru_cache(maxsize=16)  # one text is searched several times
def _split(text: str) -> tuple[list[str], list[str], set[str]]:
    """Return what is before and after each sign of `text`; the same in lower case, and ""; each of it once.

    A sign is what is no letter or digit. Where two signs meet, there is nothing between them.
    """
    if text.isascii():
        parts = lowered = strip_signs(text).split(" ")
    else:
        parts = _NO_LETTER.split(text)
        lowered = [part.lower() for part in parts]
    return parts, [*lowered, ""], set(lowered)


def _cut_phrase(text: str, parts: list[str], first: int, end: int) -> tuple[int, str] | None:
    """Return the start of the words from `first` to `end` and how they are written.

    None where they are not one phrase, or a part of an address, a file or a hyphenated name.
    """
    start = sum(map(len, parts[:first])) + first
    gaps = end - first - 1
    stop = start + sum(map(len, parts[first:end])) + gaps
    written = text[start:stop]
    if written.count(" ") + written.count("-") < gaps:
        return None
    before = text[start - 1 : start]
    if _BEFORE_ADDRESS.match(before) or _AFTER_ADDRESS.match(text, stop):
        return None
    is_part = before == "-" and _NAME_BEFORE.search(text[:start])
    return None if is_part or _NAME_AFTER.match(text, stop) else (start, written)


def hide_quotations(text: str) -> str:
    """Return `text` with spaces in place of what is in quotation marks, which are the words of others."""
    has_marks = '"' in text or "“" in text or "`" in text
    return _QUOTATION.sub(lambda match: " " * len(match[0]), text) if has_marks else text


def is_in_name(text: str, found: Found[Value]) -> bool:
    """Whether a phrase is written as a name is: in capitals, or with a capital inside a sentence."""
    first, written = found.written[0], found.written
    if not first.isupper():
        return False
    if len(written) > 1 and written.isupper():
        return True
    return bool(text[: found.start].strip()) and not re.search(r"[.!?:]\W*\Z", text[: found.start])
