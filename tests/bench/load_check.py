"""Load and check, cold and warm, beside a bare loop that parses the same files.

python -m tests.bench.load_check [COUNT]
"""

# ruff: noqa: T201 - a measurement prints what it found

import sys

from tests.bench.measure import made_list, python, run, table

BARE = """
import sys, yaml
from pathlib import Path
for file in Path(sys.argv[1]).glob("entries/*/*.yaml"):
    yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
"""
START = "import generator.checking.check"


def main(count: int) -> None:
    root = made_list(count)
    one = next((root / "entries").glob("2024/*.yaml"))
    (root / ".cache" / "entries.json").unlink(missing_ok=True)
    check = (sys.executable, "-m", "generator", "--root", root, "check")
    runs = {
        "bare CSafeLoader loop": python(BARE, root),
        "check, cold": run([*check]),
        "check, warm": run([*check]),
        "check one file, warm": run([*check, one]),
        "importing the checker": python(START),
    }
    bare = runs["bare CSafeLoader loop"].seconds
    rows = [(name, took.seconds, took.seconds / bare, took.megabytes) for name, took in runs.items()]
    print(table([f"{count} entries", "seconds", "of the bare loop", "MB"], rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
