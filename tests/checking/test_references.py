"""Works are named as people name them, and a name keeps meaning the same work."""

from pathlib import Path

import pytest

from generator.checking.check import check
from generator.checking.load import load
from generator.cli import main
from generator.entry.layout import format_text
from generator.entry.references import rewrite_references
from generator.exits import OK, PROBLEMS_FOUND
from generator.yamlfiles.reading import MAX_BYTES

IMAGETALK = "entries/2024/example2024imagetalk.yaml"


def add(root: Path, id_: str, **lines: str) -> None:
    needed = {"title": f"Title of {id_}", "kind": "study", "section": "adjacent", "added": "2024-06-04"}
    needed["summary"] = "Pairs made-up films with nothing and measures what is found again."
    needed["doi"] = f"10.9999/{id_}"
    text = "".join(f"{key}: {value}\n" for key, value in (needed | lines).items())
    (root / "entries" / "2024" / f"{id_}.yaml").write_text(format_text(text), "utf-8")


def warnings(root: Path) -> list[str]:
    return [problem.message for problem in check(root).problems if problem.rule == "shared-name"]


@pytest.mark.parametrize("written", ["tiny-films", "Tiny Films", "tiny films", "TF-9K"])
def test_a_work_is_named_by_its_id_its_name_or_an_alias(root: Path, written: str) -> None:
    add(root, "study", uses=f"{{trained_on: [{written}]}}", model=f"{{base: {written}}}")
    assert check(root, ["entries/2024/study.yaml"]).problems == []
    study = load(root).catalog.entries["study"]
    assert study.uses.trained_on == ("tiny-films",)
    assert study.model
    assert study.model.base == "tiny-films"


def test_the_name_of_a_work_without_an_entry_is_unchanged(root: Path) -> None:
    add(root, "study", uses="{trained_on: [Films of Nobody]}")
    assert load(root).catalog.entries["study"].uses.trained_on == ("Films of Nobody",)


def test_a_shared_name_means_the_entry_that_was_added_first(root: Path) -> None:
    add(root, "a-newer-one", name="Tiny Films", added="2024-06-05")
    assert load(root).catalog.entries["example2024imagetalk"].uses.trained_on[0] == "tiny-films"
    (warning,) = warnings(root)
    assert warning == (
        "`Tiny Films` is also the name of entries/undated/tiny-films.yaml, and means it in "
        f"{IMAGETALK}: `medvlm use-id tiny-films` writes its id there; "
        "if it is right so, write the comment `# no hint: name Tiny Films`"
    )


def test_an_entry_that_uses_two_spellings_of_a_name_is_listed_once(root: Path) -> None:
    add(root, "study", uses="{trained_on: [Shared Films, shared films]}")
    add(root, "first", name="Shared Films")
    add(root, "second", name="Shared Films", added="2024-06-05")
    (warning,) = warnings(root)
    assert "and means it in entries/2024/study.yaml: `medvlm" in warning


def test_a_name_wins_over_an_alias_of_the_same_day(root: Path) -> None:
    add(root, "a-one", name="Other", aliases="[Both]")
    add(root, "z-one", name="Both")
    assert load(root).catalog.find_id("Both") == "z-one"


def test_a_shared_name_that_nobody_uses_is_not_reported(root: Path) -> None:
    add(root, "a-newer-one", name="WordPix", added="2024-06-05")
    assert warnings(root) == []


def test_an_entry_that_takes_a_plain_name_gets_a_warning_with_its_users(root: Path) -> None:
    add(root, "plain", name="Plain Films", added="2024-06-05")
    assert load(root).catalog.entries["example2024imagetalk"].uses.trained_on[1] == "plain"
    (warning,) = warnings(root)
    assert warning == (
        f"`Plain Films` was the name of a work without an entry in {IMAGETALK}: now it leads to this "
        "entry; where another work is meant, write its full name there; "
        "if it is right so, write the comment `# no hint: name Plain Films`"
    )
    plain = root / "entries" / "2024" / "plain.yaml"
    plain.write_text(f"# no hint: name Plain Films\n{plain.read_text('utf-8')}", "utf-8")
    assert warnings(root) == []
    add(root, "plain", name="Plain Films", added="2024-06-05")
    add(root, "later", added="2024-06-06")
    assert warnings(root) == []


def test_results_may_name_their_own_entry_even_by_a_shared_name(root: Path) -> None:
    result = "[{benchmark: Plain Captions, metric: bleu, rows: [{model: WordPix, values: [0.3]}]}]"
    add(root, "newer", name="WordPix", results=result, added="2024-06-05")
    assert warnings(root) == []
    assert load(root).catalog.entries["newer"].results[0].rows[0].model == "newer"


def test_an_entry_may_introduce_data_that_is_one_of_its_names(root: Path) -> None:
    add(root, "study", uses="{introduces: [Study-9K]}", aliases="[Study-9K]")
    add(root, "user", uses="{trained_on: [Study-9K]}")
    assert check(root, ["entries/2024/study.yaml"]).problems == []
    entries = load(root).catalog.entries
    assert entries["study"].uses.introduces == ("Study-9K",)
    assert entries["user"].uses.trained_on == ("study",)


def test_a_former_id_is_reported_even_where_it_spells_the_name_of_another_entry(root: Path) -> None:
    add(root, "renamed", formerly="[old-films]")
    add(root, "other", name="Old Films")
    add(root, "user", uses="{trained_on: [old-films]}")
    (problem,) = check(root, ["entries/2024/user.yaml"]).problems
    assert problem.message == "`old-films` is a former id: write `renamed`"


def test_names_without_letters_are_not_all_the_same_name(root: Path) -> None:
    result = "[{benchmark: Plain Captions, metric: bleu, rows: [{model: ◆, own: false, values: [0.3]}]}]"
    add(root, "star", name="★", results=result)
    assert load(root).catalog.entries["star"].results[0].rows[0].model == "◆"


def test_a_command_replaces_a_shared_name_by_an_id(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = load(root).catalog.entries["example2024imagetalk"]
    add(root, "a-newer-one", name="Tiny Films", added="2024-06-05")
    assert main(["--root", str(root), "use-id", "tiny-films"]) == OK
    assert capsys.readouterr().out == f"{IMAGETALK} written\n"
    text = (root / IMAGETALK).read_text("utf-8")
    assert "trained_on: [tiny-films, Plain Films]" in text
    assert load(root).catalog.entries["example2024imagetalk"] == before
    assert check(root).problems == []
    assert main(["--root", str(root), "use-id", "tiny-films"]) == OK
    assert capsys.readouterr().out == "no other entry uses a name of `tiny-films`\n"


def test_a_file_that_would_be_too_large_is_not_changed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add(root, "a-newer-one", name="F", aliases="[Pictures]", added="2024-06-05")
    add(root, "user", uses="{trained_on: [F]}")
    file = root / "entries/2024/user.yaml"
    text = file.read_text("utf-8")
    file.write_text(f"{text}#{'x' * (MAX_BYTES - len(text.encode()) - 2)}\n", "utf-8")
    before = file.read_bytes()
    assert main(["--root", str(root), "use-id", "a-newer-one"]) == PROBLEMS_FOUND
    said = "error: entries/2024/user.yaml: not changed: it would be larger than 256 KiB"
    assert said in capsys.readouterr().out
    assert file.read_bytes() == before


@pytest.mark.parametrize("given", ["tiny-film", "Tiny Films"])
def test_the_command_needs_an_id_and_suggests_it(
    given: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(root), "use-id", given]) == PROBLEMS_FOUND
    assert capsys.readouterr().out == f"error: no entry has the id `{given}`: did you mean `tiny-films`?\n"


def test_the_command_leaves_the_own_name_of_an_entry_that_shares_it(root: Path) -> None:
    wordpix = root / "entries" / "2023" / "sample2023wordpix.yaml"
    wordpix.write_text(wordpix.read_text("utf-8").replace("added:", "aliases: [WP-One]\nadded:"), "utf-8")
    result = "[{benchmark: Plain Captions, metric: bleu, rows: [{model: WordPix, values: [0.3]}]}]"
    add(root, "newer", name="WordPix", uses="{trained_on: [WP-One]}", results=result, added="2024-06-05")
    assert main(["--root", str(root), "use-id", "sample2023wordpix"]) == OK
    newer = load(root).catalog.entries["newer"]
    assert newer.uses.trained_on == ("sample2023wordpix",)
    assert newer.results[0].rows[0].model == "newer"


def test_rewriting_references_changes_nothing_else() -> None:
    text = (
        "# read on a day\ntitle: Tiny Films\nmodel: {base: Tiny Films}  # as printed\n"
        "uses:\n  # the first\n  trained_on: [Tiny Films, Other]\nkeywords: [Tiny Films]\n"
    )
    written = rewrite_references(text, lambda work: {"Tiny Films": "tiny-films"}.get(work, work))
    assert written == (
        "# read on a day\ntitle: Tiny Films\nkeywords: [Tiny Films]\n"
        "model: {base: tiny-films}  # as printed\n"
        "uses:\n  # the first\n  trained_on: [tiny-films, Other]\n"
    )
