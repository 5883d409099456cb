"""Program that asks all services, which are hostile, at once, and prints the verdicts and the memory it took.

Each line of its input is an address to ask; each is asked in a process of its own, which has everything
loaded. The memory is the peak of that in use, less what was in use before the first request.
"""

import json
import os
import resource
import sys
from pathlib import Path

from generator.links.asking.ask import ask_services
from generator.links.asking.service import ClientContext
from generator.links.gathering.recognize import recognize
from generator.links.providers import web
from generator.links.providers.web import NAME as WEB
from generator.links.services import LINK_SERVICES, SERVICES
from tests.links.fakes.fake import example_of
from tests.links.fakes.server import FakeClock

SECONDS = 0.2
CPU_SECONDS = 30


def example_id(service: str, page: str) -> str:
    """An id to ask the service for; the plain web is asked for `page`."""
    return page if service == WEB else recognize(example_of(service)).id


def memory(name: str) -> int:
    """A figure of this process's memory, in KiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def ask(page: str, address: str) -> None:
    """Ask all services at `address` and the web for `page`; prints what came of it, as JSON in a line."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    os.environ |= dict.fromkeys((service.variable for service in SERVICES), address)
    web.MAX_REQUEST_SECONDS = SECONDS
    agent = "medvlm-links/test"
    context = ClientContext(FakeClock(), agent, recognize, token="a-token", private=True, seconds=SECONDS)
    providers = {name: service.provider(context) for name, service in LINK_SERVICES.items()}
    due = {name: [example_id(name, page)] for name in LINK_SERVICES}
    Path("/proc/self/clear_refs").write_text("5")
    before = memory("VmRSS")
    verdicts = {target.service: answer.verdict for target, answer in ask_services(providers, due)}
    mebibytes = (memory("VmHWM") - before) / 1024
    sys.stdout.write(json.dumps({"verdicts": verdicts, "mebibytes": mebibytes}) + "\n")
    sys.stdout.flush()


def main() -> None:
    for address in map(str.strip, sys.stdin):
        child = os.fork()
        if not child:
            ask(f"{address}/page", address)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            sys.exit(f"the process that asked {address} failed")


if __name__ == "__main__":
    main()
