"""Starts the system's WebKit and Firefox on a display in memory; nothing is downloaded."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.common.options import ArgOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService

from tests.engines.marionette import MarionetteConnection

SECONDS_TO_START = 60

Environment = Mapping[str, str]


@contextmanager
def start_display() -> Iterator[Environment]:
    """Start a display; gives the environment of the programs that appear there."""
    reading, writing = os.pipe()
    command = [_find("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    with _started(command, pass_fds=[writing]), open(reading) as numbers:
        os.close(writing)
        yield os.environ | {"DISPLAY": f":{numbers.readline().strip()}", "GDK_BACKEND": "x11"}


@contextmanager
def start_webkit(environment: Environment, folder: Path) -> Iterator[WebDriver]:
    """Start the small browser that comes with WebKitGTK, by its driver; its files are in `folder`."""
    options = WebKitOptions()
    options.binary_location = _find_minibrowser()
    options.add_argument("--automation")
    # Its sandbox needs rights that root in a container, and users of some systems, do not have.
    unguarded = {"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    service = WebKitService(_find("WebKitWebDriver"), env={**environment, **unguarded, "HOME": str(folder)})
    service.start()
    try:
        connection = RemoteConnection(client_config=ClientConfig(service.service_url))
        driver = webdriver.Remote(connection, options=options)
        yield driver
        driver.quit()
    finally:
        service.stop()


@contextmanager
def start_firefox(environment: Environment, folder: Path) -> Iterator[WebDriver]:
    """Start Firefox with a new profile in `folder`."""
    (folder / "user.js").write_text('user_pref("marionette.port", 0);\n')  # a free port, noted in a file
    program = _find("firefox-esr", "firefox")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder), "about:blank"]
    with _started(command, env={**environment, "HOME": str(folder)}):
        note = folder / "MarionetteActivePort"
        port = WebDriverWait(note, SECONDS_TO_START).until(lambda note: note.exists() and note.read_text())
        driver = webdriver.Remote(MarionetteConnection(int(port)), options=_NoOptions())
        yield driver
        driver.quit()


ENGINES = {"webkit": start_webkit, "firefox": start_firefox}


class _NoOptions(ArgOptions):
    @property
    def default_capabilities(self) -> dict[str, Any]:
        return {}


@contextmanager
def _started(command: list[str], **options: Any) -> Iterator[None]:
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    try:
        yield
    finally:
        program.terminate()
        program.wait(60)


def _find_minibrowser() -> str:
    """Find it in the folder of any version of WebKitGTK; it is not on the path."""
    path = next(Path("/usr/lib").glob("*/webkit*gtk-*/MiniBrowser"), None)
    assert path, "MiniBrowser is missing; `make engines` says how to install it"
    return str(path)


def _find(*names: str) -> str:
    path = next((found for name in names if (found := shutil.which(name))), None)
    assert path, f"{names[0]} is missing; `make engines` says how to install it"
    return path
