"""Load and check, cold and warm, beside a bare loop that parses the same files.

Seconds of processors are summed over all processes; other programs on the machine affect them less.

python -m tests.bench.load_check [COUNT]
"""

# ruff: noqa: T201 - a measurement prints what it found

import sys

from tests.bench.measure import format_table, prepare_list, run_measured, run_python

BARE = """
import sys, yaml
from pathlib import Path
for file in Path(sys.argv[1]).glob("entries/*/*.yaml"):
    yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
"""
START = "import generator.checking.check"


def main(count: int) -> None:
    root = prepare_list(count)
    one = next((root / "entries").glob("2024/*.yaml"))
    (root / ".cache" / "entries.json").unlink(missing_ok=True)
    check = (sys.executable, "-m", "generator", "--root", root, "check")
    runs = {
        "bare CSafeLoader loop": run_python(BARE, root),
        "check, cold": run_measured([*check]),
        "check, warm": run_measured([*check]),
        "check one file, warm": run_measured([*check, one]),
        "importing the checker": run_python(START),
    }
    bare = runs["bare CSafeLoader loop"]
    rows = [
        (name, took.seconds, took.seconds / bare.seconds, took.cpu, took.cpu / bare.cpu, took.megabytes)
        for name, took in runs.items()
    ]
    head = ("seconds", "of the bare loop", "of processors", "of the bare loop's", "MB")
    print(format_table([f"{count} entries", *head], rows))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
