"""The numbers that entries print, by benchmark and by model; nothing is merged."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.views.numbers.printed_numbers import PrintedNumber, list_printed_numbers
from generator.views.order import sort_by_title


def list_all_numbers(catalog: Catalog) -> list[PrintedNumber]:
    """List every number of every entry, by the id of the source and then as printed."""
    return [printed for entry in catalog for printed in list_printed_numbers(entry, catalog)]


def group_by_benchmark(catalog: Catalog) -> Mapping[str, Sequence[PrintedNumber]]:
    """Group the numbers by benchmark, which is the id of an entry or a plain name."""
    return catalog.index(_index_by_benchmark)


def _index_by_benchmark(catalog: Catalog) -> dict[str, list[PrintedNumber]]:
    found: dict[str, list[PrintedNumber]] = defaultdict(list)
    for printed in list_all_numbers(catalog):
        found[printed.result.benchmark].append(printed)
    return dict(found)


def find_numbers_of_model(catalog: Catalog, id_: str) -> Sequence[PrintedNumber]:
    """Find the numbers of the model `id_`, whoever prints them."""
    return catalog.index(_index_by_model).get(id_, ())


def _index_by_model(catalog: Catalog) -> dict[str, list[PrintedNumber]]:
    found: dict[str, list[PrintedNumber]] = defaultdict(list)
    for printed in list_all_numbers(catalog):
        found[printed.result.model].append(printed)
    return dict(found)


def list_benchmarks(catalog: Catalog) -> list[Entry]:
    """List the entries on which any entry prints a number, by name."""
    return sort_by_title(
        catalog.entries[id_] for id_ in group_by_benchmark(catalog) if id_ in catalog.entries
    )
