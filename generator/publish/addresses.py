"""Fill in the addresses of the website and the repository where `mkdocs.yml` leaves them unset."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from generator.files.project import read_inside, write_inside
from generator.publish.github.api import PublishError
from generator.settings import SETTINGS_FILE, refuse_deep_settings

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*\Z")
_UNSET = {"", "~", "null"}


def fill_in_addresses(root: Path, site_url: str, environment: Mapping[str, str] = os.environ) -> str:
    """Write the addresses into `root`/mkdocs.yml where they are unset; all else stays as it is, byte by byte.

    The repository is the one whose workflow runs this (GITHUB_SERVER_URL, GITHUB_REPOSITORY). Returns what
    was written, as Markdown. Raises PublishError for an address or a file that cannot be used.
    """
    wanted = {"site_url": f"{_check(site_url)}/", "repo_url": _check(_find_repository(environment))}
    text = (read_inside(root, SETTINGS_FILE) or b"").decode("utf-8", "replace")
    if missing := [f"{key}:\n" for key in wanted if key not in _find_places(text)]:
        text = f"{text.rstrip()}\n{''.join(missing)}"
    written = {}
    for key, address in wanted.items():
        if place := _find_places(text)[key]:
            text = f"{text[: place[0]].rstrip(' ')} {address}{text[place[1] :]}"
            written[key] = address
    write_inside(root, SETTINGS_FILE, text)
    return _describe(written)


def _check(address: str) -> str:
    """Give `address` without a slash at its end."""
    plain = address.rstrip("/")
    if not _ADDRESS.match(plain):
        raise PublishError(f"`{address}` is not an address: write https://host/path")
    return plain


def _find_repository(environment: Mapping[str, str]) -> str:
    if not environment.get("GITHUB_REPOSITORY"):
        raise PublishError("set GITHUB_REPOSITORY")
    server = environment.get("GITHUB_SERVER_URL") or "https://github.com"
    return f"{server}/{environment['GITHUB_REPOSITORY']}"


def _find_places(text: str) -> dict[str, tuple[int, int] | None]:
    """Find where the value of each key begins and ends if it is unset; None if it is set."""
    try:
        refuse_deep_settings(text)
        settings = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise PublishError(f"mkdocs.yml cannot be read: {error}") from error
    if not isinstance(settings, yaml.MappingNode) or settings.flow_style:
        raise PublishError("mkdocs.yml has no settings")
    return {key.value: _find_place(value) for key, value in settings.value}


def _find_place(value: yaml.Node) -> tuple[int, int] | None:
    is_unset = isinstance(value, yaml.ScalarNode) and value.value in _UNSET
    return (value.start_mark.index, value.end_mark.index) if is_unset else None


def _describe(written: Mapping[str, str]) -> str:
    if not written:
        return "`mkdocs.yml` has both addresses; nothing to fill in."
    lines = [f"- `{key}: {address}`" for key, address in written.items()]
    return "\n".join(
        [
            "With these addresses in `mkdocs.yml`, README links the website, and pages link the repository.",
            "Correct them if they are wrong; what `mkdocs.yml` says is never changed again.",
            "",
            *lines,
        ]
    )
