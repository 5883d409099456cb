"""The reference of keys in CONTRIBUTING is what the model says."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.checking.check import check
from generator.entry.model import Entry
from tests.field_reference import field_reference
from tests.paths import PROJECT

CONTRIBUTING = PROJECT / ".github" / "CONTRIBUTING.md"
START, END = "<!-- keys -->\n", "<!-- /keys -->"


def test_the_guide_lists_every_key(golden: Callable[[Path, str], None]) -> None:
    text = CONTRIBUTING.read_text("utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    assert rest
    assert after
    golden(CONTRIBUTING, f"{before}{START}{field_reference()}{END}{after}")


def test_every_key_says_what_stands_there() -> None:
    rows = [line.strip("|").split(" | ") for line in field_reference().splitlines()[2:]]
    assert all(len(row) == 3 and all(cell.strip() for cell in row) for row in rows)
    keys = [row[0].strip(" *`") for row in rows]
    assert [key for key in keys if "." not in key] == [name for name in Entry.model_fields if name != "id"]
    assert {"venue.name", "links.demo", "results.rows.values", "results.columns.metric", "news.url"} <= set(
        keys
    )


def test_the_worked_example_passes_the_check(tmp_path: Path) -> None:
    text = CONTRIBUTING.read_text("utf-8")
    found = re.search(r"as `(entries/\S+)`:\n\n```yaml\n(.+?)```", text, re.DOTALL)
    assert found
    shutil.copytree(PROJECT / "entries", tmp_path / "entries")
    (tmp_path / found[1]).write_text(found[2], "utf-8")
    assert check(tmp_path, [found[1]]).problems == []
