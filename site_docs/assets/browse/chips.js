// @ts-check
/** The active filters as buttons that remove them. */
import { make } from "./dom.js";

/** @typedef {import("./state.js").Filter} Filter */

/**
 * Show `filters`; a focus in the row of chips stays in the row.
 * @param {HTMLElement} list
 * @param {readonly Filter[]} filters
 * @param {(filter: Filter) => string} text
 * @param {(filter: Filter | null) => void} onRemove called with null for all
 */
export function showChips(list, filters, text, onRemove) {
  const focused = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
  const chips = filters.map((filter) => {
    const cross = make("span", { "aria-hidden": "true" }, " ×");
    const chip = make("button", { type: "button", class: "browse-chip", "aria-label": `Remove filter: ${text(filter)}` });
    chip.classList.toggle("is-excluded", filter.kind === "exclude");
    chip.append(text(filter), cross);
    chip.addEventListener("click", () => onRemove(filter));
    return make("li", {}, chip);
  });
  if (chips.length) {
    const clear = make("button", { type: "button", class: "browse-clear" }, "Clear all");
    clear.addEventListener("click", () => onRemove(null));
    chips.push(make("li", {}, clear));
  }
  list.replaceChildren(...chips);
  list.hidden = !chips.length;
  if (focused >= 0) chips[Math.min(focused, chips.length - 1)]?.querySelector("button")?.focus();
}
