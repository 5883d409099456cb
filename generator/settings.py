"""The name and addresses of the list, read from `mkdocs.yml`, the only place that has them."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.text import slugify


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
    """Read `root`/mkdocs.yml, which MkDocs itself checks. A missing setting is an empty text."""
    file = root / "mkdocs.yml"
    config = (yaml.load(file.read_text("utf-8"), Loader=_Loader) if file.exists() else None) or {}
    extra = config.get("extra") or {}
    return Settings(
        name=config.get("site_name") or "",
        description=config.get("site_description") or "",
        subject=extra.get("list_subject") or "",
        scope=extra.get("list_scope") or "",
        site_url=(config.get("site_url") or "").rstrip("/"),
        repo_url=(config.get("repo_url") or "").rstrip("/"),
        short_name=extra.get("list_short_name") or "",
    )
