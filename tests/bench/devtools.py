"""What a bench asks of a browser about a page: to slow it, to weigh it, and how long its tasks take."""

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

TIMES = 4
_SLICE = 0.003
"""Seconds that a paused process runs between pauses; short beside what is measured."""
_TASKS = "disabled-by-default-devtools.timeline"


@contextmanager
def _at_full_speed(page: Page) -> Iterator[None]:
    yield


@contextmanager
def _main_thread_slowed(page: Page) -> Iterator[None]:
    # As Lighthouse does it. DevTools cannot slow a worker, so these run on at full speed.
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": TIMES})
    yield
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.detach()


@contextmanager
def _process_slowed(page: Page) -> Iterator[None]:
    # Every thread of the page's process, workers too, is stopped for three of four slices of time.
    session = _browser(page).new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    (browser,) = (process["id"] for process in processes if process["type"] == "browser")
    ended = threading.Event()
    thread = threading.Thread(target=_pause, args=(browser, ended))
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _pause(browser: int, ended: threading.Event) -> None:
    renderers: list[int] = []
    slices = 0
    while not ended.is_set():
        if slices % 20 == 0:  # another page may have another process
            renderers = _renderers(browser)
        slices += 1
        _signal(renderers, signal.SIGSTOP)
        time.sleep(_SLICE * (TIMES - 1))
        _signal(renderers, signal.SIGCONT)
        time.sleep(_SLICE)


def _renderers(browser: int) -> list[int]:
    """Processes of pages, which are grandchildren of the browser's."""
    parents = {int(file.parent.name): _parent(file) for file in Path("/proc").glob("[0-9]*/stat")}
    grandchildren = [process for process, parent in parents.items() if parents.get(parent) == browser]
    return [process for process in grandchildren if _is_renderer(process)]


def _parent(stat: Path) -> int:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0  # it has just ended


def _is_renderer(process: int) -> bool:
    try:
        return b"--type=renderer" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def _signal(processes: list[int], what: signal.Signals) -> None:
    for process in list(processes):
        try:
            os.kill(process, what)
        except ProcessLookupError:
            processes.remove(process)


SPEEDS: dict[str, Callable[[Page], AbstractContextManager[None]]] = {
    "full": _at_full_speed,
    "main thread /4": _main_thread_slowed,
    "all threads /4": _process_slowed,
}
"""Ways to slow a page, by what they are called in a table."""


@contextmanager
def tasks(page: Page) -> Iterator[list[float]]:
    """The milliseconds of each task of the page's main thread, once the block has ended.

    They are the processor's, so that neither other programs nor pauses of the process count.
    """
    found: list[float] = []
    _browser(page).start_tracing(page=page, categories=["__metadata", _TASKS])
    yield found
    events = json.loads(_browser(page).stop_tracing())["traceEvents"]
    main = {(event["pid"], event["tid"]) for event in events if _names_main_thread(event)}
    tasks = (event for event in events if event["name"] == "RunTask" and (event["pid"], event["tid"]) in main)
    found += [event.get("tdur", 0) / 1000 for event in tasks]


def _names_main_thread(event: dict[str, Any]) -> bool:
    return bool(event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain")


def heap(page: Page) -> float:
    """Megabytes that the scripts of a page and of its workers hold, after rubbish is collected."""
    session = page.context.new_cdp_session(page)
    workers: list[str] = []
    answers: list[dict[str, Any]] = []
    session.on("Target.attachedToTarget", lambda event: workers.append(event["sessionId"]))
    session.on("Target.receivedMessageFromTarget", lambda event: answers.append(json.loads(event["message"])))
    session.send(
        "Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
    )
    while len(workers) < len(page.workers):
        page.wait_for_timeout(50)
    session.send("HeapProfiler.collectGarbage")
    used = [session.send("Runtime.getHeapUsage")]
    for worker in workers:
        for number, method in enumerate(("HeapProfiler.collectGarbage", "Runtime.getHeapUsage")):
            message = json.dumps({"id": number, "method": method})
            session.send("Target.sendMessageToTarget", {"sessionId": worker, "message": message})
    while len(usages := [answer["result"] for answer in answers if answer.get("id") == 1]) < len(workers):
        page.wait_for_timeout(50)  # there are events among the answers
    used += usages
    session.detach()
    return sum(float(part["usedSize"] + part["backingStorageSize"]) for part in used) / 1e6


def _browser(page: Page) -> Browser:
    browser = page.context.browser
    assert browser
    return browser
