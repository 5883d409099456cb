"""What the tests of reviews share: a change of a file, and the words about it."""

from collections.abc import Callable
from pathlib import Path

from generator.publish.github.places import Places, PullRequest
from generator.publish.review.collect import collect_review
from generator.publish.review.words import write_review
from generator.settings import Settings
from tests.publish.fake_github import REPOSITORY

ENTRY = "entries/2024/example2024imagetalk.yaml"
HEAD = "a" * 40
PLACES = Places(
    f"https://github.com/{REPOSITORY}", PullRequest(7, HEAD, "ada/imaging", "my/branch"), "https://github.com"
)
SETTINGS = Settings(
    "List", site_url="https://list.example.org", repo_url="https://github.com/example/imaging"
)


def change(root: Path, path: str, edit: Callable[[str], str]) -> None:
    file = root / path
    file.write_text(edit(file.read_text("utf-8") if file.exists() else ""), "utf-8")


def words(root: Path, links: Path | None = None, places: Places | None = PLACES) -> str:
    return write_review(collect_review(root, "HEAD", links), SETTINGS, places)
