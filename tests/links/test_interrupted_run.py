"""An interrupted run saves what it learned."""

import errno
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from generator.links.providers.web import Web
from generator.links.remembering.link_state import read_state
from generator.links.remembering.memory import Memory
from generator.links.run import LinkRun
from tests.interrupting import accepting_interrupts
from tests.links.fakes.server import Reply, Request
from tests.links.fakes.world import World
from tests.links.made_list import add_project_link, run
from tests.running import running


def test_an_interrupted_run_saves_what_it_learned(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(self: Web, ids: Any, on_answer: Any) -> None:
        while "arxiv:2401.00001" not in learned:
            world.clock.sleep(0)
        raise KeyboardInterrupt

    learned: set[str] = set()
    add_project_link(two_entries, "https://x.org/")
    original = Memory.learn
    monkeypatch.setattr(
        Memory, "learn", lambda self, key, seen: (original(self, key, seen), learned.add(key))[0]
    )
    monkeypatch.setattr(Web, "check", check)
    output = run(two_entries, world)
    assert output.code == 130
    assert "arxiv:2401.00001" in read_state(two_entries / "site_docs/data/links.json").links


def test_an_interrupted_run_says_what_it_could_not_save(
    two_entries: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: LinkRun) -> bool:
        raise KeyboardInterrupt

    def refuse(file: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "links.json")

    monkeypatch.setattr(LinkRun, "_has_time", interrupt)
    monkeypatch.setattr("generator.links.remembering.memory._replace", refuse)
    output = run(two_entries, world)
    assert output.code == 130
    said = "interrupted: what was learned could not be saved: links.json: No space left on device"
    assert output.text.startswith(said)


def test_control_c_stops_a_run_that_waits_for_a_server(two_entries: Path, world: World) -> None:
    """The signal is a real one, sent while a server does not answer."""
    hold, asked = threading.Event(), threading.Event()

    def hang(request: Request) -> Reply:
        asked.set()
        hold.wait()
        return Reply(500)

    world.servers["github"].answer = hang
    program = [sys.executable, "-m", "generator", "--root", str(two_entries), "links"]
    with (
        accepting_interrupts(),
        running(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
    ):
        assert process.stderr
        lines = iter(process.stderr)
        while "arxiv: 2 of 2" not in next(lines):
            pass
        asked.wait()
        process.send_signal(signal.SIGINT)
        shown, _ = process.communicate()
    hold.set()
    assert process.returncode == 130
    assert shown.startswith("interrupted")
    assert list(read_state(two_entries / "site_docs/data/links.json").links) == [
        "arxiv:2401.00001",
        "arxiv:2401.00002",
    ]
