"""The review of a pull request says what is to fix, and where, however many problems there are."""

import re
from pathlib import Path

from generator.publish.review.collect import collect_review
from generator.publish.review.data import Review
from generator.publish.review.words import write_review
from tests.publish.fake_github import REPOSITORY
from tests.publish.reviewing import ENTRY, HEAD, PLACES, SETTINGS, change, words


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


def test_the_comment_of_a_large_change_stays_short(tracked: Path) -> None:
    for number in range(1, 200):
        change(tracked, f"entries/2024/new{number}.yaml", lambda _: f"title: {'x' * 3000}\nkid: \n")
    review = collect_review(tracked, "HEAD")
    assert isinstance(review, Review)
    assert len(write_review(review, SETTINGS, PLACES)) < 40_000


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
