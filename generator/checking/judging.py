"""Judge one entry file by itself: its form, the findings of the rules, and its claims.

A judgment does not depend on other entries. It holds until the file, the vocabularies or the code
change, so `cache` keeps it by the content of the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.catalog.catalog import Catalog
from generator.checking.partial_entry import find_invalid_paths, find_keys_in_file, make_entry
from generator.checking.placing import place
from generator.checking.rules import SINGLE_ENTRY_RULES
from generator.checking.rules.finding import Finding
from generator.entry import layout
from generator.entry.claims import Claims, collect_claims
from generator.entry.model import Entry
from generator.entry.validation_messages import describe_validation_error
from generator.problems import Problem, Severity, has_errors
from generator.yamlfiles.reading import Document, Keys


@dataclass(frozen=True, slots=True)
class Judgment:
    """What one entry file contains and what is wrong with it.

    >>> from generator.yamlfiles.reading import parse_document
    >>> judge(parse_document(b"title: Half\\nkind: [3]", "entries/2024/half.yaml"), "half", catalog).left_out
    [('kind',), ()]
    """

    data: Any = None
    """What the file contains; None where it cannot be read."""
    left_out: list[Keys] = field(default_factory=list)
    """The paths in `data` to invalid values, see `partial_entry`; `()` where required keys may be missing."""
    claims: Claims | None = None
    """What is compared with other entries; None where the file cannot be read."""
    problems: list[Problem] = field(default_factory=list)


def judge(document: Document, id_: str, terms: Catalog) -> Judgment:
    """Judge the file of the entry `id_` by the vocabularies of `terms`, whose entries are not used."""
    if document.data is None and document.problems:
        return Judgment(problems=document.problems)
    data, left_out = document.data, []
    problems = [*document.problems, *_find_key_problems(document)]
    entry = _make_if_valid(document, id_, problems)
    if problems or not entry:
        left_out = find_invalid_paths(data, id_)
        entry = make_entry(data, left_out, id_)
    problems += _apply_rules(entry, document, terms, left_out)
    if not document.is_standard and not has_errors(problems):
        problems += _find_layout_problems(document)
    return Judgment(data, left_out, collect_claims(entry), problems)


def _find_key_problems(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the file as a mapping, before its values are validated."""
    if not isinstance(document.data, dict):
        message = "an entry is a mapping of keys to values, such as `title: …`"
        yield Problem(document.path, 1, 1, "wrong-type", message)
    elif "id" in document.data:
        message = "`id` is the file's name: delete the key"
        yield document.problem_at(("id",), "file-name", message, at_key=True)


def _make_if_valid(document: Document, id_: str, problems: list[Problem]) -> Entry | None:
    """Return the entry; where a value or key is invalid, add to `problems` why, and return None."""
    if not isinstance(document.data, dict):
        return None
    try:
        return make_entry(document.data, (), id_)
    except ValidationError as error:
        for found in describe_validation_error(error, Entry):
            problems.append(document.problem_at(found.keys, found.rule, found.message, at_key=found.at_key))
        return None


def _apply_rules(entry: Entry, document: Document, terms: Catalog, left_out: list[Keys]) -> Iterator[Problem]:
    for name, rule in SINGLE_ENTRY_RULES:
        for finding in rule(entry, terms):
            keys = find_keys_in_file(finding.keys, document.data, left_out)
            if keys is not None and not _is_given(finding, left_out):
                yield from place(finding, name, document, keys)


def _is_given(finding: Finding, left_out: list[Keys]) -> bool:
    """Whether the file has what the finding misses, but with an invalid value."""
    return any(keys[: len(missing)] == missing for missing in finding.because_missing for keys in left_out)


def _find_layout_problems(document: Document) -> Iterator[Problem]:
    """Yield a warning if `fmt` would change the file."""
    if document.has_mark:
        message = f"a byte order mark, which is invisible: `medvlm fmt {document.path}` deletes it"
        yield Problem(document.path, 1, 1, "layout", message, Severity.WARNING)
    if line := layout.find_first_difference(document.text):
        message = f"not in the standard layout from here on: `medvlm fmt {document.path}` fixes it"
        yield Problem(document.path, line, 1, "layout", message, Severity.WARNING)
