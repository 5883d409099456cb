"""Folders that nobody may list: the user root, as whom tests may run, may list any."""

import os
from pathlib import Path
from typing import Any

import pytest


def refuse_folder(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Let listing `folder` fail, as it does without permission."""
    scan, list_names = os.scandir, os.listdir

    def refuse(path: Any) -> None:
        if str(path) == str(folder):
            raise PermissionError(13, "Permission denied", str(path))

    def scandir(path: Any = ".") -> Any:
        refuse(path)
        return scan(path)

    def listdir(path: Any = ".") -> Any:
        refuse(path)
        return list_names(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "listdir", listdir)
