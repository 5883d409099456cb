"""What a change does to one entry, and to the terms of one vocabulary."""

from pathlib import Path
from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.folder import get_entry_id
from generator.entry.model import Entry
from generator.entry.references import find_mentions
from generator.files.changes import PathChange, read_at
from generator.files.project import ProjectFileError, read_inside
from generator.outputs.readme.entry_lines import build_entry_line
from generator.publish.review.data import MAX_ITEMS, MAX_TEXT, EntryChange, Preview, VocabularyChange
from generator.settings import Settings, load_settings
from generator.text import normalize_name
from generator.yamlfiles.reading import parse_document


def describe_entry(root: Path, base: str, change: PathChange, catalog: Catalog) -> EntryChange:
    """Describe what `change` does to an entry of `catalog`, compared with the commit `base`."""
    id_ = get_entry_id(change.path)
    is_here = catalog.paths.get(id_) == change.path and id_ in catalog.entries
    entry = catalog.entries[id_] if is_here else None
    old = _read_old_data(root, base, change.old_path) if change.kind in ("deleted", "renamed") else {}
    return EntryChange(
        path=change.path,
        old_path=change.old_path,
        kind=change.kind,
        label=(entry.label if entry else str(old.get("name") or old.get("title") or id_))[:MAX_TEXT],
        section=_describe_section(entry, catalog) if entry else "",
        preview=_make_preview(entry, catalog, load_settings(root)) if entry else None,
        named_by=_count_mentions(old, get_entry_id(change.old_path), catalog) if old else 0,
        loses_id=change.kind == "renamed" and _loses_id(get_entry_id(change.old_path), id_, entry),
    )


def _loses_id(old_id: str, id_: str, entry: Entry | None) -> bool:
    return old_id != id_ and not (entry and old_id in entry.formerly)


def _read_old_data(root: Path, base: str, path: str) -> dict[str, Any]:
    data = parse_document(read_at(root, base, path).encode(), path).data
    return data if isinstance(data, dict) else {}


def _count_mentions(old: dict[str, Any], id_: str, catalog: Catalog) -> int:
    """Count the entries that name the work of the `old` file, and no entry that is here now."""
    aliases = old.get("aliases")
    known = [old.get("name"), *(aliases if isinstance(aliases, list) else [])]
    names = {normalize_name(name) for name in known if isinstance(name, str)} - {""}

    def is_meant(text: str) -> bool:
        return (text == id_ or normalize_name(text) in names) and catalog.find_id(text) is None

    return sum(
        any(is_meant(mention.text) for mention in find_mentions(catalog.get_source_entry(other)))
        for other in catalog.entries
    )


def _make_preview(entry: Entry, catalog: Catalog, settings: Settings) -> Preview:
    line = build_entry_line(entry, catalog, settings)
    return Preview(
        title=line.title[:MAX_TEXT],
        url=line.url if line.url.startswith(("http://", "https://")) else "",
        name=line.name[:MAX_TEXT],
        status=line.status,
        highlight=line.highlight,
        summary=line.summary[:MAX_TEXT],
        authors=line.authors[:MAX_TEXT],
        when=line.when[:MAX_TEXT],
        links=[link for link in line.links if link[1].startswith(("http://", "https://"))][:50],
    )


def _describe_section(entry: Entry, catalog: Catalog) -> str:
    labels = [term.label for term in catalog.vocabulary("sections").path(entry.section)]
    return (" › ".join(labels) or entry.section)[:MAX_TEXT]


def compare_terms(root: Path, base: str, change: PathChange) -> VocabularyChange:
    """Compare the terms of a vocabulary with those of the commit `base`."""
    old = _read_terms(read_at(root, base, change.old_path), change.path)
    try:
        new = _read_terms((read_inside(root, change.path) or b"").decode("utf-8", "replace"), change.path)
    except ProjectFileError:  # `check` reports it
        new = {}
    return VocabularyChange(
        path=change.path,
        added=sorted(new.keys() - old.keys())[:MAX_ITEMS],
        removed=sorted(old.keys() - new.keys())[:MAX_ITEMS],
        changed=sorted(name for name in old.keys() & new.keys() if old[name] != new[name])[:MAX_ITEMS],
    )


def _read_terms(text: str, path: str) -> dict[str, Any]:
    """The terms of a vocabulary by slug; the keys of another mapping, such as the wording."""
    data = parse_document(text.encode(), path).data
    if isinstance(data, dict):
        return {str(key)[:MAX_TEXT]: value for key, value in data.items()}
    rows = data if isinstance(data, list) else []
    return {str(row.get("slug") or row.get("label"))[:MAX_TEXT]: row for row in rows if isinstance(row, dict)}
