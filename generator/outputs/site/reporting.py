"""The address of the form that reports an error, filled in with what the reader sees."""

from urllib.parse import urlencode

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.entry.results import Result
from generator.settings import Settings

_FORM = "report-problem.yml"


def make_report_address(entry: Entry, settings: Settings, number: str = "") -> str:
    """Return the address of the form for `entry`, or for a number that it prints.

    It is empty where the list has no repository.
    """
    if not settings.repo_url:
        return ""
    fields = {"template": _FORM, "title": f"Problem: {entry.label}", "entry": entry.id, "number": number}
    return f"{settings.repo_url}/issues/new?{urlencode({key: text for key, text in fields.items() if text})}"


def describe_number(result: Result, catalog: Catalog) -> str:
    """Describe a number as pages show it: `MedCLIP, VQA-RAD, closed: Accuracy 84.9 (Table 4)`."""
    model, benchmark = catalog.work_label(result.model), catalog.work_label(result.benchmark)
    what = ", ".join(filter(None, (model, result.variant, benchmark, result.setting)))
    place = f" ({result.where})" if result.where else ""
    return f"{what}: {catalog.label('metrics', result.metric)} {result.text}{place}"
