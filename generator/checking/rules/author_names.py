"""Authors are full names as printed, each once; a list ends in `others` if the rest is not known.

People known only by initials are in the vocabulary `initialed_authors`.

Passes:
    authors: [Ada Example, José García-Muster, others]

Fails:
    authors: [A. Example, José García-Muster et al.]
"""

import re
from collections.abc import Iterator

from generator.catalog.catalog import Catalog
from generator.checking.rules.finding import Finding
from generator.entry.model import OTHERS, Entry
from generator.text import normalize_name, quoted

ET_AL = re.compile(r"\bet\.? al\b|\band others\b", re.IGNORECASE)
INITIAL = re.compile(r"([A-Z]\.?-?){1,3}\Z")
FAMILY_NAME_FIRST = re.compile(r"([^,;:*†‡0-9]+), (?![JS]r\b|I+\b|Ph\.?D|M\.?D)([^,;:*†‡0-9]+)")
ODD_NAME_PART = re.compile(r"[,;:*†‡0-9]|\.\.|(?<!\b[A-Z])(?<!\bJr)(?<!\bSr)\.\Z|\bPh\.?D\b|\bM\.?D\.?\Z")


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Check each name, and that none is in the list twice."""
    seen: set[str] = set()
    for index, name in enumerate(entry.authors):
        if name == OTHERS:
            if index < len(entry.authors) - 1 or index == 0:
                yield Finding(("authors", index), f"`{OTHERS}` may only be at the end of a list of authors")
        elif not catalog.vocabulary("initialed_authors").get(name) and (message := _find_error(name)):
            yield Finding(("authors", index), message)
        if (known := normalize_name(name)) in seen:
            yield Finding(("authors", index), _twice(name), silenced_by=f"authors {name}")
        seen.add(known)


def _twice(name: str) -> str:
    """Return the message about a second author of one name, which a few papers really have."""
    advice = f"delete one; if two authors have this name, write the comment `# no hint: authors {name}`"
    return f"{quoted(name)} is here twice: {advice}"


def _find_error(name: str) -> str | None:
    parts = name.split()
    if ET_AL.search(name):
        return f"{quoted(name)}: name all authors; if they are not known, end the list with `{OTHERS}`"
    if len(parts) > 1 and sum(not INITIAL.match(part) for part in parts) < 2 and INITIAL.match(parts[0]):
        return f"{quoted(name)} has only initials: write the first name in full"
    if match := FAMILY_NAME_FIRST.fullmatch(name):
        return f"{quoted(name)} has the last name first: write {quoted(f'{match[2]} {match[1]}')}"
    if match := ODD_NAME_PART.search(name):
        return f"`{match[0]}` in {quoted(name)} is not part of a name: delete it"
    return None
