"""The review of a pull request: data where the change is, words where they are trusted."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from generator.cli import main
from generator.entry.layout import format_text
from generator.publish.places import Places, PullRequest
from generator.publish.review import collect_review
from generator.publish.review_data import MAX_BYTES, BrokenReview, Review, read_review
from generator.publish.review_words import write_review
from generator.settings import Settings
from tests.publish.conftest import run
from tests.publish.fake_github import REPOSITORY, FakeGithub
from tests.publish.test_publish import publish

ENTRY = "entries/2024/example2024imagetalk.yaml"
HEAD = "a" * 40
PLACES = Places(
    f"https://github.com/{REPOSITORY}", PullRequest(7, HEAD, "ada/imaging", "my/branch"), "https://github.com"
)
SETTINGS = Settings(
    "List", site_url="https://list.example.org", repo_url="https://github.com/example/imaging"
)


@pytest.fixture
def tracked(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made-up list, built and committed."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "ada@example.org")
    assert main(["--root", str(root), "build"]) == 0
    run("git", "init", "--quiet", cwd=root)
    run("git", "add", ".", cwd=root)
    run("git", "commit", "--quiet", "--message", "All", cwd=root)
    return root


def change(root: Path, path: str, edit: Callable[[str], str]) -> None:
    file = root / path
    file.write_text(edit(file.read_text("utf-8") if file.exists() else ""), "utf-8")


def words(root: Path, links: Path | None = None, places: Places | None = PLACES) -> str:
    return write_review(collect_review(root, "HEAD", links), SETTINGS, places)


def test_an_entry_is_shown_as_readme_will_show_it(tracked: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("several turns", "many turns"))
    text = words(tracked)
    assert text.startswith("**Thank you. There is nothing to fix.**\n")
    assert (
        "- [ImageTalk: Conversations about Invented Radiographs](https://arxiv.org/abs/2401.00001) - 🔥"
        in text
    )
    assert "many turns" in text
    assert "- ImageTalk: changed, section Models, methods & more.\n" in text
    assert "A maintainer reads the change and merges it." in text


def test_a_problem_is_a_link_to_its_line_in_the_diff(tracked: Path) -> None:
    path = "entries/2024/new2024work.yaml"
    change(tracked, path, lambda _: "title: A new work\nkind: model\nsection: modles\nadded: 2024-09-01\n")
    text = words(tracked)
    diff = rf"https://github\.com/{REPOSITORY}/pull/7/files#diff-[0-9a-f]{{64}}R3"
    assert re.search(rf"- \[{path}, line 3\]\({diff}\): `modles` ", text)
    assert f"[{path}](https://github.com/ada/imaging/edit/my/branch/{path})" in text
    assert "this comment is written again" in text
    assert "- A new work: new, section modles." in text


def test_a_duplicate_is_reported_in_the_file_of_the_change_alone(tracked: Path) -> None:
    copied = "entries/2024/copied2024work.yaml"
    change(tracked, copied, lambda _: (tracked / ENTRY).read_text("utf-8"))
    review = collect_review(tracked, "HEAD")
    assert {problem.path for problem in review.problems if problem.severity == "error"} == {copied}
    assert "that the change does not touch" not in write_review(review, SETTINGS)


def test_a_deleted_entry_is_named_with_those_that_name_it(tracked: Path) -> None:
    (path,) = tracked.glob("entries/*/tiny-films.yaml")
    path.unlink()
    assert re.search(r": deleted\. \d entr(y|ies) names? it, and would show a plain name", words(tracked))


def test_a_renamed_entry_is_one_change_and_its_old_id_is_asked_for(tracked: Path) -> None:
    run("git", "mv", ENTRY, "entries/2024/imagetalk.yaml", cwd=tracked)
    text = words(tracked)
    assert f"- ImageTalk: renamed from {ENTRY} to entries/2024/imagetalk.yaml. The id" in text
    assert "write the old id under `formerly`" in text
    assert ", 1 entry without its old id." in text


def test_a_renamed_entry_that_names_its_old_id_is_not_asked_for_it(tracked: Path) -> None:
    path = tracked / "entries/2024/imagetalk.yaml"
    run("git", "mv", ENTRY, str(path), cwd=tracked)
    path.write_text(format_text(f"{path.read_text('utf-8')}formerly: [{Path(ENTRY).stem}]\n"), "utf-8")
    text = words(tracked)
    assert "- ImageTalk: renamed from" in text
    assert "old id" not in text


def test_a_renamed_term_breaks_many_entries_and_is_one_problem(tracked: Path) -> None:
    path = "entries/_vocabulary/tasks.yaml"
    change(tracked, path, lambda text: text.replace("slug: vqa,", "slug: asking,"))
    review = collect_review(tracked, "HEAD")
    text = write_review(review, SETTINGS, PLACES)
    broken = [problem for problem in review.problems if problem.message.startswith("`vqa`")]
    assert len(broken) > 3
    same = [problem for problem in broken if problem.message == broken[-1].message]
    files = len({problem.path for problem in same})
    assert len(same) > 2
    assert (
        f"- {len(same)} places in {files} files: `vqa` is not a term of tasks: choose one from entries/"
        in text
    )
    assert text.count(": choose one from") == 1
    assert f"(https://github.com/{REPOSITORY}/blob/{HEAD}/{broken[0].path}#L{broken[0].line})" in text
    assert "files that the change does not touch have errors with it" in text
    assert (
        "- entries/\\_vocabulary/tasks.yaml: added `asking`; removed `vqa`; all entries were checked" in text
    )


def test_readme_edited_by_hand_is_told_how_to_do_it_in_a_browser(tracked: Path) -> None:
    change(
        tracked,
        "README.md",
        lambda text: text.replace("## Tools\n", "## Tools\n\n- [Mine](https://x.example)\n"),
    )
    text = words(tracked)
    assert (
        "README.md](https://github.com/ada/imaging/edit/my/branch/README.md) is made from the entries" in text
    )
    assert f"copy [the original](https://github.com/{REPOSITORY}/raw/main/README.md)" in text
    assert "use [the page Contribute](https://list.example.org/contribute/)" in text
    assert (
        f"[the form Add a paper](https://github.com/{REPOSITORY}/issues/new?template=add-paper.yml)" in text
    )
    change(tracked, ENTRY, lambda text: text.replace("kind: ", "kid: "))
    assert "README.md" in words(tracked), "also where errors leave nothing to compare with"


def test_a_change_of_code_touches_no_entry(tracked: Path) -> None:
    change(tracked, "tool.py", lambda _: "print()\n")
    text = words(tracked)
    assert text.startswith("**Thank you. There is nothing to fix.**")
    assert "- 1 other file. No entry changes.\n" in text


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of the link checker."""
    link = {"entry": "a", "path": ENTRY, "line": 9, "column": 1, "field": "arxiv", "service": "arxiv"}
    url = "https://arxiv.org/abs/2401.00001"
    rows = [
        {"url": "https://example.org/", "verdict": "ok", "detail": "", "suggestion": None},
        {
            "url": "https://moved.example",
            "verdict": "moved",
            "detail": "",
            "suggestion": "https://new.example",
        },
        {"url": url, "verdict": "wrong", "detail": "leads to “Another”", "suggestion": None},
    ]
    file = tmp_path / "links.json"
    file.write_text(json.dumps({"version": 1, "results": [link | row for row in rows], "summary": {}}))
    return file


def test_wrong_links_come_first_also_where_the_check_fails(tracked: Path, report: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("kind: ", "kid: "))
    text = words(tracked, report)
    assert "1 wrong or dead link" in text
    assert text.index("**wrong**") < text.index("**moved**")
    assert "leads to “Another”" in text
    assert "write https" in text
    assert "3 links checked." in text


def test_without_a_report_it_is_not_said_that_links_are_right(tracked: Path) -> None:
    assert "The links could not be checked" in words(tracked)


EVIL = "@ada fixes #12 GH-7 <b>x</b> [a](javascript:x) ![i](https://x.example) ::error::y `code"


def fill(value: Any) -> Any:
    """The data of a review with `EVIL` as every text."""
    if isinstance(value, dict):
        return {
            key: fill(inner) if key not in ("kind", "severity", "verdict", "status") else inner
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [fill(inner) for inner in value]
    is_address = isinstance(value, str) and value.startswith("http")
    return EVIL if isinstance(value, str) and not is_address else value


def test_words_of_a_fork_are_inert(tracked: Path, report: Path, github: FakeGithub, tmp_path: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("kind: ", "kid: "))
    change(
        tracked, "entries/_vocabulary/tasks.yaml", lambda text: text.replace("slug: vqa,", "slug: asking,")
    )
    change(tracked, "README.md", lambda text: text + "More\n")
    data = json.loads(collect_review(tracked, "HEAD", report).to_json())
    file = tmp_path / "review.json"
    file.write_text(json.dumps(fill(data)))
    head = {"sha": HEAD, "ref": "patch-1", "repo": {"full_name": "ada/imaging"}}
    github.pulls = [{"number": 7, "state": "open", "head": head}]
    assert publish("review", "--head", HEAD, str(file), root=tracked) == ("comment on 7: written", 0)
    body = github.comments[7][0]["body"]
    assert "@ada" not in body
    tokens = list(MarkdownIt("gfm-like", {"linkify": False}).parse(body))
    inner = [child for token in tokens for child in token.children or ()]
    html = {child.content for child in inner if child.type == "html_inline"}
    assert html <= {"<span>", "</span>"}
    assert not any(child.type == "image" for child in inner)
    links = [str(child.attrs["href"]) for child in inner if child.type == "link_open"]
    assert links
    assert all(link.startswith("https://") for link in links)
    shown = "".join(child.content for child in inner if child.type == "text")
    assert not re.search(r"#\d|GH-\d", shown)
    assert not any(line.lstrip().startswith("::") for line in body.splitlines())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "review.json is not a review: see ``"),
        ('{"version": 2}', "review.json is not a review: see `version`"),
        (" " * (MAX_BYTES + 1), f"review.json is larger than {MAX_BYTES // 1024} KiB"),
    ],
)
def test_another_file_is_refused(tmp_path: Path, github: FakeGithub, text: str, message: str) -> None:
    file = tmp_path / "review.json"
    file.write_text(text)
    with pytest.raises(BrokenReview, match=re.escape(message)):
        read_review(file)


def test_an_address_that_is_no_web_address_is_refused(tracked: Path, tmp_path: Path) -> None:
    change(tracked, ENTRY, lambda text: text.replace("several turns", "many turns"))
    data = json.loads(collect_review(tracked, "HEAD").to_json())
    data["entries"][0]["preview"]["url"] = "javascript:alert(1)"
    file = tmp_path / "review.json"
    file.write_text(json.dumps(data))
    with pytest.raises(BrokenReview, match="preview"):
        read_review(file)


def test_data_read_back_are_the_same(tracked: Path, report: Path, tmp_path: Path) -> None:
    (tracked / ENTRY).unlink()
    review = collect_review(tracked, "HEAD", report)
    file = tmp_path / "review.json"
    file.write_text(review.to_json(), "utf-8")
    assert read_review(file) == review


def test_the_comment_of_a_large_change_stays_short(tracked: Path) -> None:
    for number in range(1, 200):
        change(tracked, f"entries/2024/new{number}.yaml", lambda _: f"title: {'x' * 3000}\nkid: \n")
    review = collect_review(tracked, "HEAD")
    assert isinstance(review, Review)
    assert len(write_review(review, SETTINGS, PLACES)) < 40_000


def test_the_command_compares_with_a_revision(tracked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tracked, ENTRY, lambda text: text.replace("several turns", "many turns"))
    assert main(["--root", str(tracked), "review", "--changed-since", "HEAD"]) == 0
    assert "many turns" in capsys.readouterr().out
    assert main(["--root", str(tracked), "review", "--changed-since", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == 1
    assert main(["--root", str(tracked), "review", "--changed-since", "nowhere"]) == 2
    readme = str(tracked / "README.md")
    assert main(["--root", str(tracked), "review", "--changed-since", "HEAD", "--links", readme]) == 2
    assert "is not a JSON report of `medvlm links`" in capsys.readouterr().err


def test_an_entry_that_cannot_be_read_is_reported(tracked: Path) -> None:
    change(tracked, "entries/2024/new2024work.yaml", lambda _: 'title: "A new work\n')
    assert "- new2024work: new; it cannot be read yet.\n" in words(tracked)


def test_a_file_with_thousands_of_problems_hides_no_others_and_all_are_counted(tracked: Path) -> None:
    keys = "".join(f"key{number}: x\n" for number in range(3000))
    for name in ("aaa", "aab"):  # what two files share would come first
        change(tracked, f"entries/2024/{name}.yaml", lambda _: f"title: A new work\nkind: model\n{keys}")
    change(tracked, ENTRY, lambda text: text.replace("kind: model", "kind: modle"))
    review = collect_review(tracked, "HEAD")
    assert len(review.problems) < 120
    assert f"{ENTRY}:" in {f"{problem.path}:" for problem in review.problems}
    text = write_review(review, SETTINGS, PLACES)
    assert "`modle` is not a term of kinds" in text
    assert "**Thank you. Some things are left to fix:** 6,009 errors." in text
    assert "more problems: see the log of the check." in text
