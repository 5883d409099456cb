"""MiniSearch, which ranks what the browse page finds: taken from npm's folder, with its licence on top."""

from pathlib import Path

PATH = "assets/browse/minisearch.js"
_PACKAGE = Path(__file__).parents[2] / "node_modules" / "minisearch"


def search_library(package: Path = _PACKAGE) -> str:
    """The text of the library as one module; FileNotFoundError where npm has not been run."""
    module = (package / "dist" / "es" / "index.js").read_text("utf-8")
    licence = (package / "LICENSE.txt").read_text("utf-8").strip()
    without_map = module.partition("\n//# sourceMappingURL=")[0]
    return f"/*\nMiniSearch\n\n{licence}\n*/\n{without_map}\n"
