// @ts-check
/** The active filters as buttons that remove them. */
import { button, make } from "../dom.js";
import { joint } from "./filter_text.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").Filter} Filter */
/** @typedef {import("./state.js").State} State */

/**
 * Show `filters`; a focus in the row of chips stays in the row.
 * @param {HTMLElement} list
 * @param {readonly Filter[]} filters
 * @param {State} state
 * @param {import("./filter_text.js").FilterText} text
 * @param {(filter: Filter | null) => void} onRemove called with null for all
 */
export function showChips(list, filters, state, text, onRemove) {
  const focused = [...list.querySelectorAll("button")].findIndex((button) => button === document.activeElement);
  const chips = filters.map((filter, place) => {
    const word = joint(filters[place - 1], filter, state);
    const cross = make("span", { "aria-hidden": "true" }, " ×");
    const attributes = { class: "browse-chip", "aria-label": TEXTS.removeFilter(text.long(filter)) };
    const chip = button(word ? text.short(filter) : text.long(filter), () => onRemove(filter), attributes);
    chip.classList.toggle("is-excluded", filter.kind === "exclude");
    chip.append(cross);
    return make("li", {}, word && `${word} `, chip);
  });
  if (chips.length) chips.push(make("li", {}, button(TEXTS.clearAll, () => onRemove(null), { class: "browse-clear" })));
  list.replaceChildren(...chips);
  list.hidden = !chips.length;
  if (focused >= 0) chips[Math.min(focused, chips.length - 1)]?.querySelector("button")?.focus();
}
