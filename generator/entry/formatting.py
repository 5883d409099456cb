"""Rewrite entry files in the standard layout. A file that cannot be read is reported and not changed."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.entry import layout
from generator.entry.folder import is_below, list_paths
from generator.entry.layout.comments import find_comments
from generator.entry.layout.writing import UNQUOTED_FIELDS
from generator.files.project import ProjectFileError, find_inside, read_inside, write_inside
from generator.problems import Problem
from generator.yamlfiles import reading

_WOULD_LOSE_CONTENT = "not changed: formatting would lose content. This is a bug in medvlm: please report it"
_NO_ENTRY = "not changed: no entry, as those are the files `entries/<year>/<id>.yaml`"


@dataclass
class FormatResult:
    """The files that were rewritten, and why others were not."""

    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def format_files(root: Path, paths: Collection[str] = ()) -> FormatResult:
    """Format the entry files at or below `paths`, relative to `root`; without `paths`, all entries."""
    listed = list_paths(root)
    result = FormatResult(problems=[found for found in listed.unread if is_below(found.path, paths)])
    entries = {path for path in listed.entries if is_below(path, paths)}
    named = {path for path in paths if not (root / path).is_dir()}
    for path in sorted(entries | named):
        document = _read(root, path)
        if document.problems:
            result.problems += document.problems
        elif path not in entries:
            result.problems.append(Problem(path, 1, 1, "file-name", _NO_ENTRY))
        elif not isinstance(document.data, dict):
            result.problems.append(
                Problem(path, 1, 1, "wrong-type", "not an entry: a mapping of keys to values is expected")
            )
        else:
            _format(root, document, result)
    return result


def _read(root: Path, path: str) -> reading.Document:
    """Read a file; no link is followed, neither the file nor a folder above it."""
    try:
        return reading.read_document(find_inside(root, path), path)
    except ProjectFileError as error:
        return reading.Document(path, problems=[Problem(path, 1, 1, "yaml-file", str(error))])


def _find_fault(document: reading.Document, text: str) -> str:
    """Return why `text` must not be written in place of the file, or an empty text."""
    if fault := reading.find_size_fault(text.encode()):
        return fault
    return "" if _keeps_all(document, text) else _WOULD_LOSE_CONTENT


def _keeps_all(document: reading.Document, text: str) -> bool:
    """Whether `text` keeps all data and comments of the file."""
    return (
        _write_numbers_as_text(reading.parse_document(text.encode(), document.path).data)
        == _write_numbers_as_text(document.data)
        and _list_comments(text) == _list_comments(document.text)
        and layout.format_text(text) == text
    )


def _format(root: Path, document: reading.Document, result: FormatResult) -> None:
    text, path = layout.format_text(document.text), document.path
    if fault := _find_fault(document, text):
        result.problems.append(Problem(path, 1, 1, "layout", fault))
        return
    try:
        if text.encode() != read_inside(root, path):
            write_inside(root, path, text)
            result.changed.append(path)
    except ProjectFileError as error:
        result.problems.append(Problem(path, 1, 1, "yaml-file", f"not formatted: {error}"))


def _write_numbers_as_text(data: Any, key: str = "") -> Any:
    """Return `data` with years, volumes and pages as texts: the model takes both for the same."""
    if isinstance(data, dict):
        return {name: _write_numbers_as_text(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_write_numbers_as_text(value) for value in data]
    return str(data) if key in UNQUOTED_FIELDS else data


def _list_comments(text: str) -> list[str]:
    return sorted(comment.text for comment in find_comments(text))
