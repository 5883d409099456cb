"""Publish a dated state of the list: a tag, its changelog and the exported files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.files.named import read_named
from generator.publish.github import git
from generator.publish.github.api import GithubRepository, PublishError
from generator.publish.github.markers import make_body
from generator.publish.releases.changelog import write_changelog
from generator.publish.releases.citation_version import CITATION_FILE, raise_version

ATTACHED = {
    ".bib": "application/x-bibtex",
    ".csv": "text/csv",
    ".json": "application/json",
    ".ris": "application/x-research-info-systems",
}
"""The files of the whole list that are attached, with their media types."""


def publish_release(
    repository: GithubRepository, root: Path, month: str, exports: Path, branch: str, today: str
) -> str:
    """Publish the release of `month`, such as `2026.12`; say what was done. Raises PublishError.

    CITATION.cff gets the version first, so that the tag has it. The release is a draft until it has all its
    files; a run that failed is continued, and a release that was published is left as it is.
    """
    version = month.replace("-", ".")
    files = find_attached(exports)
    release = _find_release(repository, version)
    if release and not release["draft"]:
        return f"{version}: published before"
    raise_version(root, version, today)
    if git.commit(root, f"Release {version}", [CITATION_FILE]):
        git.push(root, branch)
    body = _describe_release(root, month, version)
    release = (
        repository.patch(f"releases/{release['id']}", body) if release else repository.post("releases", body)
    )
    _attach(repository, release, files)
    repository.patch(f"releases/{release['id']}", {"draft": False, "make_latest": "true"})
    return f"{version}: published with {len(files)} files"


def _describe_release(root: Path, month: str, version: str) -> dict[str, Any]:
    """Describe the release of the last commit, in GitHub's words."""
    return {
        "tag_name": version,
        "target_commitish": git.run_git(root, "rev-parse", "HEAD"),
        "name": version,
        "body": make_body(write_changelog(root, month)),
        "draft": True,
    }


def find_attached(exports: Path) -> list[Path]:
    """Find the files of the whole list in `exports`, as `medvlm export` writes them. Raises PublishError."""
    files = sorted(
        file for file in (exports / "data").glob("*") if file.suffix in ATTACHED and file.is_file()
    )
    if not files:
        raise PublishError(f"{exports} has no exported files: run `medvlm export {exports}`")
    return files


def _find_release(repository: GithubRepository, version: str) -> Mapping[str, Any] | None:
    found = (one for one in repository.pages("releases") if one["tag_name"] == version)
    return next(found, None)


def _attach(repository: GithubRepository, release: Mapping[str, Any], files: Sequence[Path]) -> None:
    """Attach the files; one of an earlier run is replaced, as it may be incomplete."""
    earlier = {asset["name"]: asset["id"] for asset in release.get("assets") or ()}
    for file in files:
        if file.name in earlier:
            repository.delete(f"releases/assets/{earlier[file.name]}")
        repository.upload(release["upload_url"], file.name, read_named(file), ATTACHED[file.suffix])
