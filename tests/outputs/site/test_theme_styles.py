"""The styles of the theme: those that pages use are kept."""

from pathlib import Path

import pytest

from generator.outputs.theme_styles import keep_used_styles

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
