"""Judge one entry file by itself: its form, what the rules find in it, and what it claims.

Nothing here knows of other entries, so a judgment holds until the file, the vocabularies or the code
change; `cache` remembers it by the file's content.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from generator.catalog.catalog import Catalog
from generator.checking.rules import OWN
from generator.checking.salvage import faulty_paths, keys_in_file, make_entry
from generator.entry import layout
from generator.entry.claims import Claims, claims
from generator.entry.model import Entry
from generator.entry.validation_messages import faults
from generator.problems import Problem, Severity, has_errors
from generator.yamlfiles.reading import Document, Keys


@dataclass(frozen=True, slots=True)
class Judgment:
    """What one entry file holds and what is wrong with it.

    >>> judge(parse(b"title: Half\nkind: [3]", "entries/2024/half.yaml"), "half", terms).left_out
    [(), ("kind", 0)]
    """

    data: Any = None
    """What the file says; None where it cannot be read."""
    left_out: list[Keys] = field(default_factory=list)
    """The paths in `data` to what an entry must be made without; `()` where a required key is missing."""
    claims: Claims | None = None
    """What the entry says that others may contradict; None where the file cannot be read."""
    problems: list[Problem] = field(default_factory=list)


def judge(document: Document, id_: str, terms: Catalog) -> Judgment:
    """Judge the file of the entry `id_` by the vocabularies of `terms`, whose entries are not asked."""
    if document.data is None and document.problems:
        return Judgment(problems=document.problems)
    problems = [*document.problems, *_form_problems(document, id_)]
    data = document.data
    left_out = faulty_paths(data, id_) if problems else []
    entry = make_entry(data, left_out, id_)
    problems += _findings(entry, document, terms, left_out)
    if not has_errors(problems):
        problems += _layout_problems(document)
    return Judgment(data, left_out, claims(entry), problems)


def _form_problems(document: Document, id_: str) -> Iterator[Problem]:
    """What is wrong with the document before any rule: its keys and the types of its values."""
    data = document.data
    if not isinstance(data, dict):
        message = "an entry is a mapping of keys to values, such as `title: …`"
        yield Problem(document.path, 1, 1, "wrong-type", message)
        return
    if "id" in data:
        message = "`id` is the file's name: delete the key"
        yield document.problem_at(("id",), "file-name", message, at_key=True)
    try:
        make_entry(data, (), id_)
    except ValidationError as error:
        for found in faults(error, Entry):
            yield document.problem_at(found.keys, found.rule, found.message, at_key=found.at_key)


def _findings(entry: Entry, document: Document, terms: Catalog, left_out: list[Keys]) -> Iterator[Problem]:
    for name, rule in OWN:
        for finding in rule(entry, terms):
            keys = keys_in_file(finding.keys, document.data, left_out)
            if keys is not None:
                yield document.problem_at(keys, name, finding.message, finding.severity)


def _layout_problems(document: Document) -> Iterator[Problem]:
    """A warning where `fmt` would change the file."""
    if line := layout.difference(document.text, document.data):
        message = f"not in the one layout from here on: `medvlm fmt {document.path}` fixes it"
        yield Problem(document.path, line, 1, "layout", message, Severity.WARNING)
