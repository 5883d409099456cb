"""Vocabulary files with errors: each error is reported at its place, and the valid terms are loaded."""

from pathlib import Path

from generator.catalog.load_vocabularies import load_vocabularies
from generator.checking.rules.text_hygiene import find_text_error
from generator.yamlfiles import reading
from generator.yamlfiles.reading import Document


def loaded(root: Path, name: str, text: str) -> tuple[list[str], list[str]]:
    """Return the slugs and the problems of one vocabulary file."""
    folder = root / "entries" / "_vocabulary"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    vocabularies, _, problems = load_vocabularies(
        root, folder, lambda path: reading.read_document(root / path, path), find_text_error
    )
    slugs = [term.slug for vocabulary in vocabularies.values() for term in vocabulary]
    return slugs, [str(problem).removeprefix("entries/_vocabulary/") for problem in problems]


def test_invalid_terms_are_left_out(tmp_path: Path) -> None:
    text = "- {slug: a, label: A}\n- {slug: b}\n- {slug: c, label: C, desciption: x}\n- d\n"
    assert loaded(tmp_path, "tasks.yaml", text) == (
        ["a"],
        [
            "tasks.yaml:2:3: error: the key `label` is missing: it is required [missing-key]",
            "tasks.yaml:3:23: error: unknown key `desciption`: did you mean `description`? [unknown-key]",
            "tasks.yaml:4:3: error: this must be a mapping `{key: value}`, not the text `d` [wrong-type]",
        ],
    )


def test_a_name_belongs_to_one_term(tmp_path: Path) -> None:
    terms = ["{slug: a, label: A, aliases: [Alpha]}", "{slug: b, label: B, aliases: [ALPHA]}"]
    text = "".join(f"- {term}\n" for term in [*terms, "{slug: a, label: C}"])
    _, problems = loaded(tmp_path, "tasks.yaml", text)
    assert problems == [
        "tasks.yaml:2:3: error: `ALPHA` is also a name of `a`: each name belongs to one term [vocabulary]",
        "tasks.yaml:3:3: error: the slug `a` is here twice [vocabulary]",
    ]


def test_parents_are_terms_and_not_in_a_circle(tmp_path: Path) -> None:
    text = (
        "- {slug: x, label: X}\n- {slug: a, label: A, parent: b}\n- {slug: b, label: B, parent: a}\n"
        "- {slug: c, label: C, parent: d}\n"
    )
    _, problems = loaded(tmp_path, "tasks.yaml", text)
    assert problems == [
        "tasks.yaml:2:3: error: a term cannot be below itself: fix its `parent` [vocabulary]",
        "tasks.yaml:3:3: error: a term cannot be below itself: fix its `parent` [vocabulary]",
        "tasks.yaml:4:3: error: the parent `d` is not a term of this file [vocabulary]",
    ]


def test_the_address_of_a_text_is_a_web_address(tmp_path: Path) -> None:
    text = '- {slug: a, label: A, url: "ftp://a.example.org"}\n- {slug: b, label: B, url: "https://b.example.org/"}\n'
    slugs, problems = loaded(tmp_path, "licenses.yaml", text)
    assert slugs == ["b"]
    assert len(problems) == 1
    assert problems[0].startswith("licenses.yaml:1:28: error: ")
    assert problems[0].endswith(" [url]")


def test_a_label_is_not_empty(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, "tasks.yaml", '- {slug: a, label: ""}\n')
    assert problems == ["tasks.yaml:1:20: error: `label` is empty: it is required, fill it in [bounds]"]


def test_a_brace_in_the_title_of_a_volume_is_a_known_one(tmp_path: Path) -> None:
    text = "- {slug: a, label: A, proceedings: [{title: '{year} {month}'}]}\n"
    assert loaded(tmp_path, "venues.yaml", text)[1] == [
        "venues.yaml:1:45: error: `title`: a brace is only in `{year}` and `{ordinal}`: delete it"
        " [vocabulary]"
    ]


def test_a_slug_fits_in_an_address(tmp_path: Path) -> None:
    _, problems = loaded(tmp_path, "tasks.yaml", "- {slug: ../a, label: A}\n")
    assert problems == [
        "tasks.yaml:1:3: error: `../a` is not a slug: a-z, 0-9 and single hyphens [vocabulary]"
    ]


def test_a_vocabulary_is_a_list_in_a_file_with_a_known_name(tmp_path: Path) -> None:
    assert loaded(tmp_path, "tasks.yaml", "a: {label: A}")[1] == [
        "tasks.yaml:1:1: error: a vocabulary is a list of terms, such as `- {slug: …, label: …}` [wrong-type]"
    ]
    (tmp_path / "entries" / "_vocabulary" / "tasks.yaml").unlink()
    assert loaded(tmp_path, "task.yaml", "[]")[1] == [
        "task.yaml:1:1: error: `task.yaml` is not a vocabulary: did you mean `tasks.yaml`? [file-name]"
    ]
    (tmp_path / "entries" / "_vocabulary" / "task.yaml").unlink()
    (problem,) = loaded(tmp_path, "zzz.yaml", "[]")[1]
    assert "is not a vocabulary: the vocabularies are sections, kinds," in problem


def test_a_vocabulary_that_is_not_yaml(tmp_path: Path) -> None:
    slugs, problems = loaded(tmp_path, "tasks.yaml", "- {slug: a, label: A")
    assert slugs == []
    assert problems == [
        "tasks.yaml:1:3: error: the mapping `{…}` is not closed, or a comma is missing [yaml-syntax]"
    ]


def test_the_tasks_of_a_metric_are_terms_of_tasks(tmp_path: Path) -> None:
    loaded(tmp_path, "tasks.yaml", "- {slug: naming, label: Naming}\n")
    _, problems = loaded(tmp_path, "metrics.yaml", "- {slug: hits, label: Hits, tasks: [naming, Sort]}\n")
    assert problems == [
        "metrics.yaml:1:45: error: `Sort` is not a term of tasks: write its slug, or delete it [vocabulary]"
    ]


def test_every_text_of_a_term_is_clean(tmp_path: Path) -> None:
    hidden = '- {slug: b, label: B, description: "x\\0y", aliases: ["c\\u202e"]}\n'
    text = '- {slug: a, label: "A\\n\\n# B"}\n' + hidden
    assert [problem.split(" error: ")[1] for problem in loaded(tmp_path, "tasks.yaml", text)[1]] == [
        "a line break or tab in a text: write it on one line, or with `>-` [text]",
        "an invisible character (U+0000) in a text: delete it [text]",
        "an invisible character (U+202E) in a text: delete it [text]",
    ]


def test_a_long_chain_of_parents_is_an_error_and_each_term_is_looked_at_once(tmp_path: Path) -> None:
    rows = [
        "- {slug: t0, label: T0}",
        *(f"- {{slug: t{n}, label: T{n}, parent: t{n - 1}}}" for n in range(1, 1000)),
    ]
    slugs, problems = loaded(tmp_path, "tasks.yaml", "\n".join(rows))
    assert len(slugs) == 1000
    assert len(problems) == 1000 - 9
    assert "more than 8 terms are above this one: leave some out" in problems[0]


def test_a_folder_of_vocabularies_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "tasks.yaml").write_text("- {slug: a, label: A}\n", "utf-8")
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries/_vocabulary").symlink_to(outside)
    folder = tmp_path / "entries/_vocabulary"
    vocabularies, _, _ = load_vocabularies(tmp_path, folder, lambda path: Document(path), find_text_error)
    assert not any(vocabulary.terms for vocabulary in vocabularies.values())
