"""A wording file with errors: each is reported at its place."""

from pathlib import Path

import pytest

from generator.catalog.load_vocabularies import load_vocabularies
from generator.checking.rules.text_hygiene import find_text_error
from generator.entry.wording import Wording
from generator.yamlfiles import reading


def load(root: Path, **files: str) -> tuple[Wording, list[str]]:
    """Return the wording and the problems of vocabulary files."""
    folder = root / "entries" / "_vocabulary"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    _, wording, problems = load_vocabularies(
        root, folder, lambda path: reading.read_document(root / path, path), find_text_error
    )
    return wording, [str(problem).removeprefix("entries/_vocabulary/") for problem in problems]


def test_a_better_word_may_stand_alone_or_in_a_list(tmp_path: Path) -> None:
    wording, problems = load(tmp_path, wording="avoid: {colour: color, film: [slide, video]}\n")
    assert wording.avoid == {"colour": ["color"], "film": ["slide", "video"]}
    assert problems == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- colour\n", "1:1: error: this must be a mapping `{key: value}`, not a list [wrong-type]"),
        (
            "avoid: [colour]\n",
            "1:8: error: `avoid` must be a mapping `{key: value}`, not a list [wrong-type]",
        ),
        ("avoided: {}\n", "1:1: error: unknown key `avoided`: did you mean `avoid`? [unknown-key]"),
        ("avoid: {colour: 3}\n", "1:17: error: `colour` must be a list `[…]`, not the number 3 [wrong-type]"),
        ("avoid: {colour: []}\n", "1:17: error: `colour` is empty: fill it in, or delete it [bounds]"),
        (
            "praise: [new?]\n",
            "1:10: error: `new?` is not a word or a phrase: letters, digits, spaces and hyphens [wording]",
        ),
        (
            "avoid: {hue: colour, colour: color}\n",
            "1:14: error: `colour` is a word to avoid: write `color` [wording]",
        ),
        (
            "avoid: {hue: tone, hue: tint}\n",
            "1:20: error: the key `hue` is here twice: keep one of the two [duplicate-key]",
        ),
        (
            "measured_tasks: [sorting]\n",
            "1:18: error: `sorting` is not a term of tasks: write its slug, or delete it [wording]",
        ),
    ],
)
def test_an_error_is_reported_at_its_place(text: str, message: str, tmp_path: Path) -> None:
    assert load(tmp_path, wording=text, tasks="[]\n")[1] == [f"wording.yaml:{message}"]


def test_labels_and_descriptions_of_terms_use_the_same_words(tmp_path: Path) -> None:
    wording = "avoid: {colour: color}\n"
    tasks = "- {slug: colouring, label: Colour grading, aliases: [colour], description: In colour.}\n"
    venues = "- {slug: ct, label: Colour Today}\n"
    assert load(tmp_path, wording=wording, tasks=tasks, venues=venues)[1] == [
        "tasks.yaml:1:28: warning: `Colour` is a word to avoid: write `color` [wording]",
        "tasks.yaml:1:76: warning: `colour` is a word to avoid: write `color` [wording]",
    ]
