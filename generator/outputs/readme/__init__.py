"""README.md, the list as GitHub shows it, with a line for each core work; and `lists/`, which show more."""

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term
from generator.outputs.readme.front_page import README, FrontPage
from generator.outputs.readme.lists import render_list_files
from generator.outputs.readme.part_writer import PartWriter
from generator.outputs.readme.parts import ReadmePart
from generator.settings import Settings
from generator.views.order import list_newest_first, sort_by_title
from generator.views.scopes import OTHER_SCOPES, SCOPE_LABELS, keep_core
from generator.views.sections import Section, list_other_sections, list_sections
from generator.views.tabled import find_card

LISTS = "lists"


def render_readme_files(catalog: Catalog, settings: Settings, root: Path) -> dict[str, str]:
    """Render README.md and its lists: of each section, of the tables, and of the other scopes."""
    writer = PartWriter(catalog, settings, root)
    sections = [_make_part(section, section.term.slug) for section in list_sections(catalog)]
    tables = list(_list_tables(catalog, writer))
    others = list(_list_other_parts(catalog, {part.file for part in sections}))
    front = FrontPage(catalog, settings, writer, tables, others)
    above = (settings.name, f"../{README}")
    parts = [*sections, *tables, *others]
    return {README: front.render(sections)} | dict(
        file for part in parts for file in render_list_files(part, writer, above)
    )


def _make_part(section: Section, name: str) -> ReadmePart:
    return ReadmePart(section.term.label, _make_path(name), tuple(section.all_entries()), section=section)


def _make_path(name: str) -> str:
    return f"{LISTS}/{name}.md"


def _list_tables(catalog: Catalog, writer: PartWriter) -> Iterator[ReadmePart]:
    """List the tables that have rows; their files cannot clash with that of a section named `datasets`."""
    core = keep_core(list_newest_first(catalog), catalog)
    entries = {
        "models": [entry for entry in core if entry.model],
        "datasets": sort_by_title(entry for entry in core if find_card(entry, catalog) == "dataset"),
    }
    for name, found in entries.items():
        if found:
            yield ReadmePart(writer.table_label(name), _make_path(f"table-{name}"), tuple(found), table=name)


def _list_other_parts(catalog: Catalog, taken: Collection[str]) -> Iterator[ReadmePart]:
    """List for each scope but core, if it has entries, the part with all of them; no file is `taken`."""
    found = list_other_sections(catalog)
    for scope in OTHER_SCOPES:
        sections = tuple(section for section in found if section.scope == scope)
        if sections:
            whole = Section(Term(slug=scope, label=SCOPE_LABELS[scope]), (), sections, scope)
            name = f"{scope}-work" if _make_path(scope) in taken else scope
            yield _make_part(sections[0] if len(sections) == 1 else whole, name)
