"""The reference of keys in CONTRIBUTING is what the model says."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.checking.check import check
from generator.checking.load import load
from generator.entry.layout import canonical
from generator.entry.model import Entry
from generator.entry.results import expand
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
    assert {"venue.name", "links.demo", "news.url"} <= set(keys)
    assert {"results.metric", "results.columns.metric", "results.rows.values"} <= set(keys)


def test_the_worked_example_passes_the_check_with_the_results_below_it(tmp_path: Path) -> None:
    text = CONTRIBUTING.read_text("utf-8")
    found = re.search(r"as `(entries/\S+)`:\n\n```yaml\n(.+?)```", text, re.DOTALL)
    results = re.search(r"```yaml\n(results:\n.+?)```", text, re.DOTALL)
    assert found
    assert results
    shutil.copytree(PROJECT / "entries", tmp_path / "entries")
    for more in ("", results[1]):
        (tmp_path / found[1]).write_text(canonical(found[2] + more), "utf-8")
        assert check(tmp_path, [found[1]]).problems == []
    assert canonical(results[1]) == results[1]
    assert len(list(expand(load(tmp_path).catalog.entries[Path(found[1]).stem]))) == 6
