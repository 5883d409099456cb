"""Check a page with axe-core: on a desktop and on a phone, in the light and in the dark palette."""

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE
from tests.paths import PROJECT

AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
RULES_OF_COLOR = ("color-contrast", "link-in-text-block")


def violations(page: Page, within: str = "", on_phone: Callable[[], object] = lambda: None) -> list[str]:
    """List violations of WCAG 2.2 AA and of good practice, one line per rule and element.

    `page` is opened on a desktop, in the light palette and without motion. It is checked so, and on a phone
    in the dark palette: each check takes long. `within` selects the parts that a test is about, where others
    check the rest of the page. `on_phone` opens again what closed with the new size.
    """
    found = list_violations(page, within=within)
    _resize(page, PHONE)
    _darken(page)
    on_phone()
    return found + list_violations(page, within=within)


def violations_of_crossed_colors(page: Page) -> list[str]:
    """List what `violations` leaves out: on a phone in the light palette, on a desktop in the dark one.

    A palette changes colors only, so the other rules are not asked.
    """
    _resize(page, PHONE)
    found = list_violations(page, *RULES_OF_COLOR)
    _resize(page, DESKTOP)
    _darken(page)
    return found + list_violations(page, *RULES_OF_COLOR)


def _darken(page: Page) -> None:
    page.get_by_title("Switch to dark mode").click()
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"


def _resize(page: Page, size: ViewportSize) -> None:
    """Give `page` another size and wait for the theme, which then marks the code blocks that scroll."""
    page.set_viewport_size(size)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def list_violations(page: Page, *rules: str, within: str = "") -> list[str]:
    """List violations of `rules`, or of all rules of axe-core, on `page` or `within` parts of it."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE.read_text("utf-8"))  # the policy of the page refuses a script tag
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")  # else the header hides parts of fields
    wanted = {"runOnly": rules} if rules else {"rules": {"target-size": {"enabled": True}}}  # not so at first
    options = {"resultTypes": ["violations"], **wanted}
    run = "([part, options]) => axe.run(part || document, options).then(({ violations }) => violations)"
    found = page.evaluate(run, [within, options])
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]
