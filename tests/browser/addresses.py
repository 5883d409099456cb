"""The address of a page: a test waits for it, as the driver hears of it a little later than the page."""

import re

from playwright.sync_api import Page, expect


def expect_address(page: Page, ending: str) -> None:
    """Wait until the address of `page` ends so."""
    expect(page).to_have_url(re.compile(f"{re.escape(ending)}$"))
