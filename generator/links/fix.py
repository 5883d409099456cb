"""Write new addresses and accepted proposals into entry files, and change nothing else in them."""

from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.entry.identifiers import find_doi_error
from generator.entry.written_forms import find_url_error
from generator.files.project import ProjectFileError, read_inside, write_inside
from generator.links.answers.verdict import Verdict
from generator.links.result import LinkResult
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document, Keys

ALL = "all"
"""Accepts every proposal: for a workflow whose pull request a person reviews."""

_QUOTES = "\"'"
_NEEDS_QUOTES = frozenset(",[]{}#&*!|>'\"%@` ")
"""Characters that may have a meaning of their own in a plain YAML value, also within brackets."""


@dataclass(frozen=True, slots=True)
class FileFix:
    """What was written into a file, or what a person must write there by hand."""

    path: str
    message: str
    is_refused: bool = False
    """Whether the system refused to write the file, as on a full disk."""


def fix_entries(
    root: Path, results: Iterable[LinkResult], document: Callable[[str], Document], accepted: Collection[str]
) -> list[FileFix]:
    """Write the new addresses of `results` into their entries, and say what was done.

    Proposals are written only for entries whose id is in `accepted`, or for every entry with `ALL`.
    """
    wanted: dict[str, list[LinkResult]] = {}
    for result in results:
        if result.link.entry and (_is_moved(result) or _is_accepted(result, accepted)):
            wanted.setdefault(result.link.entry, []).append(result)
    return [
        line for entry, found in sorted(wanted.items()) for line in _fix_file(root, document(entry), found)
    ]


def _is_moved(result: LinkResult) -> bool:
    return (
        result.verdict is Verdict.MOVED and bool(result.suggestion) and result.link.field.startswith("links.")
    )


def _is_accepted(result: LinkResult, accepted: Collection[str]) -> bool:
    return bool(result.doi) and (result.link.entry in accepted or ALL in accepted)


def _fix_file(root: Path, document: Document, results: Iterable[LinkResult]) -> list[FileFix]:
    text, fixes = _fix_text(document, results)
    try:
        fault = _write(root, document.path, text) if text != document.text else ""
    except ProjectFileError as error:  # other files may be written
        return [FileFix(document.path, f"not changed: {error}", is_refused=True)]
    return [FileFix(document.path, fault)] if fault else fixes


def _fix_text(document: Document, results: Iterable[LinkResult]) -> tuple[str, list[FileFix]]:
    """Return the text with its changes, and what to say of each."""
    text, fixes = document.text, []
    for result in results:
        changed = (
            _replace_address(text, document.path, result)
            if _is_moved(result)
            else _add_doi(text, document.path, result)
        )
        what = result.suggestion if _is_moved(result) else f"doi: {result.doi}"
        if changed is None:
            fixes.append(FileFix(document.path, f"not changed: write {what} by hand"))
        elif fault := reading.find_size_fault(changed.encode()):
            fixes.append(FileFix(document.path, f"{fault} ({what})"))
        else:
            text = changed
            fixes.append(FileFix(document.path, f"written: {what}"))
    return text, fixes


def _replace_address(text: str, path: str, result: LinkResult) -> str | None:
    """`text` with the new address in place of the old one; None if that is not safe."""
    old, new = result.link.url, result.suggestion
    if find_url_error(new):
        return None
    line, column = reading.parse_document(text.encode(), path).locate(result.link.keys)
    lines = text.splitlines(keepends=True)
    row, start = lines[line - 1], column - 1
    quote = row[start] if row[start : start + 1] in tuple(_QUOTES) else ""
    start += len(quote)
    if row[start : start + len(old)] != old:
        return None  # the file has it folded or escaped, not as it reads
    value = f'"{new}"' if not quote and _NEEDS_QUOTES & set(new) else new
    lines[line - 1] = row[:start] + value + row[start + len(old) :]
    return _keep_if_only_changed("".join(lines), text, path, result.link.keys, new)


def _add_doi(text: str, path: str, result: LinkResult) -> str | None:
    """`text` with a line `doi: …` after the line of the arXiv id; None if that is not safe."""
    if find_doi_error(result.doi):
        return None
    line, _ = reading.parse_document(text.encode(), path).locate(("arxiv",), at_key=True)
    lines = text.splitlines(keepends=True)
    ending = "\r\n" if lines[line - 1].endswith("\r\n") else "\n"
    if not lines[line - 1].endswith("\n"):
        lines[line - 1] += ending
    value = f'"{result.doi}"' if _NEEDS_QUOTES & set(result.doi) else result.doi
    lines.insert(line, f"doi: {value}{ending}")
    return _keep_if_only_changed("".join(lines), text, path, ("doi",), result.doi)


def _keep_if_only_changed(after: str, before: str, path: str, keys: Keys, value: str) -> str | None:
    """`after` if its data is that of `before` except for the one value at `keys`, else None.

    It is not read where it is too large, and not written either.
    """
    if reading.find_size_fault(after.encode()):
        return after
    old = reading.parse_document(before.encode(), path).data
    new = reading.parse_document(after.encode(), path).data
    return after if new is not None and new == _replace_value(old, keys, value) else None


def _replace_value(data: Any, keys: Keys, value: str) -> Any:
    if not keys or isinstance(data, str):
        return value  # `code: URL` is read as a list of one, but the file has no list
    key, rest = keys[0], keys[1:]
    if isinstance(data, list):
        return [
            _replace_value(item, rest, value) if index == key else item for index, item in enumerate(data)
        ]
    return {**data, key: _replace_value(data.get(key), rest, value)}


def _write(root: Path, path: str, text: str) -> str:
    """Replace the file in one step, so that nobody reads half of it; its byte-order mark is kept.

    Returns why it must not be changed, or an empty text. Raises ProjectFileError.
    """
    mark = BOM_UTF8 if (read_inside(root, path) or b"").startswith(BOM_UTF8) else b""
    content = mark + text.encode()
    fault = reading.find_size_fault(content)
    if not fault:
        write_inside(root, path, content)
    return fault
