"""Load and check, cold and warm, beside a bare loop that parses the same files.

python -m tests.bench.load_check [COUNT]
"""

# ruff: noqa: T201 - a measurement prints what it found

import sys

from tests.bench.measure import made_list, python, table

BARE = """
import sys, yaml
from pathlib import Path
for file in Path(sys.argv[1]).glob("entries/*/*.yaml"):
    yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
"""
CHECK = """
import sys
from generator.cli import main
sys.exit(main(["--root", sys.argv[1], "check", *sys.argv[2:]]))
"""
START = "import generator.check"


def main(count: int) -> None:
    root = made_list(count)
    one = next((root / "entries").glob("2024/*.yaml"))
    (root / ".cache" / "entries.json").unlink(missing_ok=True)
    runs = {
        "bare CSafeLoader loop": python(BARE, root),
        "check, cold": python(CHECK, root),
        "check, warm": python(CHECK, root),
        "check one file, warm": python(CHECK, root, one),
        "importing the checker": python(START),
    }
    bare = runs["bare CSafeLoader loop"].seconds
    rows = [(name, took.seconds, took.seconds / bare, took.megabytes) for name, took in runs.items()]
    print(table([f"{count} entries", "seconds", "of the bare loop", "MB"], rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
