"""Ask services that are hostile, all at once, and print what came of it and what it cost; run as a program.

The peak is that of the memory in use, counted from before the first request.
"""

import json
import resource
import sys
from pathlib import Path

from generator.links.ask import ask
from generator.links.providers import web
from generator.links.providers.client import Setting
from generator.links.registry import SERVICES
from tests.links.fakes.server import FakeClock

IDS = {
    "arxiv": "2401.00001",
    "doi": "10.5555/a",
    "github": "a/b",
    "huggingface": "models/a/b",
    "pubmed": "1",
}
SECONDS = 0.2
CPU_SECONDS = 30


def memory(name: str) -> int:
    """A figure of this process in KiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def main(url: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    web.REQUEST_SECONDS = SECONDS
    setting = Setting(FakeClock(), "medvlm-links/test", token="a-token", private=True, seconds=SECONDS)
    providers = {service: make(setting) for service, make in SERVICES.items()}
    due = {service: [IDS.get(service, url)] for service in SERVICES}
    Path("/proc/self/clear_refs").write_text("5")
    before = memory("VmRSS")
    verdicts = {target.service: answer.verdict for target, answer in ask(providers, due)}
    mebibytes = (memory("VmHWM") - before) / 1024
    sys.stdout.write(json.dumps({"verdicts": verdicts, "mebibytes": mebibytes}))


if __name__ == "__main__":
    main(*sys.argv[1:])
