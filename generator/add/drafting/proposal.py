"""Make the file of a new entry from a draft: its facts, suggested terms, and TODO comments for the rest."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.add.draft import Draft
from generator.add.drafting import suggesting
from generator.add.drafting.venues import describe_other_venue, read_venue
from generator.catalog.catalog import Catalog
from generator.checking.rules.summaries import MAX_LENGTH, MIN_LENGTH
from generator.checking.rules.volumes import VOLUME_FIELDS
from generator.entry import layout
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.layout.tree import LayoutNode, build_tree
from generator.entry.naming import build_path, propose_id
from generator.learning.examples import SINGLE
from generator.text import slugify

BLANK_COMMENTS = {
    "title": "TODO: the title, as it is printed",
    "kind": "TODO: what it mainly is, a term of {folder}/kinds.yaml",
    "section": "TODO: its one place in the list, a term of {folder}/sections.yaml",
    "summary": f"TODO: one plain sentence of {MIN_LENGTH} to {MAX_LENGTH} characters, in your own words",
}
"""The keys that a person must write, and the comment above each; `check` refuses their empty values."""

_NAME = re.compile(r"(?=\S*[A-Z]\S*[A-Z0-9])(\S{2,30}): ")
"""Where a title begins with one word in capitals and a colon, that word is the name of the work."""

NAME_COMMENT = "suggested from the title: check it"

SUGGESTION_COMMENT = "suggested from similar entries, check it: {}"


_RENAME = (
    "the file is called `{id_}`, as there are no names or no title in Latin letters: rename it to last name, "
    "year and first word of the title, such as `lind2024report`; its name never changes later"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file to write, and notes for the person who writes it."""

    path: str
    text: str
    identifiers: Mapping[str, str]
    """The identifiers that only one work has, by field."""
    notes: tuple[str, ...]
    title: str = ""


def propose_entry(draft: Draft, catalog: Catalog, taken: set[str], today: str) -> Proposal:
    """Make the file of `draft`, with an id that is not in `taken`."""
    data = {**draft.data, "added": today}
    venue, venue_notes = read_venue(draft, catalog)
    notes = [*draft.notes, *venue_notes]
    if venue:
        notes += describe_other_venue(data.setdefault("venue", venue), venue)
    if "venue" not in data:
        data = {key: value for key, value in data.items() if key not in VOLUME_FIELDS}
    suggestions, comments = _suggest(draft, catalog, data)
    id_ = propose_id(data, taken)
    text = layout.format_tree(_build_tree(data | suggestions, comments))
    if not data.get("title") or not _has_latin_names(data):
        notes.append(_RENAME.format(id_=id_))
    ids = {
        row.field: row.normalize(data[row.field])
        for row in IDENTIFIERS
        if row.is_unique and row.field in data
    }
    return Proposal(build_path(id_, data), layout.format_text(text), ids, tuple(notes), data.get("title", ""))


def _has_latin_names(data: Mapping[str, Any]) -> bool:
    """Whether an id can be made of the authors or the title: of another script little or nothing is left."""
    authors, title = data.get("authors", ()), data["title"]
    return any(map(slugify, authors)) or len(slugify(title)) > len(title) / 2


def _suggest(draft: Draft, catalog: Catalog, data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what is filled in, and the comment above each field of which something is suggested."""
    title = data.get("title", "")
    filled: dict[str, Any] = {}
    comments: dict[str, str] = {}
    if (match := _NAME.match(title)) and "name" not in data:
        filled["name"] = match[1]
        comments["name"] = NAME_COMMENT
    for field, candidates in suggesting.suggest_terms(catalog, title, draft.text).items():
        if not candidates or field in data:
            continue
        comments[field] = SUGGESTION_COMMENT.format(suggesting.describe(field, candidates))
        if sure := suggesting.take_sure(field, candidates):
            filled[field] = sure[0] if field in SINGLE else sure
    return filled, comments


def _build_tree(data: dict[str, Any], comments: dict[str, str]) -> LayoutNode:
    root = build_tree({key: value for key, value in data.items() if value})
    children = root.children or []
    for key, comment in BLANK_COMMENTS.items():
        if not data.get(key):
            todo = f"# {comment.format(folder='entries/_vocabulary')}"
            children.append(LayoutNode(key, scalar="", comments_above=[todo]))
    written = {child.key: child for child in children}
    for key, comment in comments.items():
        if key in written:
            written[key].comments_above.append(f"# {comment}")
        else:  # a field that is not written has its comment at the section, beside which it would be
            written["section"].comments_above.append(f"# {key}, {comment}")
    return root
