"""The typefaces of the website: files of npm packages, which the site serves itself."""

import errno
from pathlib import Path

_PROJECT = Path(__file__).parents[2]
_PACKAGES = {
    "source-sans-3": ("@fontsource-variable/source-sans-3", "wght-normal"),
    "source-serif-4": ("@fontsource/source-serif-4", "600-normal"),
}
"""The package of each typeface, and the style of its files: headings have one weight, which is smaller."""
_SUBSETS = ("latin", "latin-ext")


def find_font_files(modules: Path = _PROJECT / "node_modules") -> dict[str, Path]:
    """Find each font file and the license of each typeface, by its address on the site.

    Raises FileNotFoundError where `npm ci` has not been run.
    """
    found: dict[str, Path] = {}
    for name, (package_name, style) in _PACKAGES.items():
        package = modules / package_name
        found[f"assets/fonts/{name}-license.txt"] = package / "LICENSE"
        for subset in _SUBSETS:
            file = package / "files" / f"{name}-{subset}-{style}.woff2"
            found[f"assets/fonts/{name}-{subset}.woff2"] = file
    if missing := next((file for file in found.values() if not file.is_file()), None):
        raise FileNotFoundError(errno.ENOENT, "no such file", str(missing))
    return found
