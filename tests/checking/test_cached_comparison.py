"""Entries are compared again only where a change may have another outcome."""

from pathlib import Path

import pytest

from generator.checking.cache import CACHE_FILE
from generator.checking.check import check
from tests.checking.aging import ENTRY, age


def test_entries_are_compared_again_only_after_a_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    double = root / "entries" / "2022" / "filmkit-2.yaml"
    double.write_text((root / ENTRY).read_text("utf-8"), "utf-8")
    age(root)
    first = check(root).problems
    hints = check(root, with_hints=True).problems
    compared: list[object] = []

    def compare(*subject: object) -> tuple[()]:
        compared.append(subject)
        return ()

    monkeypatch.setattr("generator.checking.check.CROSS_ENTRY_RULES", [("x", compare)])
    assert check(root).problems == first
    assert check(root, [ENTRY]).problems == [problem for problem in first if problem.path == ENTRY]
    assert check(root, with_hints=True).problems == hints
    assert not compared
    double.unlink()
    assert check(root).problems == []
    assert compared


def test_an_edit_without_new_claims_costs_no_comparison(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(root)
    file = root / ENTRY
    monkeypatch.setattr("generator.checking.check.CROSS_ENTRY_RULES", [("x", lambda *_: 1 / 0)])
    file.write_text(f"# checked again\n{file.read_text('utf-8')}", "utf-8")
    assert check(root).problems == []
    assert check(root, [ENTRY]).problems == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("kind: tool", "name: Film-Kit\nkind: tool"), ("kind: tool", "aliases: [A Kit]\nkind: tool")],
)
def test_an_edit_with_new_claims_costs_one(root: Path, old: str, new: str) -> None:
    check(root)
    file = root / ENTRY
    text = file.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("name:", "aliases:"))]
    file.write_text("\n".join(lines).replace(old, new) + "\n", "utf-8")
    found = check(root).problems
    (root / CACHE_FILE).unlink()
    assert check(root).problems == found


def test_a_file_with_findings_is_compared_again(root: Path) -> None:
    """Its claims do not say where the findings are, and which comment silences one."""
    double = root / "entries" / "2022" / "filmkit-2.yaml"
    text = (root / ENTRY).read_text("utf-8")
    double.write_text(text, "utf-8")
    before = [problem.line for problem in check(root).problems if problem.path.endswith("filmkit-2.yaml")]
    double.write_text(f"# one more line\n{text}", "utf-8")
    after = [problem.line for problem in check(root).problems if problem.path.endswith("filmkit-2.yaml")]
    assert before
    assert after == [line + 1 for line in before]
