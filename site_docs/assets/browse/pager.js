// @ts-check
/** Links to the pages of the results. */
import { make } from "../dom.js";
import * as TEXTS from "../texts/browse.js";

/**
 * The numbers to show: the first, the last, and the ones near the current page; 0 means a gap.
 * @param {number} page @param {number} pages
 * @returns {number[]}
 */
export function numbers(page, pages) {
  const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const shown = [...new Set(near)].sort((a, b) => a - b);
  return shown.flatMap((number, index) => (index && number - (shown[index - 1] ?? 0) > 1 ? [0, number] : [number]));
}

/**
 * @param {HTMLElement} nav
 * @param {number} page
 * @param {number} pages
 * @param {(page: number) => string} address
 */
export function showPager(nav, page, pages, address) {
  nav.hidden = pages < 2;
  const items = numbers(page, pages).map((number) => {
    if (!number) return make("li", { class: "is-gap", "aria-hidden": "true" }, "…");
    const current = number === page && { "aria-current": "page" };
    const link = { href: address(number), "data-page": String(number), "aria-label": TEXTS.pageNumber(number), ...current };
    return make("li", {}, make("a", link, String(number)));
  });
  nav.replaceChildren(make("ul", {}, ...items));
}
