"""Recognize a license that is written almost as its SPDX id: `Apache 2`, `CC BY 4.0 International`."""

import re
from collections.abc import Iterator

from generator.entry.vocabulary import Vocabulary

_FILLERS = re.compile(
    r"\b(the|gnu|licen[cs]e|version|international|universal|deed)\b|\bv(?=[0-9])", re.IGNORECASE
)
_VERSION = re.compile(r"(?<=[A-Za-z])v(?=[0-9])")


def find_license(text: str, licenses: Vocabulary) -> str | None:
    """Return the term of `licenses` that `text` means, or None.

    >>> from generator.entry.vocabulary import Term
    >>> licenses = Vocabulary("licenses", {"a": Term(slug="a", label="Apache-2.0")})
    >>> find_license("the Apache License v2", licenses)
    'Apache-2.0'
    """
    return next(filter(None, map(licenses.translate, _list_readings(text))), None)


def _list_readings(text: str) -> Iterator[str]:
    yield text
    plain = _VERSION.sub(" ", _FILLERS.sub(" ", re.sub("creative commons", "CC", text, flags=re.IGNORECASE)))
    plain = " ".join(plain.replace(",", " ").split())
    yield plain
    if re.search(r"[^.0-9][0-9]\Z", plain):
        yield f"{plain}.0"
