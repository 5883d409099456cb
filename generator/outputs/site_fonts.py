"""The typefaces of the website: files of npm packages, which the site serves itself."""

import errno
import json
from base64 import b64decode
from pathlib import Path

from generator.outputs.node_programs import MODULES, run_node

_PACKAGES = {
    "source-sans-3": ("@fontsource-variable/source-sans-3", "wght-normal"),
    "source-serif-4": ("@fontsource/source-serif-4", "600-normal"),
}
"""The package of each typeface, and the style of its files: headings have one weight, which is smaller."""
_SUBSETS = ("latin", "latin-ext")
_SUBSET_FONTS = Path(__file__).with_name("subset_fonts.mjs")
_ON_EVERY_PAGE = {
    "assets/fonts/source-sans-3-latin.woff2": {"wght": {"min": 400, "max": 600}},
    "assets/fonts/source-serif-4-latin.woff2": {},
}
"""The files that every page loads, with the weights that it shows (`assets/theme.css`)."""
_FEATURES = ["kern", "liga"]
"""What else is in the files, such as fractions, no style asks for; digits are of one width anyway."""


def render_font_files(modules: Path = MODULES) -> dict[str, bytes]:
    """Return each font file and the license of each typeface, by its address on the site.

    A file that every page loads has only the weights and features that the site uses, a quarter less.
    Raises FileNotFoundError where `npm ci` has not been run.
    """
    found = find_font_files(modules)
    orders = [
        {"file": str(found[address]), "features": _FEATURES, "axes": axes}
        for address, axes in _ON_EVERY_PAGE.items()
    ]
    made = map(b64decode, json.loads(run_node(_SUBSET_FONTS, orders)))
    files = {address: file.read_bytes() for address, file in found.items()}
    return files | dict(zip(_ON_EVERY_PAGE, made, strict=True))


def find_font_files(modules: Path = MODULES) -> dict[str, Path]:
    """Find each font file and the license of each typeface, by its address on the site; the fonts are whole.

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
