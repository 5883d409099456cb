"""A month is released once: version, tag, changelog, files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalog.history import CameUp, Event, History, write_history
from generator.cli import main
from generator.exits import USAGE
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.releases.changelog import find_last_month, write_changelog
from generator.publish.releases.citation_version import raise_version
from generator.publish.releases.release import find_attached, publish_release
from tests.paths import GOLDEN, PROJECT
from tests.publish.conftest import run
from tests.publish.fake_github import FakeGithub
from tests.publish.test_proposal import made_up

__all__ = ["made_up"]

TODAY = "2024-06-01"
HISTORY = History(
    day="2024-05-31",
    events=(
        Event(day="2024-05-03", kind="published", id="example2024imagetalk"),
        Event(day="2024-05-04", kind="withdrawn", id="muster2021wrong"),
        Event(day="2024-05-05", kind="published", id="deleted"),
        Event(day="2024-06-01", kind="published", id="tiny-films"),
    ),
    candidates=(
        CameUp(
            day="2024-05-06", id="2405.00001", title="A *candidate* <b>of</b> [May](https://evil.example)"
        ),
    ),
)
CITATION = 'cff-version: 1.2.0\nversion: "2024.04"\ntitle: The list  # ours\n'


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    data = tmp_path / "exports" / "data"
    data.mkdir(parents=True)
    for name in ("entries.json", "entries.bib", "results.csv", "feed.xml"):
        (data / name).write_text(name)
    (data / "task").mkdir()
    return tmp_path / "exports"


@pytest.fixture
def released(made_up: Path) -> Path:
    (made_up / "CITATION.cff").write_text(CITATION)
    run("git", "add", ".", cwd=made_up)
    run("git", "commit", "--quiet", "--message", "Citation", cwd=made_up)
    run("git", "push", "--quiet", "origin", "HEAD:main", cwd=made_up)
    return made_up


def test_a_release_has_the_version_the_changelog_and_the_files(
    repository: GithubRepository, github: FakeGithub, released: Path, remote: Path, exports: Path
) -> None:
    said = publish_release(repository, released, "2024-05", exports, "main", TODAY)
    assert said == "2024.05: published with 3 files"
    [release] = github.releases
    assert (release["tag_name"], release["draft"]) == ("2024.05", False)
    assert release["target_commitish"] == run("git", "rev-parse", "main", cwd=remote)
    assert release["body"].startswith("Awesome Example Imaging after 2024-05: ")
    assert [(one["name"], one["content_type"], one["size"]) for one in release["assets"]] == [
        ("entries.bib", "application/x-bibtex", 11),
        ("entries.json", "application/json", 12),
        ("results.csv", "text/csv", 11),
    ]
    assert run("git", "show", "main:CITATION.cff", cwd=remote) == (
        'cff-version: 1.2.0\nversion: "2024.05"\ntitle: The list  # ours\ndate-released: "2024-06-01"'
    )


def test_a_second_run_changes_nothing(
    repository: GithubRepository, github: FakeGithub, released: Path, exports: Path
) -> None:
    publish_release(repository, released, "2024-05", exports, "main", TODAY)
    before = list(github.changes)
    said = publish_release(repository, released, "2024-05", exports, "main", "2024-06-02")
    assert said == "2024.05: published before"
    assert github.changes == before


def test_a_run_that_failed_is_continued(
    repository: GithubRepository, github: FakeGithub, released: Path, exports: Path
) -> None:
    github.uploads = "http://uploads.evil.example/assets"
    with pytest.raises(PublishError, match=r"an upload to uploads\.evil\.example is refused"):
        publish_release(repository, released, "2024-05", exports, "main", TODAY)
    [draft] = github.releases
    assert draft["draft"]
    draft["upload_url"] = f"{github.address}/repos/{repository.name}/releases/1/assets{{?name}}"
    draft["assets"] = [{"id": 7, "name": "entries.bib"}]
    publish_release(repository, released, "2024-05", exports, "main", TODAY)
    assert [one["name"] for one in draft["assets"]] == ["entries.bib", "entries.json", "results.csv"]
    assert ("DELETE", "releases/assets/7") in github.changes
    assert len(github.releases) == 1


def test_what_is_missing_is_said_before_anything_is_changed(
    repository: GithubRepository, github: FakeGithub, made_up: Path, exports: Path, tmp_path: Path
) -> None:
    with pytest.raises(PublishError, match=r"there is no CITATION.cff"):
        publish_release(repository, made_up, "2024-05", exports, "main", TODAY)
    with pytest.raises(PublishError, match="has no exported files: run `medvlm export"):
        find_attached(tmp_path / "nowhere")
    assert github.changes == []


def test_the_changelog_is_the_digest_of_the_month(root: Path, golden: Callable[[Path, str], None]) -> None:
    write_history(root, HISTORY)
    golden(GOLDEN / "changelog.md", write_changelog(root, "2024-05"))


def test_a_month_without_news_has_a_changelog_too(root: Path) -> None:
    assert write_changelog(root, "1999-01").count("\n") == 1


def test_the_month_is_the_last_whole_one() -> None:
    assert find_last_month("2027-01-01") == "2026-12"
    assert find_last_month("2026-03-31") == "2026-02"


@pytest.mark.parametrize("command", [["digest"], ["release", "exports", "--month"]])
@pytest.mark.parametrize("wrong", ["2026-13", "2026", "2026-12\n", "", "٢٠٢٦-١٢"])
def test_what_is_no_month_is_wrong_usage(
    command: list[str], wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["publish", *command, wrong])
    assert stopped.value.code == USAGE
    assert "write a month, such as 2026-12" in capsys.readouterr().err


def test_the_version_of_our_own_citation_file_can_be_raised(tmp_path: Path) -> None:
    before = (PROJECT / "CITATION.cff").read_text()
    (tmp_path / "CITATION.cff").write_text(before)
    raise_version(tmp_path, "2026.12", "2027-01-01")
    raise_version(tmp_path, "2027.01", "2027-02-01")
    lines = (tmp_path / "CITATION.cff").read_text().splitlines()
    assert [line for line in lines if line.startswith(("version", "date-released"))] == [
        'version: "2027.01"',
        'date-released: "2027-02-01"',
    ]
    assert [line for line in lines if not line.startswith(("version", "date-released"))] == [
        line for line in before.splitlines() if not line.startswith(("version", "date-released"))
    ]
