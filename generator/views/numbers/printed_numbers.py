"""List the numbers that entries print, each with its source and the label of its setting."""

from dataclasses import dataclass

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result, expand_results


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number, and the entry of the work that prints it."""

    source: Entry
    result: Result


def find_model_date(number: PrintedNumber, catalog: Catalog) -> str:
    """Find the date of the model; empty where it is not known. Authors report their own models."""
    model = catalog.entries.get(number.result.model) or (number.source if number.result.own else None)
    return (model and model.date) or ""


def list_printed_numbers(entry: Entry, catalog: Catalog) -> list[PrintedNumber]:
    """List every number that `entry` prints, as printed; a setting is replaced by its label."""
    return catalog.make_once(_list_printed_by, entry)


def _list_printed_by(entry: Entry, catalog: Catalog) -> list[PrintedNumber]:
    return [PrintedNumber(entry, _add_label(result, catalog)) for result in expand_results(entry)]


def _add_label(result: Result, catalog: Catalog) -> Result:
    if not result.setting:
        return result
    return result.model_copy(update={"setting": catalog.setting_label(result.benchmark, result.setting)})
