"""What cannot be read of a vocabulary is reported once and first, not again for each entry that uses it."""

from pathlib import Path

import pytest

from generator.checking.check import check

VOCABULARIES = "entries/_vocabulary"


def errors(root: Path, *paths: str) -> list[str]:
    return [str(problem) for problem in check(root, paths, with_hints=True).problems]


def test_a_vocabulary_that_is_not_yaml_is_the_only_problem(root: Path) -> None:
    for name in ("tasks", "kinds", "sections", "metrics", "initialed_authors", "wording"):
        file = root / VOCABULARIES / f"{name}.yaml"
        text = file.read_text("utf-8") if file.exists() else ""
        file.write_text(f"{text}- {{\n", "utf-8")
        (problem,) = errors(root)
        assert problem.startswith(f"{VOCABULARIES}/{name}.yaml:")
        assert problem.endswith("[yaml-syntax]")
        file.write_text(text, "utf-8")
        if not text:
            file.unlink()


def test_an_invalid_term_is_the_only_problem(root: Path) -> None:
    file = root / VOCABULARIES / "kinds.yaml"
    file.write_text(file.read_text("utf-8").replace("label: ", "lable: "), "utf-8")
    assert {problem.partition(":")[0] for problem in errors(root)} == {f"{VOCABULARIES}/kinds.yaml"}


def test_a_misnamed_vocabulary_is_the_only_problem(root: Path) -> None:
    (root / VOCABULARIES / "tasks.yaml").rename(root / VOCABULARIES / "task.yaml")
    (problem,) = errors(root)
    assert "`task.yaml` is not a vocabulary: did you mean `tasks.yaml`?" in problem


def test_a_link_in_place_of_the_folder_is_the_only_problem(root: Path) -> None:
    (root / VOCABULARIES).rename(root / "outside")
    (root / VOCABULARIES).symlink_to("../outside")
    (problem,) = errors(root)
    assert problem.startswith(f"{VOCABULARIES}:1:1: error: a link: links are not followed")
    (root / "entries/2024/wrong.yaml").write_text("title: Wrong\nkind: x\n", "utf-8")
    assert not any("is not a term" in problem for problem in errors(root))
    (root / VOCABULARIES).unlink()
    (root / "outside").rename(root / VOCABULARIES)
    assert any("wrong.yaml:2:7: error: `x` is not a term" in problem for problem in errors(root))


@pytest.mark.parametrize("paths", [(), ("entries/2024/aaa.yaml",)])
def test_it_comes_first_and_also_where_other_paths_are_asked_for(root: Path, paths: tuple[str, ...]) -> None:
    (root / "entries/2024/aaa.yaml").write_text("title: A\n", "utf-8")
    (root / VOCABULARIES / "tasks.yaml").write_text("a: b", "utf-8")
    first, *others = errors(root, *paths)
    assert first.startswith(f"{VOCABULARIES}/tasks.yaml:1:1: error: a vocabulary is a list of terms")
    assert {problem.partition(":")[0] for problem in others} == {"entries/2024/aaa.yaml"}


@pytest.mark.parametrize("name", ["tasks", "kinds", "sections", "metrics"])
def test_a_vocabulary_without_a_file_is_the_only_problem(root: Path, name: str) -> None:
    file = root / VOCABULARIES / f"{name}.yaml"
    text = file.read_text("utf-8")
    file.unlink()
    for paths in ((), ("entries/undated/tiny-films.yaml",)):
        (problem,) = errors(root, *paths)
        assert problem.startswith(f"{VOCABULARIES}/{name}.yaml:1:1: error: the file is missing, but ")
        assert problem.endswith(" files need its terms: restore it [vocabulary]")
    file.write_text(text, "utf-8")
    assert errors(root) == []
