"""Score one page of each kind with Lighthouse: `python -m tests.bench.lighthouse`."""

# ruff: noqa: T201 - a benchmark prints its results

import json
import os
import subprocess
import tempfile
from pathlib import Path

from tests.bench.measure import FOLDER, PROJECT
from tests.browser.built import build
from tests.browser.program import find_browser
from tests.browser.server import served

LIGHTHOUSE_VERSION = "12.8.2"
SCORED_PAGES = (
    "/",
    "/browse/",
    "/papers/zhang2023biomedclip/",
    "/models/",
    "/datasets/",
    "/results/",
    "/results/lau2018dataset/",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_FLAGS = "--headless=new --no-sandbox --disable-background-networking"


def main() -> None:
    """Build and serve the site, and print a table of scores out of 100."""
    program = _install()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(build(PROJECT / "entries", Path(folder), own=True)) as url,
    ):
        print("| page |", " | ".join(CATEGORIES), "| short of 100 |")
        print("| --- " * (len(CATEGORIES) + 2) + "|")
        for page in SCORED_PAGES:
            print(_row(page, _report(program, f"{url}{page}")))


def _install() -> Path:
    """Install the program from the npm registry into a folder that git ignores."""
    folder = FOLDER / "lighthouse"
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not program.exists():
        folder.mkdir(parents=True, exist_ok=True)
        command = [
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            folder,
            f"lighthouse@{LIGHTHOUSE_VERSION}",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return program


def _report(program: Path, url: str) -> dict[str, object]:
    command = [program, url, "--quiet", "--output=json", f"--chrome-flags={_FLAGS}"]
    environment = os.environ | {"CHROME_PATH": find_browser()}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    report: dict[str, object] = json.loads(done.stdout)
    return report


def _row(page: str, report: dict[str, object]) -> str:
    categories = report["categories"]
    audits = report["audits"]
    assert isinstance(categories, dict)
    assert isinstance(audits, dict)
    scores = [f"{100 * categories[name]['score']:.0f}" for name in CATEGORIES]
    short = [
        reference["id"]
        for name in CATEGORIES[1:]
        for reference in categories[name]["auditRefs"]
        if reference["weight"] and audits[reference["id"]]["score"] == 0
    ]
    return f"| {page} | {' | '.join(scores)} | {', '.join(short)} |"


if __name__ == "__main__":
    main()
