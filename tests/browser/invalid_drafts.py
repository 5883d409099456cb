"""Entries with mistakes that the form of the contribute page can express."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Page

from generator.checking.load import load
from generator.outputs.site.contribute.fields import FIELD_GROUPS, FormField
from generator.yamlfiles import reading
from tests.browser.mistakes import MISTAKES, Data
from tests.paths import DATA

Open = Callable[..., Page]

FIELDS = {field.path: field for group in FIELD_GROUPS for field in group.fields}
NOT_ON_PAGE = {
    "layout",  # the page writes the file
    "byte-order-mark",  # so it has none
    "shared-name",  # a warning that needs all entries, which the page does not load
    "name-is-an-id",  # the same warning as `shared-name`
    "folder",  # the page names the file by its date
    "folder-of-another-year",
}
INVALID = sorted(file for file in (DATA / "invalid").glob("*.yaml") if file.stem not in NOT_ON_PAGE)
TODAY = "2024-06-05"


def draft_of(data: Data) -> dict[str, Any] | None:
    """The texts of the form for `data`, or None if the form cannot express it."""
    typed: dict[str, Any] = {}
    for key, value in data.items():
        if key == "added":
            continue
        parts = (
            {f"{key}.{inner}": part for inner, part in value.items()}
            if isinstance(value, dict) and key not in FIELDS
            else {key: value}
        )
        for path, part in parts.items():
            field = FIELDS.get(path)
            text = typed_text(field, part) if field else None
            if text is None:
                return None
            typed[path] = text
    return typed


def typed_text(field: FormField, value: Any) -> str | list[str] | None:
    """The text of one field, or None if it cannot express `value`."""
    if field.control in ("lines", "words", "terms"):
        if not value or not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return None
        if field.control == "terms":
            return (
                value
                if len(set(value)) == len(value) and all(is_term(field, item) for item in value)
                else None
            )
        mark = {"lines": "\n", "words": ","}[field.control]
        clean = all(item == item.strip() != "" and mark not in item for item in value)
        return mark.join(value) if clean else None
    if field.control in ("counts", "settings"):
        can_be_typed = are_counts(value) and (field.control == "counts" or are_texts(value))
        return "\n".join(f"{key}: {part}" for key, part in value.items()) if can_be_typed else None
    if field.control in ("addresses", "settings by task") and not isinstance(value, str):
        return typed_addresses(value) if field.control == "addresses" else typed_settings(value)
    if field.control == "number" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str) or value != value.strip() or not value or "\n" in value:
        return None
    return value if field.control != "term" or is_term(field, value) else None


def typed_settings(value: Any) -> str | None:
    """The lines for settings by task, or None if the form cannot express `value`."""
    clean = isinstance(value, dict) and all(isinstance(part, list) and part for part in value.values())
    return "\n".join(f"{task}: {', '.join(part)}" for task, part in value.items()) if clean else None


def typed_addresses(value: Any) -> str | None:
    """The lines for several addresses, or None if the form cannot express `value`."""
    if isinstance(value, dict):
        clean = all(label == label.strip() != "" and isinstance(url, str) for label, url in value.items())
        return "\n".join(f"{label}: {url}" for label, url in value.items()) if clean and value else None
    is_many = isinstance(value, list) and len(value) > 1 and all(isinstance(item, str) for item in value)
    return "\n".join(value) if is_many else None


def are_counts(value: Any) -> bool:
    """Whether the lines of the form can express `value`: no text that reads as a number, nothing empty."""
    return (
        bool(value)
        and isinstance(value, dict)
        and all(
            type(count) is int
            or (isinstance(count, str) and count == count.strip() != "" and not count.isdecimal())
            for count in value.values()
        )
    )


def are_texts(value: Data) -> bool:
    return all(isinstance(part, str) for part in value.values())


VOCABULARIES = load(DATA / "catalog").catalog


def is_term(field: FormField, written: str) -> bool:
    return VOCABULARIES.vocabulary(field.vocabulary).get(written) is not None


def list_examples() -> Iterator[tuple[str, Data]]:
    """Each invalid example that the form can express."""
    for name, data in MISTAKES.items():
        assert draft_of(data) is not None, name
        yield re.sub(r"\W+", "-", name.lower()).strip("-"), {**data, "added": TODAY}
    for file in INVALID:
        document = reading.parse_document(file.read_bytes(), file.name) if not file.is_symlink() else None
        data = document.data if document and not document.problems else None
        is_day = isinstance(data, dict) and re.fullmatch(r"\d{4}-\d\d-\d\d", str(data.get("added")))
        is_named_well = "[file-name]" not in file.with_suffix(".txt").read_text("utf-8")
        if is_day and is_named_well and draft_of(data) is not None:
            yield f"file-{file.stem.lower().replace('_', '-')}", data


EXAMPLES = dict(list_examples())
