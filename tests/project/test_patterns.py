"""No regular expression explodes: none reads a loop in two ways, and no text that it reads is long."""

import re

import pytest

from generator.add.issue_form.answers import MAX_ANSWER, MAX_TEXT, read_answers
from generator.links.gathering.recognize import recognize
from generator.links.providers.doi import SERVICE as DOI
from generator.yamlfiles.reading import MAX_TEXT_LENGTH, parse_document
from tests.project.ambiguity import is_ambiguous
from tests.project.patterns import list_python_patterns, list_script_patterns


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+$", r"(a*)*b", r"(a|ab?b?)+c", r"(?:\.full\.pdf|\.full|\.pdf)+$", r"(x+x+)+y", r"(\d{1,3},?)+$"],
)
def test_the_detector_finds_what_explodes(pattern: str) -> None:
    assert is_ambiguous(pattern)


@pytest.mark.parametrize(
    "pattern", [r"(a+b)+$", r"\s+$", r"(?:\d{4})+", r"(?:[^{}]|\{[^{}]*\})*", r"(?:ab?)+"]
)
def test_the_detector_lets_others_pass(pattern: str) -> None:
    assert not is_ambiguous(pattern)


def test_no_pattern_of_the_generator_explodes() -> None:
    patterns = sorted({*list_python_patterns()})
    assert len(patterns) > 200
    plain = [(place, pattern.replace(r"\z", r"\Z"), flags) for place, pattern, flags in patterns]
    assert [place for place, pattern, flags in plain if is_ambiguous(pattern, flags)] == []


def test_no_pattern_of_the_scripts_explodes() -> None:
    patterns = sorted({*list_script_patterns()})
    assert len(patterns) > 50
    assert [place for place, pattern, flags in patterns if is_ambiguous(pattern, flags)] == []


def test_no_value_of_a_yaml_file_is_longer_than_its_rules_can_read() -> None:
    document = parse_document(f"title: {'a' * (MAX_TEXT_LENGTH + 1)}\n".encode(), "entries/2024/a.yaml")
    message = f"error: a text of more than {MAX_TEXT_LENGTH:,} characters: shorten it [text-size]"
    assert [str(problem) for problem in document.problems] == [f"entries/2024/a.yaml:1:8: {message}"]
    assert document.data is None


def test_an_answer_of_an_issue_is_cut_before_it_is_read() -> None:
    answers = read_answers(f"### Title\n\n{'a' * 10_000}\n\n### Authors\n\n{'b ' * MAX_TEXT}")
    assert len(answers["Title"]) == MAX_ANSWER
    assert len(answers["Authors"]) == MAX_ANSWER


@pytest.mark.parametrize("count", [10, 40, 10_000])
def test_views_after_a_doi_are_cut_one_by_one(count: int) -> None:
    address = f"https://link.springer.com/article/10.1234/x{'.full.pdf' * count}x"
    assert recognize(address).service in (DOI.name, "web")
    assert re.fullmatch("10.1234/x", recognize(address[:-1]).id) or count > 200
