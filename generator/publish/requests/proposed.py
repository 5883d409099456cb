"""List the works that are proposed already, by arXiv id: `medvlm discover` leaves them out."""

from collections.abc import Iterator

from generator.discover.left_out import find_ids
from generator.entry.folder import ENTRIES_FOLDER
from generator.publish.github.api import GithubRepository

NEW_ENTRY = "new entry"
"""The label of an issue that was made with the form."""

MAX_PULLS = 100
"""The most pull requests whose files are read, the newest first; each is one request."""


def list_proposed(repository: GithubRepository) -> list[str]:
    """List the arXiv ids in open pull requests and in open issues that ask for an entry."""
    found = {id_ for text in _list_texts(repository) for id_ in find_ids(text)}
    return sorted(found)


def _list_texts(repository: GithubRepository) -> Iterator[str]:
    for issue in repository.pages("issues", state="open", labels=NEW_ENTRY):
        if any(label["name"] == NEW_ENTRY for label in issue.get("labels") or ()):
            yield f"{issue['title']}\n{issue['body'] or ''}"
    for place, pull in enumerate(repository.pages("pulls", state="open")):
        yield f"{pull['title']}\n{pull['body'] or ''}"
        if place < MAX_PULLS:
            yield from _list_added_texts(repository, pull["number"])


def _list_added_texts(repository: GithubRepository, number: int) -> Iterator[str]:
    for file in repository.pages(f"pulls/{number}/files"):
        if file["filename"].startswith(f"{ENTRIES_FOLDER}/"):
            yield file.get("patch") or ""
