"""What the preview watches: a folder that cannot be read is a change, and ends nothing."""

from pathlib import Path
from threading import Event

import pytest
from watchdog.events import FileSystemEventHandler

from generator.engine.preview_watching import make_observer
from tests.refusing import refuse_folder


@pytest.mark.parametrize("below", ["", "2024"])
def test_a_folder_that_can_no_longer_be_read_is_a_change(
    below: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024" / "films.yaml").touch()
    missed, back = Event(), Event()
    handler = FileSystemEventHandler()
    handler.on_deleted = lambda event: missed.set()  # type: ignore[method-assign]
    handler.on_created = lambda event: back.set()  # type: ignore[method-assign]
    observer = make_observer({str(tmp_path)}, 0.01)
    observer.schedule(handler, str(tmp_path), recursive=True)
    observer.start()
    try:
        with monkeypatch.context() as refusing:
            refuse_folder(refusing, tmp_path / below)
            missed.wait()
        back.wait()
    finally:
        observer.stop()
        observer.join()
