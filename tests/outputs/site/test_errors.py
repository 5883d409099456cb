"""A list with errors makes no site, and the report of thousands stays short."""

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from generator.checking.check import check
from generator.engine.content import MAX_ERRORS, load_content


def test_of_many_errors_the_first_are_listed(root: Path) -> None:
    for name in ("kinds", "sections", "modalities"):
        file = root / f"entries/_vocabulary/{name}.yaml"
        file.write_text(file.read_text("utf-8").replace("slug: ", "slug: new-"), "utf-8")
    errors = check(root).problems
    assert len(errors) > MAX_ERRORS
    with pytest.raises(PluginError) as stopped:
        load_content(root)
    head, *listed, summary = str(stopped.value).splitlines()
    assert head == "entries with problems:"
    assert listed == [str(problem) for problem in errors[:MAX_ERRORS]]
    assert summary == f"{len(errors)} errors, of which these are the first: `medvlm check` lists all"
