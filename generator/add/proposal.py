"""Make the file of a new entry from a draft: what is known, what is suggested, what is left to write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.add import suggesting
from generator.add.draft import Draft
from generator.catalog.catalog import Catalog
from generator.checking.rules.summaries import MAX_LENGTH, MIN_LENGTH
from generator.entry import layout
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.layout.tree import LayoutNode, build_tree
from generator.entry.layout.writing import write_mapping
from generator.entry.model import Entry
from generator.entry.naming import build_path, propose_id

BLANK = {
    "title": "TODO: the title, as it is printed",
    "kind": "TODO: a term of {folder}/kinds.yaml",
    "section": "TODO: a term of {folder}/sections.yaml",
    "summary": f"TODO: one plain sentence of {MIN_LENGTH} to {MAX_LENGTH} characters, in your own words",
}
"""What must be written by a person; `check` refuses the empty value that stands below the comment."""

_NAME = re.compile(r"(?=\S*[A-Z]\S*[A-Z0-9])(\S{2,30}): ")
"""A title that begins with one word with capitals and a colon names the work."""

SUGGESTED = "suggested by the words of title and abstract: read and mend"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file to write, and what the person should know."""

    path: str
    text: str
    identifiers: Mapping[str, str]
    """Those that only one work has, by their fields."""
    notes: tuple[str, ...]


def propose(draft: Draft, catalog: Catalog, taken: set[str], today: str) -> Proposal:
    """The file of `draft`, whose id is none of `taken`."""
    data = {**draft.data, "added": today}
    venue = suggesting.venue(catalog, draft.place) if draft.place else ""
    if venue and draft.year and "venue" not in data:
        data["venue"] = {"name": venue, "year": draft.year}
    suggestions = _suggestions(draft, catalog, data)
    id_ = propose_id(data, taken)
    text = write_mapping(_tree(data | suggestions, set(suggestions)), Entry)
    notes = list(draft.notes)
    if draft.place and not venue and "arxiv" not in draft.place.lower():
        notes.append(f"“{draft.place}” is no known venue: add it to venues.yaml, or leave it out")
    if not data.get("title"):
        notes.append("the file's name stays for good: make it last name, year and first word of the title")
    ids = {
        row.field: row.normalize(data[row.field])
        for row in IDENTIFIERS
        if row.is_unique and row.field in data
    }
    return Proposal(build_path(id_, data), layout.format_text(text), ids, tuple(notes))


def _suggestions(draft: Draft, catalog: Catalog, data: dict[str, Any]) -> dict[str, Any]:
    title = data.get("title", "")
    found: dict[str, Any] = {}
    if (match := _NAME.match(title)) and "name" not in data:
        found["name"] = match[1]
    for field, vocabulary in (("kind", "kinds"), ("section", "sections")):
        text = (
            draft.text if field == "section" else ""
        )  # an abstract names models and data sets of others too
        named = suggesting.terms(catalog.vocabulary(vocabulary), title, text)
        if named and field not in data:
            found[field] = named[0]
    for field in ("tasks", "modalities"):
        named = suggesting.terms(catalog.vocabulary(field), title, draft.text)
        if named and field not in data:
            found[field] = named
    return found


def _tree(data: dict[str, Any], suggested: set[str]) -> LayoutNode:
    root = build_tree({key: value for key, value in data.items() if value})
    children = root.children or []
    for child in children:
        if child.key in suggested:
            child.comments_above.append(f"# {SUGGESTED}")
    for key, comment in BLANK.items():
        if not data.get(key):
            children.append(
                LayoutNode(
                    key, scalar="", comments_above=[f"# {comment.format(folder='entries/_vocabulary')}"]
                )
            )
    return root
