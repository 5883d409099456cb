"""The settings that are read from `mkdocs.yml`."""

from pathlib import Path

from generator.settings import load_settings
from tests.paths import DATA


def test_addresses_end_without_a_slash() -> None:
    settings = load_settings(DATA / "catalog")
    assert settings.name == "Awesome Example Imaging"
    assert settings.site_url == "https://list.example.org/imaging"
    assert settings.repo_url == "https://github.com/example/imaging"
    assert settings.scope.startswith("Made-up works")


def test_an_unset_value_is_empty(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nsite_url:\nrepo_url:\nextra:\n", "utf-8")
    settings = load_settings(tmp_path)
    assert (settings.site_url, settings.repo_url, settings.scope, settings.description) == ("", "", "", "")


def test_the_tags_of_mkdocs_are_ignored(tmp_path: Path) -> None:
    text = (
        "site_name: X\nextra: {on: !ENV [ON, true], at: !!python/name:material.extensions.emoji.twemoji }\n"
    )
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert load_settings(tmp_path).name == "X"


def test_a_list_without_settings_has_no_name(tmp_path: Path) -> None:
    assert load_settings(tmp_path).name == ""
    (tmp_path / "mkdocs.yml").write_text("theme: material\n", "utf-8")
    assert load_settings(tmp_path).name == ""
