"""How two lists of authors differ, whatever way their names are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.entry import people
from generator.text import split_words

MAX_AUTHORS = 500
HALF = 0.5
"""Lists that share no person but this part of their surnames are taken to spell given names otherwise."""

_SHOWN = 3
_INITIALS = re.compile(r"(?:[A-Z][.-]?){1,4}")


@dataclass(frozen=True, slots=True)
class Person:
    """A name's folded words; of a surname of several words the last counts, as records cut the others."""

    name: str
    given: tuple[str, ...]
    surname: str

    @classmethod
    def of(cls, name: str) -> "Person":
        """The person that `name` writes, as `Ada B. Example`, `Example, Ada B.` or `Example AB`."""
        parts = name.split()
        if len(parts) == 2 and _INITIALS.fullmatch(parts[1]) and not _INITIALS.fullmatch(parts[0]):
            return cls(name, tuple(split_words(parts[1])), "".join(split_words(parts[0])))  # as PubMed writes
        split = people.split_name(name)
        family = split_words(split.family) or [""]
        return cls(
            name, tuple(split_words(split.given) + split_words(split.particle) + family[:-1]), family[-1]
        )

    def is_like(self, other: "Person") -> bool:
        """Whether the two may be one person."""
        mine, theirs = {*self.given, self.surname}, {*other.given, other.surname}
        if mine == theirs or "".join(sorted(mine)) == "".join(sorted(theirs)):
            return True
        if self.surname == other.surname or (self.surname in theirs and other.surname in mine):
            return (
                self._initial == other._initial
                or not self.given
                or not other.given
                or mine <= theirs
                or theirs <= mine
            )
        return False

    @property
    def _initial(self) -> str:
        return self.given[0][:1] if self.given else ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Who is missing from ours, who is in ours alone, who stands twice, and whether the order differs."""

    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    is_reordered: bool = False
    is_another: bool = False
    """The two lists are of different people."""

    def __str__(self) -> str:
        parts = [
            f"{word} {_listed(names)}"
            for word, names in (("lacks", self.missing), ("adds", self.added), ("doubles", self.doubled))
            if names
        ]
        if self.is_reordered:
            parts.append("is in another order")
        return f"the author list {', '.join(parts)}" if parts else ""


def difference(ours: Sequence[str], theirs: Sequence[str]) -> Difference:
    """How our list differs from the record's; no difference where they cannot be compared."""
    if not ours or not theirs or not _are_comparable(ours, theirs):
        return Difference()
    mine = [Person.of(name) for name in ours[:MAX_AUTHORS]]
    others = [Person.of(name) for name in theirs[:MAX_AUTHORS]]
    partners = _partners(mine, others)
    found = [index for index in partners if index is not None]
    taken = set(found)
    return Difference(
        missing=tuple(person.name for index, person in enumerate(others) if index not in taken),
        added=tuple(person.name for person, index in zip(mine, partners, strict=True) if index is None),
        doubled=_doubled(mine),
        is_reordered=found != sorted(found),
        is_another=not found and not _share_surnames(mine, others),
    )


def share_outer_surname(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the first or the last author's surname is the same in both lists."""
    if not ours or not theirs:
        return False
    return any(Person.of(ours[end]).surname == Person.of(theirs[end]).surname for end in (0, -1))


def _partners(mine: Sequence[Person], others: Sequence[Person]) -> list[int | None]:
    """For each of ours the index of the same person in the record, at the same place where there is one."""
    left = dict(enumerate(others))
    partners: list[int | None] = []
    for place, person in enumerate(mine):
        candidates = [place, *left] if place in left else list(left)
        index = next((index for index in candidates if person.is_like(left[index])), None)
        if index is not None:
            del left[index]
        partners.append(index)
    return partners


def _doubled(people: Sequence[Person]) -> tuple[str, ...]:
    seen: set[tuple[tuple[str, ...], str]] = set()
    doubled = []
    for person in people:
        if (person.given, person.surname) in seen:
            doubled.append(person.name)
        seen.add((person.given, person.surname))
    return tuple(doubled)


def _share_surnames(mine: Sequence[Person], others: Sequence[Person]) -> bool:
    a, b = ({person.surname for person in people} for people in (mine, others))
    return len(a & b) >= HALF * min(len(a), len(b))


def _are_comparable(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both are in one script: names in two scripts cannot be told apart by their letters."""
    return _is_latin(ours) == _is_latin(theirs)


def _is_latin(names: Sequence[str]) -> bool:
    return all(
        "a" <= char <= "z" for name in names for word in split_words(name) for char in word if char.isalpha()
    )


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
