"""The preview of `mkdocs serve`: what is changed in an entry shows after one build."""

import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from tests.browser.built import ENVIRONMENT, PROJECT, prepare_project

ENTRY = "undated/tiny-films"


def test_a_changed_entry_shows_after_one_build(tmp_path: Path) -> None:
    entries = Path(shutil.copytree(PROJECT / "tests" / "data" / "catalog" / "entries", tmp_path / "entries"))
    (tmp_path / "list").mkdir()
    config = prepare_project(entries, tmp_path / "list")
    with socket.create_server(("127.0.0.1", 0)) as free:
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", host, "-f", str(config)]
    with subprocess.Popen(command, cwd=PROJECT, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            assert next((line for line in server.stderr if "Serving on" in line), None)
            page = f"http://{host}/papers/tiny-films/"
            before = _text(page)
            file = entries / f"{ENTRY}.yaml"
            file.write_text(file.read_text("utf-8").replace("Tiny Films", "Minute Films"), "utf-8")
            # The server answers this when the next build is done.
            epoch, request = re.findall(r"livereload\((\d+), (\d+)\)", before)[0]
            _text(f"http://{host}/livereload/{epoch}/{request}")
            after = _text(page)
        finally:
            server.terminate()
    assert ("Minute Films" in before, "Minute Films" in after) == (False, True)


def _text(address: str) -> str:
    with urlopen(address, timeout=120) as answer:
        return str(answer.read().decode())
