"""The chart of progress by keyboard, by touch and without scripts; the matrix of results on a phone."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Open

BENCHMARK = "/results/mimic-cxr/"
NARROW = {"width": 320, "height": 640}


def chart(page: Page) -> tuple[str, int]:
    """What the chart shows of its chosen point, and the number of its Tab stops."""
    shown = page.locator(".progress").first.locator(".progress-shown:visible")
    stops = page.locator(".progress").first.locator(".progress-point[tabindex='0']")
    return " | ".join(shown.all_inner_texts()), stops.count()


def test_the_points_are_one_tab_stop_and_arrow_keys_walk_them(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}{BENCHMARK}")
    best = page.locator(".progress").first.locator(".progress-point[tabindex='0']")
    expect(best).to_have_count(1)
    name = str(best.get_attribute("aria-label"))
    assert name.endswith("best so far")
    best.focus()
    first, stops = chart(page)
    assert first.split()[0] in name
    page.keyboard.press("ArrowLeft")
    second, _ = chart(page)
    page.keyboard.press("Home")
    third, _ = chart(page)
    assert len({first, second, third}) == 3
    assert (stops, chart(page)[1]) == (1, 1)


def test_a_tapped_point_shows_its_model_below_the_chart(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}{BENCHMARK}", viewport=NARROW, has_touch=True)
    point = page.locator(".progress").first.locator(".progress-point").last
    point.tap()
    text, _ = chart(page)
    assert text.split()[0] in str(point.get_attribute("aria-label"))
    box = page.locator(".progress-shown:visible").first.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= NARROW["width"]


def test_without_scripts_every_point_can_have_the_focus(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}{BENCHMARK}", java_script_enabled=False)
    point = page.locator(".progress").first.locator(".progress-point").nth(2)
    point.focus()
    assert chart(page)[0].split()[0] in str(point.get_attribute("aria-label"))


def test_the_heads_of_the_matrix_stay_over_their_columns_on_a_phone(open_page: Open, real_url: str) -> None:
    page = open_page(f"{real_url}/results/", viewport=PHONE)
    places = page.evaluate(
        """() => {
          const box = document.querySelectorAll(".matrix-scroll")[1];
          box.scrollIntoView();
          box.scrollLeft = 250;
          box.scrollTop = 200;
          const left = (cells) => [...cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
          const [head, , row] = box.querySelectorAll("tr");
          return [left(head.cells), left(row.cells), Math.round(box.getBoundingClientRect().left)];
        }"""
    )
    head, row, box = places
    assert head == row
    assert box <= head[0] <= box + 2
