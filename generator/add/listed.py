"""Find the entry that lists a work or a repository already."""

from typing import Any

from generator.catalog.catalog import Catalog
from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.links.compare.titles import TitleLikeness, compare_titles
from generator.links.gathering.recognize import recognize
from generator.links.providers.github import NAME as GITHUB
from generator.text import normalize_name


def describe_duplicate(data: dict[str, Any], catalog: Catalog) -> str | None:
    """A sentence that names the entry with the same identifier or title as `data`; None if there is none."""
    title = data.get("title", "")
    by_identifier = catalog.index(_index_by_identifier)
    for row in IDENTIFIERS:
        id_ = data.get(row.field, "")
        if listed := by_identifier.get((row.field, row.normalize(id_))):
            doubt = _describe_other_title(title, catalog.entries[listed])
            return f"the {row.name} `{id_}` is listed already: {catalog.paths[listed]}{doubt}"
    if listed := catalog.index(_index_by_title).get(normalize_name(title)):
        return f"the title “{title}” is listed already: {catalog.paths[listed]}"
    return None


def _describe_other_title(title: str, entry: Entry) -> str:
    """Say that the identifier may be another work's, where the titles differ."""
    names = filter(None, (entry.title, entry.name, *entry.aliases))
    if not title or any(compare_titles(title, name) is not TitleLikeness.OTHER for name in names):
        return ""
    return f", “{entry.title}”; if “{title}” is another paper, correct its identifier"


def describe_listed_code(repository: str, catalog: Catalog) -> str | None:
    """A sentence that names the entry with its code in `repository`, such as `owner/name`; else None."""
    name = _normalize_repository(repository)
    listed = catalog.index(_index_by_repository).get(name)
    if not listed:
        return None
    return (
        f"the repository `{name}` is listed already, as the code of {catalog.paths[listed]}; "
        "to add another paper of it, name that paper"
    )


def _index_by_repository(catalog: Catalog) -> dict[str, str]:
    """The id of the entry that has a repository of GitHub as its code."""
    found: dict[str, str] = {}
    for entry in catalog:
        for url in entry.links.code:
            target = recognize(url)
            if target.service == GITHUB:
                found.setdefault(_normalize_repository(target.id), entry.id)
    return found


def _normalize_repository(id_: str) -> str:
    return "/".join(id_.lower().split("/")[:2])


def _index_by_identifier(catalog: Catalog) -> dict[tuple[str, str], str]:
    """The id of the entry that has an identifier which only one entry may have."""
    found: dict[tuple[str, str], str] = {}
    for entry in catalog:
        for row, id_ in entry.identifiers:
            if row.is_unique:
                found.setdefault((row.field, row.normalize(id_)), entry.id)
    return found


def _index_by_title(catalog: Catalog) -> dict[str, str]:
    """The id of the entry that has a title or an alias, by its normalized form."""
    found: dict[str, str] = {}
    for entry in catalog:
        for title in filter(None, map(normalize_name, (entry.title, *entry.aliases))):
            found.setdefault(title, entry.id)
    return found
