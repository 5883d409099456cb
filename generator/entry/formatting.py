"""Put entry files into the one layout; what cannot be read is reported and left alone."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.entry import layout
from generator.entry.folder import ENTRIES, SUFFIXES, VOCABULARY
from generator.entry.layout.comments import comments
from generator.problems import Problem
from generator.write import write
from generator.yamlfiles import reading

_FAULT = "left as it is: it cannot be laid out without loss, which is a fault of this program; report it"


@dataclass
class Formatted:
    """The files that were written anew, and why others could not be."""

    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def format_files(root: Path, paths: Collection[str] = ()) -> Formatted:
    """Format the entry files at or below `paths`, as seen from `root`; without any, all entries."""
    done = Formatted()
    for file in sorted({file for path in paths or (ENTRIES,) for file in _files(root / path)}):
        path = Path(os.path.relpath(file, root)).as_posix()
        document = reading.read(file, path)
        if document.problems:
            done.problems += document.problems
        elif not isinstance(document.data, dict):
            done.problems.append(
                Problem(path, 1, 1, "wrong-type", "no entry: it is no mapping of keys to values")
            )
        elif not _keeps_all(document):
            done.problems.append(Problem(path, 1, 1, "layout", _FAULT))
        elif _format(file, document):
            done.changed.append(path)
    return done


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        found = (file for file in path.rglob("*") if file.suffix in SUFFIXES)
        yield from (file for file in found if VOCABULARY not in file.parts)
    else:
        yield path


def _keeps_all(document: reading.Document) -> bool:
    """Whether nothing the file says is lost in the one layout: the proof before anything is written."""
    text = layout.canonical(document.text)
    return (
        _dated(reading.parse(text.encode(), document.path).data) == _dated(document.data)
        and _comments(text) == _comments(document.text)
        and layout.canonical(text) == text
    )


def _format(file: Path, document: reading.Document) -> bool:
    text = layout.canonical(document.text)
    if text.encode() == file.read_bytes():
        return False
    write(file, text)
    return True


def _dated(data: Any, key: str = "") -> Any:
    """`data` with its years as texts: the model takes `2024` and `"2024"` for the same date."""
    if isinstance(data, dict):
        return {name: _dated(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [_dated(value) for value in data]
    return str(data) if key in ("date", "added") else data


def _comments(text: str) -> list[str]:
    return sorted(comment.text for comment in comments(text))
