"""The name and addresses of the list, read from `mkdocs.yml`, the only place that has them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.events import CollectionEndEvent, CollectionStartEvent

from generator.files.project import ProjectFileError, read_inside
from generator.text import slugify

SETTINGS_FILE = "mkdocs.yml"
MAX_BYTES = 256 * 1024
MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Name, description and addresses; an address has no slash at its end, and may be empty."""

    name: str
    description: str = ""
    subject: str = ""
    """What the list is about, in a few words."""
    scope: str = ""
    site_url: str = ""
    repo_url: str = ""
    short_name: str = ""
    """What the names of exported files begin with; without one they begin with the whole name."""

    @property
    def cite_key(self) -> str:
        """The key of the list in BibTeX."""
        return slugify(self.name)


class _Loader(yaml.CSafeLoader):
    """Ignores the tags of MkDocs and its extensions, such as `!ENV`: no setting read here has one."""


_Loader.add_multi_constructor("", lambda loader, tag, node: None)


def load_settings(root: Path) -> Settings:
    """Read `root`/mkdocs.yml, which MkDocs itself checks. A missing setting is an empty text.

    Raises ProjectFileError for a file that cannot be read, and for a value that is no text or no address.
    """
    config = _read_mapping(_read(root), SETTINGS_FILE)
    extra = _read_mapping(config.get("extra"), "extra")
    return Settings(
        name=_read_text(config, "site_name"),
        description=_read_text(config, "site_description"),
        subject=_read_text(extra, "list_subject"),
        scope=_read_text(extra, "list_scope"),
        site_url=_read_address(config, "site_url"),
        repo_url=_read_address(config, "repo_url"),
        short_name=_read_text(extra, "list_short_name"),
    )


def _read(root: Path) -> Any:
    content = read_inside(root, SETTINGS_FILE, MAX_BYTES) or b""
    try:
        text = content.decode("utf-8-sig")
        refuse_deep_settings(text)
        return yaml.load(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise ProjectFileError(f"{SETTINGS_FILE} is not UTF-8: save it in that encoding") from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2024-99-99
        message = " ".join(str(error).split())
        raise ProjectFileError(f"{SETTINGS_FILE} cannot be read: {message}") from error


def refuse_deep_settings(text: str) -> None:
    """Raise ProjectFileError for brackets in brackets without end: loading them ends the whole process."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ProjectFileError(f"{SETTINGS_FILE} is nested more than {MAX_DEPTH} deep")


def _read_mapping(value: Any, name: str) -> dict[str, Any]:
    if value is not None and not isinstance(value, dict):
        raise ProjectFileError(f"{SETTINGS_FILE}: `{name}` needs keys with values, such as `site_name: …`")
    return value or {}


def _read_text(settings: dict[str, Any], key: str) -> str:
    value = settings.get(key)
    if value is not None and not isinstance(value, str):
        raise ProjectFileError(f'{SETTINGS_FILE}: `{key}` must be text: write it in quotes, `{key}: "…"`')
    return value or ""


def _read_address(settings: dict[str, Any], key: str) -> str:
    address = _read_text(settings, key).rstrip("/")
    if address and not address.startswith(("https://", "http://")):
        raise ProjectFileError(f"{SETTINGS_FILE}: `{key}` must be an address: write `{key}: https://…`")
    return address
