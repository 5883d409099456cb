"""Authors are full names as they are printed, each once; a list that could not be had whole ends in `others`.

Who is known by initials alone stands in the vocabulary `initialed_authors`.

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
from generator.text import key, quoted

ET_AL = re.compile(r"\bet\.? al\b|\band others\b", re.IGNORECASE)
INITIAL = re.compile(r"([A-Z]\.?-?){1,3}\Z")
ODD = re.compile(r"[,;:*†‡0-9]|\.\.|(?<!\b[A-Z])(?<!\bJr)(?<!\bSr)\.\Z|\bPh\.?D\b|\bM\.?D\.?\Z")


def check(entry: Entry, catalog: Catalog) -> Iterator[Finding]:
    """Look at each name, and at the list for names that stand in it twice."""
    seen: set[str] = set()
    for index, name in enumerate(entry.authors):
        if name == OTHERS:
            if index < len(entry.authors) - 1 or index == 0:
                yield Finding(("authors", index), f"`{OTHERS}` may only end a list of authors")
        elif not catalog.vocabulary("initialed_authors").get(name) and (message := _fault(name)):
            yield Finding(("authors", index), message)
        if (known := key(name)) in seen:
            yield Finding(("authors", index), f"{quoted(name)} stands here twice: delete one")
        seen.add(known)


def _fault(name: str) -> str | None:
    parts = name.split()
    if ET_AL.search(name):
        return f"{quoted(name)}: name all authors; if they cannot be had, end the list with `{OTHERS}`"
    if len(parts) > 1 and sum(not INITIAL.match(part) for part in parts) < 2 and INITIAL.match(parts[0]):
        return f"{quoted(name)} gives initials only: write the first name in full"
    if match := ODD.search(name):
        return f"`{match[0]}` in {quoted(name)} is no part of a name: delete it"
    return None
