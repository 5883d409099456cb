"""Compare two lists of authors, in whichever way the names are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.entry import people
from generator.entry.model import OTHERS
from generator.entry.people import PersonName
from generator.text import split_words

MAX_AUTHORS = 500
SHARED_SURNAMES = 0.5
"""Two lists with no person but this share of surnames in common are taken to be of the same people, whose
given names are written differently."""

_SHOWN = 3
_UMLAUT = re.compile("([aou])e")
_INITIALS = re.compile(r"(?:[A-Z][.-]?){1,4}")


@dataclass(frozen=True, slots=True)
class Person:
    """A name as folded words.

    Of a surname of several words only the last counts, because records drop the others.

    >>> Person.parse("Example, Ada B.").is_like(Person.parse("Ada Example"))
    True
    """

    name: str
    given: tuple[str, ...]
    surname: str

    suffix: frozenset[str] = frozenset()
    """`jr` and the like, where a registry keeps it apart: others leave it out, or in the surname."""

    @classmethod
    def parse(cls, name: str | PersonName) -> "Person":
        """Parse a name in its parts, or in a form: `Ada B. Example`, `Example, Ada B.`, `Example AB`."""
        if isinstance(name, PersonName):
            return cls.parse(name.natural) if name.literal else cls._from_parts(name.natural, name)
        parts = name.split()
        is_short = len(parts) == 2 and not _INITIALS.fullmatch(parts[0]) and "," not in name
        if is_short and _INITIALS.fullmatch(parts[1]):  # as PubMed writes
            *before, last = _split_words(parts[0]) or [""]
            return cls(name, tuple(_split_words(parts[1]) + before), last)
        return cls._from_parts(name, people.split_name(name))

    @classmethod
    def _from_parts(cls, name: str, parts: PersonName) -> "Person":
        *before, last = _split_words(parts.family) or [""]
        given = _split_words(parts.given) + _split_words(parts.particle) + before
        return cls(name, tuple(given), last, frozenset(_split_words(parts.suffix)))

    def is_like(self, other: "Person") -> bool:
        """Whether the two may be the same person."""
        mine, theirs = ({*one.given, one.surname, *one.suffix} for one in (self, other))
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
class AuthorDifference:
    """Who is missing in our list, who is only there, who is there twice, and whether the order differs."""

    missing: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    is_reordered: bool = False
    are_different_people: bool = False
    """Whether the two lists are of different people."""
    are_hidden: bool = False
    """Whether nothing can be said, as one list names people and the other only a group."""

    def __str__(self) -> str:
        parts = [
            f"{word} {_join_names(names)}"
            for word, names in (("lacks", self.missing), ("adds", self.added), ("doubles", self.doubled))
            if names
        ]
        if self.is_reordered:
            parts.append("is in another order")
        if self.are_hidden:
            parts.append("is not compared: one list has people, the other only a group")
        return f"the author list {', '.join(parts)}" if parts else ""


def _split_words(text: str) -> list[str]:
    """Return the folded words of `text`, in which `Mueller` is `muller` as `Müller` is."""
    return [_UMLAUT.sub(r"\1", word) for word in split_words(text)]


def compare_authors(ours: Sequence[str], theirs: Sequence[str | PersonName]) -> AuthorDifference:
    """Compare our list with the record's; lists that cannot be compared have no difference.

    `others` at the end of ours are all that the record has in addition.
    """
    has_others, ours = OTHERS in ours, [name for name in ours if name != OTHERS]
    if not ours or not theirs or not is_comparable(ours, theirs):
        return AuthorDifference()
    mine = [Person.parse(name) for name in ours[:MAX_AUTHORS]]
    others = [Person.parse(name) for name in theirs[:MAX_AUTHORS]]
    partners = find_partners(mine, others)
    found = [index for index in partners if index is not None]
    if not found and hides_people(ours, theirs):
        return AuthorDifference(are_hidden=True)
    taken, known = set(found), others[: len(mine)] if has_others else others
    return AuthorDifference(
        missing=tuple(person.name for index, person in enumerate(known) if index not in taken),
        added=tuple(person.name for person, index in zip(mine, partners, strict=True) if index is None),
        doubled=_find_doubled(mine),
        is_reordered=found != sorted(found),
        are_different_people=not found and not _share_surnames(mine, others),
    )


def hides_people(ours: Sequence[str | PersonName], theirs: Sequence[str | PersonName]) -> bool:
    """Whether one list has only groups and the other people: who is in a group, no list says."""
    return _has_only_groups(ours) is not _has_only_groups(theirs)


def _has_only_groups(names: Sequence[str | PersonName]) -> bool:
    return all(_is_group(name) for name in names)


def _is_group(name: str | PersonName) -> bool:
    if isinstance(name, PersonName):
        return name.literal or people.split_name(name.natural).literal
    return people.split_name(name).literal


def share_outer_surname(ours: Sequence[str], theirs: Sequence[str | PersonName]) -> bool:
    """Whether the first or the last author has the same surname in both lists."""
    if not ours or not theirs:
        return False
    return any(Person.parse(ours[end]).surname == Person.parse(theirs[end]).surname for end in (0, -1))


def is_comparable(ours: Sequence[str], theirs: Sequence[str | PersonName]) -> bool:
    """Whether both lists are in the same script: names in two scripts cannot be compared by their letters."""
    return _is_latin(ours) == _is_latin(theirs)


def find_partners(mine: Sequence[Person], others: Sequence[Person]) -> list[int | None]:
    """Find for each of ours the index of the same person in the record, if possible at the same position."""
    left = dict(enumerate(others))
    partners: list[int | None] = []
    for position, person in enumerate(mine):
        candidates = [position, *left] if position in left else list(left)
        index = next((index for index in candidates if person.is_like(left[index])), None)
        if index is not None:
            del left[index]
        partners.append(index)
    return partners


def _find_doubled(people: Sequence[Person]) -> tuple[str, ...]:
    seen: set[tuple[tuple[str, ...], str]] = set()
    doubled = []
    for person in people:
        if (person.given, person.surname) in seen:
            doubled.append(person.name)
        seen.add((person.given, person.surname))
    return tuple(doubled)


def _share_surnames(mine: Sequence[Person], others: Sequence[Person]) -> bool:
    names, other_names = ({person.surname for person in people} for people in (mine, others))
    return len(names & other_names) >= SHARED_SURNAMES * min(len(names), len(other_names))


def _is_latin(names: Sequence[str | PersonName]) -> bool:
    texts = (name if isinstance(name, str) else name.natural for name in names)
    return all(
        "a" <= char <= "z" for text in texts for word in split_words(text) for char in word if char.isalpha()
    )


def _join_names(names: Sequence[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
