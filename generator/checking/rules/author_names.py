"""Authors are full names as printed, each once; a list ends in `others` if the rest is not known.

People known only by initials are in the vocabulary `initialed_authors`.

Passes:
    authors: [Ada Example, José García-Muster, The Film Consortium, others]

Fails:
    authors: [A. Example, José García-Muster et al., Maja Lind and Ola Berg, MAJA LIND]
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.joined_names import INITIALS, is_group, split_joined
from generator.entry.model import OTHERS, Entry
from generator.entry.people import SUFFIX
from generator.entry.plain_text import EMOJI, find_markup
from generator.problems import Severity
from generator.text import normalize_name, quoted

ET_AL = re.compile(r"\bet\.? al\b|\band others\b", re.IGNORECASE)
FAMILY_NAME_FIRST = re.compile(
    r"([^,;:*†‡0-9]+),(?! ?(?:[JS]r\b|I+\b|Ph\.?D|M\.?D|[MB]\.?Sc|Dr\b|Inc\b|Ltd\b|LLC\b|GmbH\b))"
    r" ?([^,;:*†‡0-9]+)"
)
FORM_OF_ADDRESS = re.compile(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.? +(?=\S)")
DEGREE = re.compile(r"(?:,? +(?:Ph\.? ?D|M\.?D|[MB]\.?Sc)\.?)+\Z")
LOST_ACCENT = re.compile('[A-Za-z]["`^~][A-Za-z]')
ODD_NAME_PART = re.compile(r"[0-9¹²³⁰⁴-⁹]+|[,;:*†‡]|\.\.|(?<!\b[A-Z])(?<!\bJr)(?<!\bSr)\.\Z")
ASIDE = re.compile(r" \([^()]*\)\Z")
SIGN = re.compile(r"[@$^~<>{}]")
ORDINARY = re.compile(
    r"(?!(?:Dr|Prof|Professor|Mr|Mrs|Ms) |.*\b(?:Et Al|And Others)\b)"
    r"[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?: [A-Z]\.| [A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)+(?<=[a-z])"
)
"""Matches most names, in which no pattern finds anything: `Ada M. Example-Lind`."""
IN_FULL = "write the full name, first name first, such as `Maja Lind`"
WORD = re.compile(r"[^\W\d_]+")
MIN_CAPITALS = 4
"""A shorter word may be initials, as in `OFM Rahman`."""
MAX_SHOWN = 3
"""The most names that a message lists."""


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check each name, and that none is in the list twice."""
    seen: set[str] = set()
    for index, name in enumerate(entry.authors):
        keys = ("authors", index)
        if name == OTHERS:
            if index < len(entry.authors) - 1 or index == 0:
                yield Finding(keys, f"`{OTHERS}` may only be at the end of a list of authors")
        elif not ORDINARY.fullmatch(name) and catalog.vocabulary("initialed_authors").lacks(name):
            yield from find_problem(name, index)
        if (known := normalize_name(name)) in seen:
            yield Finding(keys, _describe_repeated(name), silenced_by=f"authors {name}")
        seen.add(known)


def _describe_repeated(name: str) -> str:
    """Return the message about a second author of one name, which a few papers really have."""
    return (
        f"{quoted(name)} is here twice: delete one; if two authors have this name, {_describe_comment(name)}"
    )


def _describe_comment(name: str) -> str:
    return f"write the comment `# no hint: authors {name}`"


def find_problem(name: str, index: int) -> Iterator[Finding]:
    """Yield what is wrong with the author at `index`; nothing where the name is `ORDINARY`."""
    keys, silenced_by = ("authors", index), f"authors {name}"
    if message := _find_error(name):
        yield Finding(keys, message, silenced_by="authors markup")
    elif names := split_joined(name):
        yield Finding(keys, _describe_joined(name, names), silenced_by=silenced_by)
    elif message := _find_form_error(name):
        yield Finding(keys, message)
    elif has_initials_only(name):
        message = f"{quoted(name)} has only initials: write the first name in full"
        yield Finding(
            keys, f"{message}; if no source has it, {_describe_comment(name)}", silenced_by=silenced_by
        )
    elif message := _find_doubt(name):
        message = f"{message}; if it is printed so, {_describe_comment(name)}"
        yield Finding(keys, message, Severity.WARNING, silenced_by=silenced_by)


def _find_error(name: str) -> str | None:
    """Return what is in `name` that no name has."""
    if message := find_markup(name):
        return message
    if match := LOST_ACCENT.search(name):
        return f"{quoted(match[0])} in {quoted(name)} is a lost accent: type the letter with its accent"
    if match := re.search(EMOJI, name) or SIGN.search(name):
        return f"`{match[0]}` in {quoted(name)} is not part of a name: delete it"
    if ET_AL.search(name):
        return f"{quoted(name)}: name all authors; if they are not known, end the list with `{OTHERS}`"
    return None


def _describe_joined(name: str, names: list[str]) -> str:
    shown = ", ".join(map(quoted, names[:MAX_SHOWN])) + (", …" if len(names) > MAX_SHOWN else "")
    message = f"{quoted(name)} is {len(names)} names: write each as its own item, {shown}"
    if name.count(",") == 1 and len(names) == 2 and f"{names[0]}, {names[1]}" == name:
        message += f"; if it is one person, write {quoted(f'{names[1]} {names[0]}')}"
    return message


def _find_form_error(name: str) -> str | None:
    """Return how one name is not as a paper prints it."""
    if match := FORM_OF_ADDRESS.match(name):
        return f"`{match[0].strip()}` is not part of a name: write {quoted(name[match.end() :])}"
    if (match := DEGREE.search(name)) and match.start():
        return f"`{match[0].strip(' ,')}` is not part of a name: write {quoted(name[: match.start()])}"
    if is_group(name):
        name = re.sub("[,0-9]", "", name)  # `Institute of Films, Words and Care`, `SAM 3D Team`
    if match := FAMILY_NAME_FIRST.fullmatch(name):
        return _describe_last_name_first(name, match[1], match[2])
    if match := ODD_NAME_PART.search(name):
        return f"{quoted(match[0])} in {quoted(name)} is not part of a name: delete it"
    if len(name.split()) > 1 and name.isupper() and _has_capitals(name):
        return f"{quoted(name)} is in capitals: write {quoted(_describe_without_capitals(name))}"
    return None


def has_initials_only(name: str) -> bool:
    """Whether `name` has one word that is not an initial, the last name.

    >>> has_initials_only("M. J. A. Lind"), has_initials_only("Madonna")
    (True, False)
    """
    parts = name.split()
    is_whole = [not INITIALS.match(part) for part in parts]
    return len(parts) > 1 and not is_whole[0] and sum(is_whole) < 2


def _describe_last_name_first(name: str, last: str, first: str) -> str:
    if all(INITIALS.match(part) for part in first.split()):
        return f"{quoted(name)} has only initials after the last name: {IN_FULL}"
    return f"{quoted(name)} has the last name first: write {quoted(f'{first} {last}')}"


def _find_doubt(name: str) -> str | None:
    """Return what is rarely right in a name."""
    parts = name.split()
    if len(parts) == 2 and INITIALS.match(parts[1]) and not SUFFIX.fullmatch(parts[1].casefold()):
        return f"{quoted(name)} seems to have the last name first: {IN_FULL}"
    if (match := ASIDE.search(name)) and match.start() and not is_group(name):
        return f"{quoted(match[0].strip())} is not part of a name: write {quoted(name[: match.start()])}"
    if len(parts) > 1 and not is_group(name) and _has_capitals(name):
        return f"{quoted(name)} has a word in capitals: write {quoted(_describe_without_capitals(name))}"
    if len(parts) > 1 and name == name.lower() != name.upper():
        return f"{quoted(name)} has no capital letter: write {quoted(_capitalize(name))}"
    return None


def _has_capitals(name: str) -> bool:
    """Whether a word of `name` is in capitals, and too long for initials."""
    return any(len(word) >= MIN_CAPITALS and word.isupper() for word in WORD.findall(name))


def _describe_without_capitals(name: str) -> str:
    return WORD.sub(lambda match: match[0].capitalize() if len(match[0]) > 2 else match[0], name)


def _capitalize(name: str) -> str:
    return " ".join(part[0].upper() + part[1:] for part in name.split())
