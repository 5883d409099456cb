"""The styles of the theme: those that pages use are kept."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from generator import mkdocs_hook
from generator.outputs.theme_styles import BrokenStyles, keep_used_styles
from tests.paths import PROJECT

MAIN = """
.md-header { color: var(--md-primary-bg-color) } .md-consent { color: red }
.card .md-tooltip-never { color: red } @media print { .md-footer { display: none } .md-never { color: red } }
@keyframes never { to { color: red } }
"""
PALETTE = '[data-md-color-scheme="slate"] { --md-primary-bg-color: #fff; --md-never: #000 }'


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    sheets = tmp_path / "assets" / "stylesheets"
    sheets.mkdir(parents=True)
    (sheets / "main.1a2b.min.css").write_text(MAIN)
    (sheets / "palette.3c4d.min.css").write_text(PALETTE)
    return tmp_path


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """A folder of npm packages in which nothing is kept yet."""
    folder = tmp_path / "node_modules"
    folder.mkdir()
    (folder / "purgecss").symlink_to(PROJECT / "node_modules/purgecss")
    return folder


def test_rules_are_kept_for_what_the_frame_or_a_template_names(theme: Path) -> None:
    frame = '<body data-md-color-scheme="slate"><header class="md-header"></header><footer class="md-footer">'
    styles = keep_used_styles(theme, frame)
    for kept in (".md-header", ".md-footer", "slate", "--md-primary-bg-color: #fff"):
        assert kept in styles
    for left_out in ("md-consent", "never"):
        assert left_out not in styles


def test_without_the_package_the_error_names_it(theme: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"purgecss/package\.json"):
        keep_used_styles(theme, "", tmp_path)


def test_styles_that_cannot_be_read_end_the_build_in_words(theme: Path) -> None:
    (theme / "assets/stylesheets/main.1a2b.min.css").write_text(".md-header { color: red")
    with pytest.raises(BrokenStyles, match=r"cannot be read: CssSyntaxError: .*Unclosed") as broken:
        keep_used_styles(theme, "")
    with pytest.raises(PluginError, match="the site cannot be built: the styles of the theme cannot be read"):
        mkdocs_hook.on_build_error(error=broken.value)


def test_a_program_that_is_ended_is_no_bug(
    theme: Path, modules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = theme / "node"
    program.write_text("#!/bin/sh\nkill -9 $$\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(theme), prepend=os.pathsep)
    with pytest.raises(BrokenStyles, match="cannot be read: node ended with -9"):
        keep_used_styles(theme, "", modules)


@pytest.mark.parametrize("sheet", ["main.1a2b.min.css", "palette.3c4d.min.css"])
def test_a_theme_without_a_style_sheet_is_named(theme: Path, sheet: str) -> None:
    (theme / "assets/stylesheets" / sheet).write_bytes(b"\xff")
    with pytest.raises(BrokenStyles, match=f"{sheet} is not UTF-8"):
        keep_used_styles(theme, "")
    (theme / "assets/stylesheets" / sheet).unlink()
    with pytest.raises(BrokenStyles, match="the theme has no style sheet"):
        keep_used_styles(theme, "")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: kept.write_bytes(b"\xff"),
        lambda kept: kept.write_bytes(b""),
        lambda kept: (kept.unlink(), kept.mkdir()),
        lambda kept: (kept.unlink(), os.mkfifo(kept)),
    ],
)
def test_what_is_kept_may_be_spoiled(theme: Path, modules: Path, spoil: Callable[[Path], object]) -> None:
    found = keep_used_styles(theme, "md-header", modules)
    (kept,) = (modules / ".cache/medvlm").iterdir()
    assert kept.read_text("utf-8") == found
    spoil(kept)
    assert keep_used_styles(theme, "md-header", modules) == found


def test_what_cannot_be_kept_is_found_again(theme: Path, modules: Path) -> None:
    (modules / ".cache").touch()
    assert keep_used_styles(theme, "md-header", modules) == keep_used_styles(theme, "md-header")
