"""What the list is called and where it lives, from `mkdocs.yml`, the one place that says so."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.text import slug


@dataclass(frozen=True, slots=True)
class Settings:
    """Addresses end without a slash, and are empty while the list has no home yet."""

    name: str
    description: str = ""
    scope: str = ""
    site_url: str = ""
    repo_url: str = ""

    @property
    def cite_key(self) -> str:
        """What stands for the list in BibTeX."""
        return slug(self.name)


class _Loader(yaml.CSafeLoader):
    """Passes over the tags that MkDocs and its extensions bring, such as `!ENV`: no setting here has one."""


_Loader.add_multi_constructor("", lambda loader, tag, node: None)


def load_settings(root: Path) -> Settings:
    """Read `root`/mkdocs.yml, which MkDocs itself checks; what is missing there is empty here."""
    file = root / "mkdocs.yml"
    config = (yaml.load(file.read_text("utf-8"), Loader=_Loader) if file.exists() else None) or {}
    return Settings(
        name=config.get("site_name") or "",
        description=config.get("site_description") or "",
        scope=(config.get("extra") or {}).get("list_scope") or "",
        site_url=(config.get("site_url") or "").rstrip("/"),
        repo_url=(config.get("repo_url") or "").rstrip("/"),
    )
