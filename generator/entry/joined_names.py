"""Recognize a text that joins the names of several people, as authors are pasted from a paper.

An entry has one name an item. A name of a group may have `and` or a comma, and is left alone.
"""

import re

from generator.entry.people import GROUP_WORD, PARTICLE, SUFFIX, split_name

SEPARATOR = re.compile(r"\s*;\s*|,?\s+(?:and|AND|&|/)\s+")
INITIALS = re.compile(r"([A-Z]\.?-?){1,3}\Z")
ADDITION = re.compile(r"Ph\.?D\.?|M\.?D\.?|[MB]\.?Sc\.?|Dr\.?|Inc\.?|Ltd\.?|LLC|GmbH")
_JOINING = ("and", "&")


def split_joined(text: str) -> list[str]:
    """Return the names that `text` joins, given name first; empty where it is one name.

    >>> split_joined("Lind, Maja and Berg, Ola")
    ['Maja Lind', 'Ola Berg']
    >>> split_joined("Society of Films and Words"), split_joined("Lind, Maja")
    ([], [])
    """
    text = " ".join(text.split())  # the separator takes the square of the time in a long run of spaces
    if is_group(text):
        return []
    parts = [part.strip() for part in SEPARATOR.split(text) if part.strip(" ,")]
    if len(parts) > 1:
        return [split_name(part).natural for part in parts]
    return _split_at_commas([part.strip() for part in text.split(",") if part.strip()])


def is_group(text: str) -> bool:
    """Whether `text` names a group: a word says so, other than one that may join two people."""
    words = text.replace(",", " ").split()
    return words[:1] == ["The"] or any(GROUP_WORD.fullmatch(word) for word in words if word not in _JOINING)


def _split_at_commas(parts: list[str]) -> list[str]:
    if len(parts) < 2 or any(map(_is_addition, parts)):
        return []
    if all(map(_is_whole, parts)) or all(map(_begins_with_initials, parts)):
        return parts
    if len(parts) > 2 and len(parts) % 2 == 0:
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [f"{given} {family}" for family, given in pairs]
    return []


def _is_addition(part: str) -> bool:
    return bool(SUFFIX.fullmatch(part.casefold()) or ADDITION.fullmatch(part))


def _begins_with_initials(part: str) -> bool:
    """Whether `part` is `M. Lind`: no family name alone, and no given names alone."""
    first, *_, last = part.split() if " " in part else ("", "")
    return bool(INITIALS.match(first)) and not INITIALS.match(last)


def _is_whole(part: str) -> bool:
    """Whether `part` is a whole name: not only a family name (`de Vries`) or given names (`Ada M.`)."""
    words = part.split()
    if len(words) < 2 or PARTICLE.fullmatch(words[0]):
        return False
    is_short = [bool(INITIALS.match(word)) for word in words]
    return not is_short[0] and (not is_short[-1] or len(words) == 2)
