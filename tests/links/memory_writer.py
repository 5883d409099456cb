"""Runs that write records beside a test: in processes that load the memory once, and nothing of the tests."""

import multiprocessing
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path

from generator.links.answers.verdict import ok
from generator.links.remembering.memory import Memory
from generator.links.remembering.record_update import update_record

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def write_records(file: Path, name: str, rounds: int, written: Event | None = None) -> None:
    """Save as many records, one at a time; `written` says that the first is in the file."""
    memory = Memory(file)
    for number in range(rounds):
        record = update_record(name, ok(), None, datetime(2026, 11, 24, 8, tzinfo=UTC))
        memory.learn(f"web:{name}{number}", record)
        memory.save()
        if written:
            written.set()
