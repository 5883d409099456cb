"""What services said of the entries, for the cards and the order of the browse page.

It has a file of its own, as it changes every day and the chunks of entries do not.
"""

from collections.abc import Mapping
from typing import Any

from generator.catalog.catalog import Catalog
from generator.links.remembering.link_state import LinkState
from generator.links.showing.observed_facts import ObservedFact, group_by_day, list_observed_facts
from generator.outputs.browse_files import make_browse_file

OBSERVED_SORTS = {
    "citations": "Most cited",
    "stars": "Most stars",
    "downloads": "Most downloads",
    "pushed": "Last push",
}
"""The orders by what is observed, by the name of the fact, with their labels."""


def render_observed_data(catalog: Catalog, state: LinkState) -> dict[str, str]:
    """Render the file, by its address from the root of the site; empty where nothing was observed."""
    found = _list_facts(catalog, state)
    if not found:
        return {}
    columns: dict[str, list[Any]] = {
        "id": list(found),
        "observed": [_format_lines(own) for own in found.values()],
    }
    for name in OBSERVED_SORTS:
        values = [own[name].value if name in own else None for own in found.values()]
        if any(value is not None for value in values):
            columns[name] = values
    return dict([make_browse_file("observed", columns)])


def list_observed_sorts(catalog: Catalog, state: LinkState) -> list[tuple[str, str]]:
    """List the orders for which an entry has a fact, each with its label."""
    known = {name for own in _list_facts(catalog, state).values() for name in own}
    return [(name, label) for name, label in OBSERVED_SORTS.items() if name in known]


def _list_facts(catalog: Catalog, state: LinkState) -> Mapping[str, Mapping[str, ObservedFact]]:
    """The facts of each entry that has any, by id."""
    if not state.links:
        return {}
    entries = sorted(catalog, key=lambda entry: entry.id)
    facts = {entry.id: list_observed_facts(entry, state) for entry in entries}
    return {id_: own for id_, own in facts.items() if own}


def _format_lines(facts: Mapping[str, ObservedFact]) -> list[tuple[str, str]]:
    """The facts as a card shows them, by day."""
    days = group_by_day(facts.values()).items()
    return [(day, ", ".join(fact.labeled for fact in found)) for day, found in days]
