"""Write new addresses and accepted proposals into entry files, and touch nothing else in them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.entry.identifiers import find_doi_error
from generator.entry.written_forms import find_url_error
from generator.links.result import Result
from generator.links.verdict import Verdict
from generator.write import write_file
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document, Keys

ALL = "all"
"""Accepts every proposal; what is written so goes to a person's eyes as a pull request."""

_QUOTES = "\"'"
_NEEDS_QUOTES = frozenset(",[]{}#&*!|>'\"%@` ")
"""What may mean something else in a plain YAML value, also within brackets."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was done to a file, or why not."""

    path: str
    done: str


def fix(
    root: Path, results: Iterable[Result], document: Callable[[str], Document], accepted: Collection[str]
) -> list[Fixed]:
    """Rewrite the entries of `results`; proposals only of the entries whose ids are `accepted`, or `ALL`."""
    wanted: dict[str, list[Result]] = {}
    for result in results:
        if result.link.entry and (_is_moved(result) or _is_accepted(result, accepted)):
            wanted.setdefault(result.link.entry, []).append(result)
    return [
        line for entry, found in sorted(wanted.items()) for line in _fix_file(root, document(entry), found)
    ]


def _is_moved(result: Result) -> bool:
    return (
        result.verdict is Verdict.MOVED and bool(result.suggestion) and result.link.field.startswith("links.")
    )


def _is_accepted(result: Result, accepted: Collection[str]) -> bool:
    return bool(result.doi) and (result.link.entry in accepted or ALL in accepted)


def _fix_file(root: Path, document: Document, results: Iterable[Result]) -> Iterator[Fixed]:
    text = document.text
    for result in results:
        changed = (
            _moved(text, document.path, result)
            if _is_moved(result)
            else _with_doi(text, document.path, result)
        )
        what = result.suggestion if _is_moved(result) else f"doi: {result.doi}"
        if changed is None:
            yield Fixed(document.path, f"left as it is: write {what} by hand")
        else:
            text = changed
            yield Fixed(document.path, f"written: {what}")
    if text != document.text:
        _write(root / document.path, text)


def _moved(text: str, path: str, result: Result) -> str | None:
    """`text` with the new address in place of the old one; None where that cannot be done safely."""
    old, new = result.link.url, result.suggestion
    if find_url_error(new):
        return None
    line, column = reading.parse_document(text.encode(), path).locate(result.link.keys)
    lines = text.splitlines(keepends=True)
    row, start = lines[line - 1], column - 1
    quote = row[start] if row[start : start + 1] in tuple(_QUOTES) else ""
    start += len(quote)
    if row[start : start + len(old)] != old:
        return None  # folded, escaped or otherwise not written as it reads
    written = f'"{new}"' if not quote and _NEEDS_QUOTES & set(new) else new
    lines[line - 1] = row[:start] + written + row[start + len(old) :]
    return _proved("".join(lines), text, path, result.link.keys, new)


def _with_doi(text: str, path: str, result: Result) -> str | None:
    """`text` with the line `doi: …` after that of the arXiv id."""
    if find_doi_error(result.doi):
        return None
    line, _ = reading.parse_document(text.encode(), path).locate(("arxiv",), at_key=True)
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines[line - 1].endswith("\r\n") else "\n"
    if not lines[line - 1].endswith("\n"):
        lines[line - 1] += ending
    written = f'"{result.doi}"' if _NEEDS_QUOTES & set(result.doi) else result.doi
    lines.insert(line, f"doi: {written}{ending}")
    return _proved("".join(lines), text, path, ("doi",), result.doi)


def _proved(after: str, before: str, path: str, keys: Keys, value: str) -> str | None:
    """`after`, if it reads as `before` but for the one value."""
    old = reading.parse_document(before.encode(), path).data
    new = reading.parse_document(after.encode(), path).data
    return after if new is not None and new == _replaced(old, keys, value) else None


def _replaced(data: Any, keys: Keys, value: str) -> Any:
    if not keys or isinstance(data, str):
        return value  # one address written without a list is the list's first
    key, rest = keys[0], keys[1:]
    if isinstance(data, list):
        return [_replaced(item, rest, value) if index == key else item for index, item in enumerate(data)]
    return {**data, key: _replaced(data.get(key), rest, value)}


def _write(file: Path, text: str) -> None:
    """Replace the file whole, its byte-order mark kept, so that nobody ever reads half of it."""
    mark = b"\xef\xbb\xbf" if file.read_bytes().startswith(b"\xef\xbb\xbf") else b""
    write_file(file, mark + text.encode())
