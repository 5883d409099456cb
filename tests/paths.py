"""Where the project, the tests' data and the golden files are."""

from pathlib import Path

PROJECT = Path(__file__).parents[1]
DATA = PROJECT / "tests/data"
GOLDEN = PROJECT / "tests/golden"
