"""The address of the form that reports an error, filled in with what the reader sees."""

from collections.abc import Sequence
from urllib.parse import urlencode

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.settings import Settings

_FORM = "report-problem.yml"


def make_report_address(entry: Entry, settings: Settings, number: str = "") -> str:
    """Return the address of the form for `entry`, or for numbers that it prints.

    It is empty where the list has no repository.
    """
    if not settings.repo_url:
        return ""
    fields = {"template": _FORM, "title": f"Problem: {entry.label}", "entry": entry.id, "number": number}
    return f"{settings.repo_url}/issues/new?{urlencode({key: text for key, text in fields.items() if text})}"


def describe_numbers(results: Sequence[Result], catalog: Catalog) -> str:
    """Describe the numbers of a row as pages show them.

    Example: `MedCLIP, VQA-RAD, closed: Accuracy 84.9, F1 80 (Table 4)`.
    """
    first = results[0]
    model, benchmark = catalog.work_label(first.model), catalog.work_label(first.benchmark)
    what = ", ".join(filter(None, (model, first.variant, benchmark, first.setting)))
    values = ", ".join(f"{catalog.label('metrics', result.metric)} {result.text}" for result in results)
    places = "; ".join(dict.fromkeys(result.where for result in results if result.where))
    return f"{what}: {values}" + (f" ({places})" if places else "")
