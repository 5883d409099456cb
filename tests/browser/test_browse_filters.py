"""Filters, order and address of the browse page; the expected entries come from the catalog."""

import re
from collections.abc import Callable
from itertools import combinations

from playwright.sync_api import Page, expect

from generator.catalog.catalog import Catalog
from generator.outputs.site.browse import RESULTS_PER_PAGE
from generator.text import fold
from generator.views.facets import make_author_slug
from generator.views.groups import list_groups
from generator.views.order import sort_newest_first
from tests.browser.addresses import expect_address
from tests.browser.browsing import (
    SEARCH,
    entries_by_id,
    exclude_button,
    expect_entries,
    facet_box,
    ids,
    ids_of_term,
    search_for,
    wait_for_results,
)


def test_terms_widen_facets_narrow_and_parents_find_children(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    xray, vqa = ids_of_term(core, "modality", "xray"), ids_of_term(core, "task", "vqa")
    report = ids_of_term(core, "task", "report-generation")
    assert ids_of_term(core, "modality", "chest-xray") < xray
    facet_box(page, "modality", "xray").check()
    expect_entries(page, entries_by_id(core, xray))
    facet_box(page, "task", "vqa").check()
    expect_entries(page, entries_by_id(core, xray & vqa))
    facet_box(page, "task", "report-generation").check()
    expect_entries(page, entries_by_id(core, xray & (vqa | report)))
    page.get_by_label("Code", exact=False).first.check()
    expect_entries(page, [entry for entry in entries_by_id(core, xray & (vqa | report)) if entry.links.code])


def test_a_second_click_unticks_a_term(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    control = facet_box(page, "modality", "ct")
    control.click()
    expect_entries(page, entries_by_id(core, ids_of_term(core, "modality", "ct")))
    expect_address(page, "?modality=ct")
    control.click()
    expect_entries(page, core)
    expect(control).not_to_be_checked()
    expect_address(page, "/browse/")


NOTE_STEPS = """() => {
  globalThis.steps = [];
  const cards = ({ target, addedNodes }) => (target.matches("#browse-cards ol") ? addedNodes.length : 0);
  const counts = ({ target }) => target.matches(".facet .facet-count");
  new MutationObserver((records) => steps.push([
    records.reduce((sum, record) => sum + cards(record), 0),
    records.filter(counts).length,
  ])).observe(document, { subtree: true, childList: true });
}"""
"""Notes how many cards and how many counts each task changes."""


def test_the_plain_list_comes_back_in_steps_and_is_whole(browse: Callable[..., Page]) -> None:
    page = browse()
    numbers = page.locator("#browse-facets .facet-count:visible")
    newest, counts = ids(page), numbers.all_inner_texts()
    box = facet_box(page, "task", "vqa")
    box.check()
    wait_for_results(page)
    assert numbers.all_inner_texts() != counts
    page.evaluate(NOTE_STEPS)
    box.uncheck()
    wait_for_results(page)
    assert (ids(page), numbers.all_inner_texts()) == (newest, counts)
    expect(box).to_be_focused()
    expect(page.locator("#browse-pages [aria-current]")).to_have_text("1")
    steps = [(cards, changed) for cards, changed in page.evaluate("steps") if cards or changed]
    assert sum(cards for cards, _ in steps) == len(newest)
    assert max(cards for cards, _ in steps) < len(newest) / 4, "a task with all cards takes too long"
    assert not any(cards and changed for cards, changed in steps)


CLEAR_SEARCH_AND_SELECTION = """() => {
  const box = document.querySelector("#browse-q");
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  [...document.querySelectorAll(".take-bar > button")].at(-1).click();
}"""
"""Both in one task: the first two cards are back, and the others not yet."""


def test_a_selection_that_is_cleared_while_the_plain_list_comes_back_stays_so(
    browse: Callable[..., Page],
) -> None:
    page = browse()
    boxes = page.locator(".card-box")
    boxes.last.check()
    expect(page.locator(".take-bar")).to_contain_text("1 selected")
    number = boxes.count()
    search_for(page, "clip")
    wait_for_results(page)
    page.evaluate(CLEAR_SEARCH_AND_SELECTION)
    wait_for_results(page)
    expect(boxes).to_have_count(number)
    assert not any(boxes.nth(place).is_checked() for place in range(number))


def test_back_leads_to_the_place_in_the_plain_list(browse: Callable[..., Page]) -> None:
    page = browse(bypass_csp=True)  # the policy of the page would not let the test evaluate its condition
    term = page.locator("#browse-cards .card").nth(10).locator(".term").first
    term.scroll_into_view_if_needed()
    place = term.evaluate("term => { const place = scrollY; term.click(); return place; }")
    assert place > 0
    wait_for_results(page)
    expect(page.locator("#browse-count")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#browse-chips")).to_be_hidden()
    page.wait_for_function("place => scrollY === place", arg=place)


def test_a_button_at_its_row_excludes_a_term(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    ct = ids_of_term(core, "modality", "ct")
    control, exclude = facet_box(page, "modality", "ct"), exclude_button(page, "CT")
    exclude.click()
    expect_entries(page, entries_by_id(core, set(core.entries) - ct))
    expect(exclude).to_have_attribute("aria-pressed", "true")
    expect(control).not_to_be_checked()
    expect(page.locator("#browse-facets .is-excluded .facet-label")).to_have_text("CT")
    expect(page.locator("#browse-chips .is-excluded")).to_have_text("Modality: not CT ×")
    expect_address(page, "?-modality=ct")
    control.click()
    expect_entries(page, entries_by_id(core, ct))
    expect(exclude).to_have_attribute("aria-pressed", "false")
    exclude.click()
    exclude.click()
    expect_entries(page, core)


def test_all_of_several_terms_can_be_asked_for(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?task=vqa")
    vqa, report = (ids_of_term(core, "task", term) for term in ("vqa", "report-generation"))
    match = page.locator('details[data-facet="task"]').get_by_role("radiogroup", name="Match")
    expect_entries(page, entries_by_id(core, vqa))
    expect(match).to_be_hidden()
    facet_box(page, "task", "report-generation").check()
    expect_entries(page, entries_by_id(core, vqa | report))
    expect(match.get_by_role("radio", name="any of these")).to_be_checked()
    match.get_by_role("radio", name="all of these").check()
    expect_entries(page, entries_by_id(core, vqa & report))
    expect_address(page, "?task=vqa&task=report-generation&task.all=1")
    expect(page.locator("#browse-chips li")).to_have_text(
        ["Task: Visual question answering ×", "and Report generation ×", "Clear all"]
    )
    count = facet_box(page, "task", "grounding").locator("..").locator(".facet-count")
    expect(count).to_have_text(str(len(vqa & report & ids_of_term(core, "task", "grounding"))))
    page.reload()
    expect_entries(page, entries_by_id(core, vqa & report))
    expect(match.get_by_role("radio", name="all of these")).to_be_checked()


def test_only_facets_with_several_terms_of_one_entry_ask_for_any_or_all(browse: Callable[..., Page]) -> None:
    page = browse("?kind=model&kind=method&task=vqa&task=reasoning")
    expect(page.locator(".facet-match:visible")).to_have_count(1)
    expect(page.locator('details[data-facet="kind"] .facet-match')).to_have_count(0)


def test_the_title_of_the_page_names_the_filters(browse: Callable[..., Page]) -> None:
    page = browse()
    expect(page).to_have_title(re.compile("^Browse - "))
    page = browse("?q=image&task=vqa&-modality=ct&year=2024-")
    whole = "“image”, Visual question answering, not CT, since 2024 - Browse - "
    expect(page).to_have_title(re.compile(f"^{whole}"))
    page.get_by_role("button", name="Clear all").click()
    expect(page).to_have_title(re.compile("^Browse - "))
    page.go_back()
    expect(page).to_have_title(re.compile(f"^{whole}"))


def test_any_in_place_of_all_is_offered_where_nothing_is_found(
    browse: Callable[..., Page], core: Catalog
) -> None:
    groups = {group.slug: {entry.id for entry in group.entries} for group in list_groups(core, "task")}
    one, two = next(pair for pair in combinations(groups, 2) if not groups[pair[0]] & groups[pair[1]])
    page = browse(f"?task={one}&task={two}&task.all=1")
    note = page.locator("#browse-note")
    expect(note).to_contain_text("No results. Try one of these:")
    expect(note.get_by_role("button", name="Remove “")).to_have_count(2)
    note.get_by_role("button", name="Task: any of these, not all (").click()
    expect_entries(page, entries_by_id(core, groups[one] | groups[two]))
    expect(note).to_be_hidden()


def test_counts_are_right_for_the_selection(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?modality=xray&code=1&year=2020-")
    xray = ids_of_term(core, "modality", "xray")
    base = {entry.id for entry in core if entry.links.code and (entry.year or 0) >= 2020}
    expect_entries(page, entries_by_id(core, base & xray))
    counts: dict[str, int] = page.eval_on_selector_all(
        "#browse-facets li:has(.facet-count)",
        """items => Object.fromEntries(items.map((item) => {
             const { name, value } = item.querySelector("input");
             return [`${name} ${value}`, Number(item.querySelector(".facet-count").textContent)];
           }))""",
    )
    for group in list_groups(core, "task"):
        assert counts[f"task {group.slug}"] == len(ids_of_term(core, "task", group.slug) & base & xray), (
            group.slug
        )
    for group in list_groups(core, "modality"):
        assert counts[f"modality {group.slug}"] == len(ids_of_term(core, "modality", group.slug) & base), (
            group.slug
        )


def test_a_long_facet_unfolds_and_finds_a_term(browse: Callable[..., Page]) -> None:
    page = browse()
    facet = page.locator('details[data-facet="task"]')
    visible = facet.locator("li:visible")
    expect(visible).to_have_count(8)
    facet.get_by_role("button", name="Show all").click()
    assert visible.count() > 8
    facet.get_by_role("button", name="Show fewer").click()
    facet.get_by_label("Find in Task").fill("question")
    expect(visible.first).to_contain_text("question")
    facet.get_by_label("Find in Task").press("Escape")
    expect(visible).to_have_count(8)


def test_sections_and_authors_filter_by_address(browse: Callable[..., Page], core: Catalog) -> None:
    entry = next(entry for entry in core if entry.authors)
    author = make_author_slug(entry.authors[0])
    page = browse(f"?author={author}")
    expect_entries(page, [one for one in core if author in map(make_author_slug, one.authors)])
    expect(page.locator("#browse-chips")).to_contain_text(f"Author: {entry.authors[0]}")
    page = browse("?section=surveys")
    expect_entries(page, entries_by_id(core, ids_of_term(core, "section", "surveys")))
    expect(page.locator('details[data-facet="section"]')).to_be_visible()


def test_an_author_is_found_in_every_spelling(browse: Callable[..., Page], core: Catalog) -> None:
    author = next(
        term for term in core.vocabulary("authors") if len(ids_of_term(core, "author", term.slug)) > 1
    )
    page = browse(f"?author={author.slug}")
    expect_entries(page, entries_by_id(core, ids_of_term(core, "author", author.slug)))


def test_sorting(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    sort = page.get_by_label("Sort")
    sort.select_option("title")
    expect(page.locator("#browse-cards .card-title > a").first).to_have_text(
        min((entry.title for entry in core), key=fold)
    )
    sort.select_option("oldest")
    oldest = min(entry.date for entry in core if entry.date)
    expect(page.locator("#browse-cards time").first).to_have_text(oldest)
    expect_address(page, "?sort=oldest")


# State


def test_the_state_is_in_the_address_and_back_and_forward_follow_it(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    vqa = ids_of_term(core, "task", "vqa")
    ct = ids_of_term(core, "modality", "ct")
    facet_box(page, "task", "vqa").check()
    expect_entries(page, entries_by_id(core, vqa))
    facet_box(page, "modality", "ct").check()
    expect_entries(page, entries_by_id(core, vqa & ct))
    expect_address(page, "?task=vqa&modality=ct")
    page.go_back()
    expect_entries(page, entries_by_id(core, vqa))
    expect(facet_box(page, "modality", "ct")).not_to_be_checked()
    page.go_back()
    expect_entries(page, core)
    page.go_forward()
    page.go_forward()
    expect_entries(page, entries_by_id(core, vqa & ct))
    page.reload()
    expect_entries(page, entries_by_id(core, vqa & ct))
    expect(facet_box(page, "task", "vqa")).to_be_checked()


def test_a_whole_state_is_restored_and_shown(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?q=image&task=vqa&-modality=ct&year=2022-2024&code=1&sort=newest")
    wait_for_results(page)
    expect(page.locator(SEARCH)).to_have_value("image")
    expect(page.locator("#browse-from")).to_have_value("2022")
    expect(page.get_by_label("Sort")).to_have_value("newest")
    chips = page.locator("#browse-chips button")
    expect(chips).to_have_text(["“image” ×", "Task: Visual question answering ×", "Modality: not CT ×",
                                "Available: Code ×", "Year: 2022–2024 ×", "Clear all"])  # fmt: skip


def test_chips_remove_filters_and_one_button_clears_all(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse("?task=vqa&modality=ct&q=image")
    page.get_by_role("button", name="Remove filter: Modality: CT").click()
    page.get_by_role("button", name="Remove filter: “image”").click()
    expect_entries(page, entries_by_id(core, ids_of_term(core, "task", "vqa")))
    expect(page.get_by_role("button", name="Clear all")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect_entries(page, core)
    expect(page.locator("#browse-chips")).to_be_hidden()
    expect(page.locator(SEARCH)).to_be_focused()
    expect_address(page, "/browse/")


def test_pages_are_links_that_show_the_next_entries(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    link = page.get_by_role("link", name="Page 2")
    expect(link).to_have_attribute("href", "/browse/?page=2")
    link.click()
    expect(page.locator("#browse-count")).to_be_focused()
    wait_for_results(page)
    assert ids(page) == [
        entry.id for entry in sort_newest_first(core)[RESULTS_PER_PAGE : 2 * RESULTS_PER_PAGE]
    ]
    expect(page.locator("#browse-pages [aria-current=page]")).to_have_text("2")
    page.go_back()
    expect_address(page, "/browse/")
    expect(page.locator("#browse-pages [aria-current=page]")).to_have_text("1")
    expect_entries(page, core)


def test_a_term_of_a_card_filters_in_place(browse: Callable[..., Page], core: Catalog) -> None:
    page = browse()
    term = page.locator("#browse-cards a.term").first
    _, facet, slug, _ = str(term.evaluate("link => link.pathname")).split("/")
    term.click()
    expect_entries(page, entries_by_id(core, ids_of_term(core, facet, slug)))
    expect_address(page, f"/browse/?{facet}={slug}")


def test_cards_made_by_scripts_are_like_those_of_the_generator(
    browse: Callable[..., Page], core: Catalog
) -> None:
    page = browse()
    read = "list => list.innerHTML.replace(/\\s+/g, ' ').replace(/ (?=<)|(?<=>) /g, '')"
    expect(page.locator(".card-tools")).to_have_count(RESULTS_PER_PAGE)
    before = page.eval_on_selector("#browse-cards .cards", read)
    facet_box(page, "task", "vqa").check()
    expect_entries(page, entries_by_id(core, ids_of_term(core, "task", "vqa")))
    page.get_by_role("button", name="Clear all").click()
    expect_entries(page, core)
    assert page.eval_on_selector("#browse-cards .cards", read) == before


# Taking away
