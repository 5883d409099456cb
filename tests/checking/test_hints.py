"""Hints: shown only on request, never an error, and silenced by a comment."""

from pathlib import Path

import pytest

from generator.checking.check import check
from generator.cli import OK, main
from generator.entry.layout import format_text

ENTRY = """title: A study of nothing at all
kind: {kind}
doi: 10.9999/nothing
summary: >-
  Pairs made-up films of hands with invented reports, and measures what is found again on a CT and on
  two CTs.{comment}
section: adjacent
tasks: [vqa]
uses: {{evaluated_on: [{data}]}}
note: {note}
added: 2024-06-05
"""


def find_hints(
    root: Path, *, kind: str = "study", comment: str = "", data: str = "AskFilm", note: str = "Nothing."
) -> list[str]:
    path = root / "entries" / "2024" / "hint2024.yaml"
    text = ENTRY.format(kind=kind, comment=comment, data=data, note=note)
    path.write_text(format_text(text), "utf-8")
    problems = check(root, [path.relative_to(root).as_posix()], with_hints=True).problems
    return [str(problem).removeprefix("entries/2024/hint2024.yaml:") for problem in problems]


HAND = (
    "5:26: hint: `hands` is here, but `hand` is not in `anatomy`: add it there, "
    "or write the comment `# no hint: anatomy hand` [unlisted-term]"
)
CT = (
    "5:93: hint: `CT` is here, but `ct` is not in `modalities`: add it there, "
    "or write the comment `# no hint: modalities ct` [unlisted-term]"
)
VQA = (
    "9:22: hint: no dataset here has the task `vqa`: add the one that measures it "
    "(or the task to its entry), or write the comment `# no hint: evaluated_on vqa` [unmeasured-task]"
)


def test_a_term_that_the_facet_lacks(root: Path) -> None:
    assert find_hints(root) == [HAND, CT]


def test_a_comment_silences_a_hint(root: Path) -> None:
    silenced = "\n# no hint: anatomy hand (none is shown), modalities ct"
    assert find_hints(root, comment=silenced, data="Tiny Films") == [VQA.replace("9:", "10:")]
    assert find_hints(root, comment="\n# no hint: anatomy hand", data="AskFilm") == [CT]


def test_names_quotations_and_other_spellings_give_no_hint(root: Path) -> None:
    quiet = 'The reports of "Chest films", the Chest Atlas, CT-7, ct and evaluation.'
    assert find_hints(root, note=quiet) == [HAND, CT]


def test_a_task_without_a_dataset_that_measures_it(root: Path) -> None:
    assert find_hints(root, data="Tiny Films") == [HAND, CT, VQA]


@pytest.mark.parametrize(("kind", "data"), [("study", "Tiny Films, a plain name"), ("dataset", "Tiny Films")])
def test_no_hint_for_plain_names_and_for_datasets(kind: str, data: str, root: Path) -> None:
    assert find_hints(root, kind=kind, data=data) == [HAND, CT]


UNNAMED = "no core entry names this adjacent work, in `uses`, `base` or results: does it belong here?"


def test_adjacent_work_that_no_core_entry_names(root: Path) -> None:
    core = root / "entries" / "2021" / "muster2021wrong.yaml"
    assert UNNAMED not in [problem.message for problem in check(root, with_hints=True).problems]
    core.write_text(core.read_text("utf-8").replace("WordPix-R", "Another Set"), "utf-8")
    assert UNNAMED in [problem.message for problem in check(root, with_hints=True).problems]


def test_hints_are_shown_on_request_only(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    find_hints(root)
    path = str(root / "entries" / "2024" / "hint2024.yaml")
    for options, shown in ([], "0 errors, 0 warnings\n"), (["--hints"], "0 errors, 0 warnings, 2 hints\n"):
        assert main(["--root", str(root), "check", "--format", "text", *options, path]) == OK
        assert capsys.readouterr().out.endswith(shown)
    assert main(["--root", str(root), "check", "--format", "github", "--hints", path]) == OK
    assert capsys.readouterr().out.startswith("::notice file=entries/2024/hint2024.yaml,line=5,col=26,")
