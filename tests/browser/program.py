"""The browser of the system that tests and benchmarks start."""

import shutil

BROWSERS = (
    "chromium-headless-shell",  # opens a page in three quarters of the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)


def find_browser() -> str:
    """Return the path of the first browser that is installed. Raises LookupError if there is none."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    raise LookupError("Chromium or Chrome is missing; `make test` says how to install it")
