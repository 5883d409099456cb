"""How problems are shown and sorted."""

from generator.problems import Problem, Severity, has_errors

ERROR = Problem("entries/2024/a.yaml", 3, 7, "term", "no such term")
WARNING = Problem("entries/2024/a.yaml", 1, 1, "near-duplicate", "like another", Severity.WARNING)


def test_a_problem_is_one_line_that_an_editor_can_jump_to() -> None:
    assert str(ERROR) == "entries/2024/a.yaml:3:7: error: no such term [term]"
    assert str(WARNING) == "entries/2024/a.yaml:1:1: warning: like another [near-duplicate]"


def test_problems_are_sorted_by_place() -> None:
    later = Problem("entries/2024/b.yaml", 1, 1, "term", "no such term")
    tenth = Problem("entries/2024/a.yaml", 10, 1, "term", "no such term")
    assert sorted([later, tenth, ERROR, WARNING]) == [WARNING, ERROR, tenth, later]


def test_warnings_are_not_errors() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


def test_neither_a_file_nor_its_name_can_hide_a_message() -> None:
    odd = Problem("entries/a\n\u202eb.yaml", 1, 1, "term", "no \x1bterm")
    assert str(odd) == "entries/a\ufffd\ufffdb.yaml:1:1: error: no \ufffdterm [term]"
