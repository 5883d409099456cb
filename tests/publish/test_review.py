"""The review of a pull request."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.cli import main
from generator.publish.review import write_review
from tests.publish.conftest import run

ENTRY = "entries/2024/example2024imagetalk.yaml"


def test_an_entry_is_shown_as_readme_will_show_it(root: Path) -> None:
    text = write_review(root, [ENTRY], [])
    assert "Nothing to fix." in text
    assert (
        "- [ImageTalk: Conversations about Invented Radiographs](https://arxiv.org/abs/2401.00001) - 🔥"
        in text
    )
    assert "- ImageTalk (changed): section Models, methods & more." in text.replace("&amp;", "&").replace(
        "\\", ""
    )


def test_the_problems_of_a_new_entry_are_reported(root: Path) -> None:
    file = root / "entries" / "2024" / "new2024work.yaml"
    file.write_text("title: A new work\nkind: model\nsection: modles\nadded: 2024-09-01\n", "utf-8")
    text = write_review(
        root, ["entries/2024/new2024work.yaml"], ["entries/2024/new2024work.yaml"], "All fine."
    )
    assert "- `entries/2024/new2024work.yaml`, line 3: " in text
    assert "(new)" in text
    assert text.endswith("### Links\n\nAll fine.\n")


def test_a_change_of_code_touches_no_entry(root: Path) -> None:
    assert write_review(root, ["generator/cli.py"], []) == "This change touches no entry.\n"


def test_a_title_cannot_break_out_of_markdown(root: Path) -> None:
    file = root / ENTRY
    title = "ImageTalk <script>alert(1)</script> ](javascript:x) `code`"
    lines = [
        f'title: "{title}"' if line.startswith("title:") else line for line in file.read_text().split("\n")
    ]
    file.write_text("\n".join(lines))
    text = write_review(root, [ENTRY], [])
    tokens = [
        child
        for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text)
        for child in token.children or ()
    ]
    assert not [token for token in tokens if token.type == "html_inline"]
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert links
    assert all(link.startswith("https://") for link in links)


def test_the_command_compares_with_a_revision(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    run("git", "init", "--quiet", cwd=root)
    run("git", "add", ".", cwd=root)
    run("git", "commit", "--quiet", "--message", "All", cwd=root)
    report = root / "links.md"
    report.write_text("Links are fine.")
    file = root / ENTRY
    file.write_text(file.read_text("utf-8").replace("several turns", "many turns"), "utf-8")
    assert main(["--root", str(root), "review", "--changed-since", "HEAD", "--links", str(report)]) == 0
    output = capsys.readouterr().out
    assert "many turns" in output
    assert "Links are fine." in output
    assert main(["--root", str(root), "review", "--changed-since", "nowhere"]) == 2


def test_an_entry_that_cannot_be_read_is_reported(root: Path) -> None:
    file = root / "entries" / "2024" / "new2024work.yaml"
    file.write_text('title: "A new work\n', "utf-8")
    text = write_review(root, ["entries/2024/new2024work.yaml", ENTRY], [])
    assert "- `entries/2024/new2024work.yaml`, line " in text
    assert "ImageTalk (changed)" in text
