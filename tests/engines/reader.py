"""A person at a browser: finds controls by role and name, waits for what should appear, pastes."""

from collections.abc import Callable
from typing import TypeVar

from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.engines import places

SECONDS = 10
"""How long a person waits for an answer."""

_GONE = (NoSuchElementException, StaleElementReferenceException)
_CONTROLS = {
    "button": "button, summary, [role=button]",
    "checkbox": "input[type=checkbox]",
    "columnheader": "th[scope=col]",
    "field": "input:not([type=checkbox]), textarea, select",
    "link": "a[href]",
}

T = TypeVar("T")


class Reader:
    """Reads the site at `url` in one browser."""

    def __init__(self, driver: WebDriver, url: str) -> None:
        self.driver = driver
        self.url = url

    @property
    def address(self) -> str:
        """Where the reader is, below the site's root."""
        return self.driver.current_url.removeprefix(f"{self.url}/")

    def open(self, address: str) -> None:
        """Go to a page and wait until it is loaded."""
        self.driver.get(f"{self.url}/{address}")

    def back(self) -> None:
        """Press the back button."""
        self.driver.back()

    def find(self, role: str, name: str, within: str = "body") -> WebElement:
        """Wait for the first visible control whose name contains `name`, in any case."""

        def search(_: object) -> WebElement | None:
            place = self.driver.find_element(By.CSS_SELECTOR, within)
            for found in place.find_elements(By.CSS_SELECTOR, _CONTROLS[role]):
                if found.is_displayed() and name.casefold() in found.accessible_name.casefold():
                    return found
            return None

        return self._wait(search, f"{role} {name!r} in {within}")

    def click(self, role: str, name: str, within: str = "body") -> None:
        """Click what `find` finds."""
        self._bring_into_view(self.find(role, name, within)).click()

    def write(self, name: str, text: str, within: str = "body") -> None:
        """Type over what is in the field `name`."""
        field = self._bring_into_view(self.find("field", name, within))
        field.clear()
        field.send_keys(text)

    def choose(self, name: str, option: str, within: str = "body") -> None:
        """Choose an option of the list `name`."""
        field = self._bring_into_view(self.find("field", name, within))
        field.find_element(By.XPATH, f'.//option[normalize-space()="{option}"]').click()

    def texts(self, selector: str) -> list[str]:
        """The texts of all that `selector` selects.

        The driver of WebKit takes an element whose lines are clamped for hidden, so the page is asked.
        """
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [str(element.get_property("innerText")).strip() for element in found]

    def text(self, selector: str) -> str:
        """All texts that `selector` selects, as one."""
        return "\n".join(self.texts(selector))

    def heard(self) -> str:
        """All that the page announces; a screen reader says it also where it is not in sight."""
        found = self.driver.find_elements(By.CSS_SELECTOR, places.STATUS)
        return "\n".join(str(status.get_property("textContent")) for status in found)

    def address_of(self, link: str) -> str:
        """Where a link leads."""
        return str(self.find("link", link).get_property("href"))

    def wait_for(self, selector: str) -> None:
        """Wait until something is on the page."""
        self.wait_until(lambda: self.driver.find_elements(By.CSS_SELECTOR, selector), selector)

    def wait_for_text(self, text: str, selector: str) -> None:
        """Wait until a text is there, in any case."""
        self.wait_until(lambda: text.casefold() in self.text(selector).casefold(), f"{text!r} in {selector}")

    def wait_until(self, happened: Callable[[], T], what: str) -> T:
        """Wait until something has happened; gives what `happened` gives."""
        return self._wait(lambda _: happened(), what)

    def paste(self) -> str:
        """What the clipboard holds: it is pasted into the box of the contribute page."""
        self.open("contribute/")
        self.wait_for(places.CONTRIBUTE_READY)
        self.click("field", places.PASTE_BOX)
        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
        field = self.find("field", places.PASTE_BOX)
        return self.wait_until(lambda: field.get_property("value"), "something pasted")

    def forget(self) -> None:
        """Delete what pages keep in this browser."""
        self.open("about/")
        self.driver.execute_script("localStorage.clear(); sessionStorage.clear()")

    def _bring_into_view(self, element: WebElement) -> WebElement:
        """Scroll as a person does; drivers stop at the edge, where the site's header may cover `element`."""
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        return element

    def _wait(self, condition: Callable[[object], T], what: str) -> T:
        wait = WebDriverWait(self.driver, SECONDS, ignored_exceptions=_GONE)
        return wait.until(condition, f"missing: {what}")
