import pytest

from generator.views.abbreviations import is_narrower


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("VQA", "Visual question answering"),
        ("RAG", "Retrieval augmentation"),
        ("US", "Ultrasound"),
        ("MR", "MRI"),
        ("NC", "Non-commercial"),
        ("any other name", "Reasoning"),
        ("Reasoner", "Planning"),
    ],
)
def test_an_abbreviation_of_the_label_and_other_names_are_not_narrower(name: str, label: str) -> None:
    assert not is_narrower(name, label)


@pytest.mark.parametrize(
    ("name", "label"),
    [("CoT", "Reasoning"), ("PEFT", "Adaptation"), ("LoRA", "Fine-tuning")],
)
def test_an_abbreviation_of_something_else_is_narrower(name: str, label: str) -> None:
    assert is_narrower(name, label)


def test_an_abbreviation_of_an_alias_that_has_all_words_of_the_label_is_not_narrower() -> None:
    assert not is_narrower("RRG", "Report generation", ["radiology report generation"])
    assert is_narrower("CoT", "Reasoning", ["chain of thought"])
