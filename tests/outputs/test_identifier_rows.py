"""The scripts of the site get the table of identifiers as data, equal to that of the generator."""

import json
from collections.abc import Callable
from pathlib import Path

from generator.entry.identifiers import IDENTIFIERS
from generator.entry.model import Entry
from generator.outputs.identifier_rows import list_identifier_rows
from tests.paths import DATA


def test_the_tests_of_the_scripts_have_the_rows_of_the_table(golden: Callable[[Path, str], None]) -> None:
    golden(DATA / "identifiers.json", json.dumps(list_identifier_rows(), indent=1, ensure_ascii=False) + "\n")


def test_every_row_is_a_field_of_an_entry_in_the_same_order() -> None:
    fields = [name for name in Entry.model_fields if name in {row.field for row in IDENTIFIERS}]
    assert fields == [row.field for row in IDENTIFIERS]
