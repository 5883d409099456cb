"""The numbers that entries print, one by one, each with its source and the label of its setting."""

from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result, expand_results


@dataclass(frozen=True, slots=True)
class Printed:
    """A number with the entry that prints it."""

    source: Entry
    result: Result


def printed_by(entry: Entry, catalog: Catalog) -> list[Printed]:
    """Every number that `entry` prints, as printed; a setting is what a reader sees for it."""
    return catalog.make_once(_printed_by, entry)


def _printed_by(entry: Entry, catalog: Catalog) -> list[Printed]:
    return [Printed(entry, _with_label(result, catalog)) for result in expand_results(entry)]


def _with_label(result: Result, catalog: Catalog) -> Result:
    if not result.setting:
        return result
    return result.model_copy(update={"setting": catalog.setting_label(result.benchmark, result.setting)})
