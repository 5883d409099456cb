"""Read the terms of an answer: by slug, label or alias, one a line, ticked in a list, or joined by `and`."""

import re

from generator.add.cleaning import break_lines
from generator.add.notes import quote
from generator.entry.vocabulary import Vocabulary

_LIST_MARK = re.compile(r"^(?:[-*•+]|\d{1,2}[.)])?\s*(?:\[(?P<box>[ xX])\]\s*)?")
_JOINT = re.compile(r" (?:and|&|\+) | ?/ ?", re.IGNORECASE)


def read_terms(answer: str, vocabulary: Vocabulary) -> tuple[list[str], list[str]]:
    """Return the slugs of the terms that `answer` names, and notes on what is no term or was guessed."""
    found: list[str] = []
    notes: list[str] = []
    for name in _list_names(answer, vocabulary):
        term = vocabulary.suggest(name)
        if not term:
            notes.append(f"{quote(name)} is not a term of {vocabulary.name}, so it was left out")
        elif vocabulary.translate(name) != term:
            notes.append(_describe_guess(name, term, vocabulary))
        found += [term] if term else []
    return list(dict.fromkeys(found)), notes


def _describe_guess(name: str, term: str, vocabulary: Vocabulary) -> str:
    others = [other for other in vocabulary.guess(name) if other != term]
    hint = f"; other terms are {', '.join(f'`{other}`' for other in others)}" if others else ""
    return f"{quote(name)} was taken as `{term}`: correct it if it means something else{hint}"


def _list_names(answer: str, vocabulary: Vocabulary) -> list[str]:
    """Return the names in an answer; one that has a comma itself, as a label may, stays whole."""
    names: list[str] = []
    for line in break_lines(answer).splitlines():
        mark = _LIST_MARK.match(line)
        plain = line[mark.end() :].strip(" .;\"'`") if mark else line
        if mark and mark["box"] == " ":  # a box that is not ticked
            continue
        whole = vocabulary.find_by_name(plain)
        parts = [plain] if whole else (part.strip(" .\"'`") for part in re.split(r"[,;|]", plain))
        names += [name for part in parts if part for name in _take_apart(part, vocabulary)]
    return names


def _take_apart(name: str, vocabulary: Vocabulary) -> list[str]:
    """Return the terms that `name` joins, as in `sound and color`; `name` alone where it is no such text."""
    parts = _JOINT.split(" ".join(name.split()))
    is_joint = not vocabulary.find_by_name(name) and all(map(vocabulary.find_by_name, parts))
    return parts if is_joint else [name]
