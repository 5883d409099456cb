"""Find patterns for which the time doubles with each character: those that read a loop in two ways.

The pattern becomes an automaton whose states are its characters. It is ambiguous if some text leads from a
state back to itself on two different paths: then n such texts in a row can be read in 2**n ways, and all
are tried if the rest does not match. Assertions are taken to hold, so the answer may be a false alarm.
"""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MAX_COPIES = 3
_SAMPLE = [*map(chr, range(128)), *"éÅß\u00a0\u2009\u2028ıſ漢한ж٣±–—“”’‘…≈≥\u200b\U0001f600"]
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, getattr(op, "POSSESSIVE_REPEAT", None))

Part = tuple[set[int], set[int], bool]
"""The states where a part can begin and end, and whether it can be empty."""


class _Automaton:
    def __init__(self, pattern: str, flags: int) -> None:
        self.ignores_case = bool(flags & re.IGNORECASE)
        self.chars: list[frozenset[str]] = []
        self.after: dict[int, set[int]] = {}
        self.is_twice = False
        self.build(parser.parse(pattern, flags))

    def build(self, items: Iterable[Any]) -> Part:
        first: set[int] = set()
        last: set[int] = set()
        is_empty = True
        for kind, value in items:
            begin, end, may_be_empty = self._item(kind, value)
            self._join(last, begin)
            first |= begin if is_empty else set()
            last = end | (last if may_be_empty else set())
            is_empty = is_empty and may_be_empty
        return first, last, is_empty

    def _item(self, kind: Any, value: Any) -> Part:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
            self.chars.append(self._set(kind, value))
            self.after[len(self.chars) - 1] = set()
            return {len(self.chars) - 1}, {len(self.chars) - 1}, False
        if kind is op.BRANCH:
            parts = [self.build(branch) for branch in value[1]]
            return (
                set().union(*(part[0] for part in parts)),
                set().union(*(part[1] for part in parts)),
                any(part[2] for part in parts),
            )
        if kind is op.SUBPATTERN:
            return self.build(value[-1])
        if kind is getattr(op, "ATOMIC_GROUP", None):
            return self.build(value)
        if kind in _REPEATS:
            return self._repeat(*value)
        return set(), set(), True  # an assertion, or a reference to a group

    def _repeat(self, least: int, most: Any, body: Any) -> Part:
        group = (op.SUBPATTERN, (None, 0, 0, body))
        first, last, is_empty = self.build([group] * min(least, _MAX_COPIES))
        if most != least:
            begin, end, _ = self.build([group])
            self._join(last, begin)
            if most != 1:
                self.is_twice |= any(self.after[state] & begin for state in end)
                self._join(end, begin)
            first = first | begin if is_empty else first
            last = last | end
        return first, last, is_empty

    def _join(self, last: set[int], begin: set[int]) -> None:
        for state in last:
            self.after[state] |= begin

    def _set(self, kind: Any, value: Any) -> frozenset[str]:
        found = {char for char in _SAMPLE if self._has(kind, value, char)}
        if self.ignores_case:
            found |= {other for char in found for other in (char.lower(), char.upper())}
        return frozenset(found)

    def _has(self, kind: Any, value: Any, char: str) -> bool:
        match kind:
            case op.LITERAL | op.NOT_LITERAL:
                return (ord(char) == value) == (kind is op.LITERAL)
            case op.ANY:
                return char != "\n"
            case op.RANGE:
                return bool(value[0] <= ord(char) <= value[1])
            case op.CATEGORY:
                return bool(re.match(_CATEGORIES[value], char))
        is_negated = value[0][0] is op.NEGATE
        return any(self._has(*item, char) for item in value[is_negated:]) != is_negated


def is_ambiguous(pattern: str, flags: int = 0) -> bool:
    """Whether `pattern` has a loop that reads some text in two ways.

    >>> is_ambiguous(r"(a+)+$"), is_ambiguous(r"(?:\\.full\\.pdf|\\.full|\\.pdf)+$"), is_ambiguous(r"(a+b)+$")
    (True, True, False)
    """
    automaton = _Automaton(pattern, flags)
    return automaton.is_twice or _has_two_paths(automaton)


def _has_two_paths(automaton: _Automaton) -> bool:
    """Whether two different states lie on paths from a state to itself that read the same text."""
    after, chars = automaton.after, automaton.chars
    looping = {state for state in after if state in _reachable(after, after[state])}
    pairs: dict[tuple[int, int], set[tuple[int, int]]] = {}
    todo = [(state, state) for state in looping]
    while todo:
        pair = todo.pop()
        if pair in pairs:
            continue
        pairs[pair] = {
            (left, right)
            for left in after[pair[0]] & looping
            for right in after[pair[1]] & looping
            if chars[left] & chars[right]
        }
        todo += pairs[pair]
    back: dict[tuple[int, int], set[tuple[int, int]]] = {pair: set() for pair in pairs}
    for pair, targets in pairs.items():
        for target in targets:
            back[target].add(pair)
    for state in looping:
        there = _reachable(pairs, pairs[state, state])
        here = _reachable(back, back[state, state])
        if any(left != right for left, right in there & here):
            return True
    return False


def _reachable(after: dict[Any, set[Any]], start: Iterable[Any]) -> set[Any]:
    found: set[Any] = set()
    todo = [*start]
    while todo:
        state = todo.pop()
        if state not in found:
            found.add(state)
            todo += after[state]
    return found
