"""Read the names of a BibTeX field; `assets/contribute/bibtex_names.js` does the same."""

import re

from generator.add import cleaning
from generator.entry.model import OTHERS
from generator.entry.people import GROUP_WORD

_AND = re.compile(r" and(?= )", re.IGNORECASE)
_EDGE_AND = re.compile(r"^and(?= |$)| and$", re.IGNORECASE)
_COMMA, _SEMICOLON = re.compile(","), re.compile(r";")
_ET_AL = re.compile(r"(?:(?:, *| +)(?:et al\.?|others))+$", re.IGNORECASE)
_NUMBER = re.compile(r" [0-9]{4}$")
"""DBLP numbers people of one name: `Wenbo Li 0001`."""
COMPANY = re.compile(r"(?:Inc|Ltd|LLC|GmbH|Corp|Co|AG|S\.A)\.?", re.IGNORECASE)
_LAST_AND_INITIALS = re.compile(r"[^ ]+(?: [^ ]+)? [A-Z]{1,3}")
"""A name as many journals write it: `Lind M`."""
_MAX_BRACES = 5
"""More braces around a name than this are left to `clean_name`."""
_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


def read_names(text: str) -> tuple[list[str], str]:
    """Return the names in `text`, given name first, and a note where they are not separated as BibTeX wants.

    >>> read_names("van der Laak, Jeroen and {Barnes and Noble, Inc.} and others")
    (['Jeroen van der Laak', 'Barnes and Noble, Inc.', 'others'], '')
    """
    whole = _strip_outer_braces(cleaning.unescape_entities(text).strip(" "))
    written = [name for part in _split(whole, _AND) if (name := _EDGE_AND.sub("", part).strip(" "))]
    note = ""
    if len(written) == 1 and len(several := _split(whole, _SEMICOLON)) > 1:
        written, note = several, "the authors are separated by `;`, not by `and`: check them"
    found: list[str] = []
    for name in written:
        own = _read_people(name)
        if len([one for one in own if one != OTHERS]) > 1:
            note = note or "authors are separated by `,`, not by `and`: check them"
        found += own
    return found, note


def _read_people(name: str) -> list[str]:
    """The people of one written name: one, or several where commas separate them."""
    if name.lower() in (OTHERS, "et al", "et al."):
        return [OTHERS]
    if (shorter := _ET_AL.sub("", name)) != name:
        return [*_read_people(shorter), OTHERS]
    inner = _read_inside(name)
    for _ in range(_MAX_BRACES):
        inner = _read_inside(inner or "") or inner
    if inner is not None:
        return [_read_person(inner) if _is_inverted(inner) else cleaning.clean_name(inner, is_latex=True)]
    parts = _split(name, _COMMA)
    are_short = len(parts) > 1 and all(map(_LAST_AND_INITIALS.fullmatch, parts))
    if are_short or ((len(parts) > 2 or name.endswith(",")) and all(" " in part for part in parts)):
        return [_read_person(part) for part in parts]
    return [_read_person(name)] if parts else []


def _read_person(name: str) -> str:
    """`Last, First` and `Last, Jr, First` with the given name first; any other name is as it is written."""
    parts = [_NUMBER.sub("", part) for part in _split(name, _COMMA)]
    if len(parts) > 3:
        return cleaning.clean_name(name, is_latex=True)
    last, *between, first = parts if len(parts) > 1 else ["", *parts]
    if not between and _ASIAN.fullmatch(last) and _ASIAN.fullmatch(first):
        return last + first
    return cleaning.clean_name(" ".join((first, last, *between)), is_latex=True)


def _strip_outer_braces(text: str) -> str:
    """`text` without braces around all names: `{Lind, Maja and Adeyemi, Ayo}`; those of a group are kept."""
    for _ in range(_MAX_BRACES):
        inner = _read_inside(text)
        if inner is None:
            return text
        names = [name for name in _split(inner, _AND) if name.lower() != OTHERS]
        if len(names) > 1 and not _are_people(names):
            return text
        if len(names) < 2 and _read_inside(inner) is None:
            return text
        text = inner
    return text


def _are_people(names: list[str]) -> bool:
    if all(_is_inverted(name) or _read_inside(name) is not None for name in names):
        return True
    return not any("," in name or " " not in name or _is_group(name) for name in names)


def _is_inverted(name: str) -> bool:
    """Whether `name` is `Last, First` of a person."""
    return len(_split(name, _COMMA)) == 2 and not _is_group(name)


def _is_group(name: str) -> bool:
    words = re.split("[ ,]+", name)
    return any(GROUP_WORD.fullmatch(word) or COMPANY.fullmatch(word) for word in words)


def _read_inside(text: str) -> str | None:
    """What is in the braces around all of `text`; None where none are."""
    if not (text.startswith("{") and text.endswith("}")):
        return None
    inner, depth = text[1:-1], 0
    for brace in re.findall(r"\\.|([{}])", inner):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        if depth < 0:
            return None
    # `{\'E}` is a letter, not a name in braces.
    return None if depth or inner.startswith("\\") else inner.strip(" ")


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of `text` between separators that are not in braces; empty ones are left out."""
    parts, start, depth = [], 0, 0
    for match in re.finditer(rf"\\.|[{{}}]|{separator.pattern}", text, separator.flags):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(depth - 1, 0)
        elif not depth and match[0][0] != "\\":
            parts.append(text[start : match.start()])
            start = match.end()
    return [part for part in (part.strip(" ") for part in [*parts, text[start:]]) if part]
