// @ts-check
/** The options of one facet: which are chosen, and how many entries each would find. */
import { all, make, number } from "../dom.js";
import { has } from "./state.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {Pick<import("./state.js").State, "include" | "exclude" | "all">} State */
/** @typedef {import("./facets.js").Counts} Counts */
/** @typedef {{ box: HTMLInputElement, out: HTMLElement, item: HTMLElement, count: HTMLElement, first: number, shown: number }} Option */

/** Closed facets have most options; what nobody sees is made and changed when the facet is opened. */
export class Options {
  /** @type {Option[] | undefined} */
  #made;

  /** @param {HTMLElement} facet its box, or another element that is always open */
  constructor(facet) {
    this.facet = facet;
  }

  get isOpen() {
    return !(this.facet instanceof HTMLDetailsElement) || this.facet.open;
  }

  /** @param {State} state */
  showChoices(state) {
    if (this.isOpen) for (const option of this.#options()) showChoice(option, state);
  }

  /** @param {Counts | null} counts null for those of the whole list */
  showCounts(counts) {
    if (!this.isOpen) return;
    for (const option of this.#options()) {
      showCount(option, counts ? (counts[option.box.name]?.get(option.box.value) ?? 0) : option.first);
    }
  }

  #options() {
    return (this.#made ??= all(this.facet, "li", HTMLElement).flatMap((item) => makeOption(item) ?? []));
  }
}

/** The name of an option. @param {HTMLElement} item */
export function labelOf(item) {
  return item.querySelector(".facet-label")?.textContent ?? "";
}

/** Add the button that excludes. @param {HTMLElement} item @returns {Option | undefined} */
function makeOption(item) {
  const box = item.querySelector("input");
  const count = item.querySelector(".facet-count");
  if (!box || !(count instanceof HTMLElement)) return undefined;
  const first = Number(count.textContent?.replaceAll(",", ""));
  const out = make("button", { type: "button", class: "facet-out", "aria-label": TEXTS.exclude(labelOf(item)), "aria-pressed": "false" }, "−");
  item.append(out);
  return { box, out, item, count, first, shown: first };
}

/** @param {Option} option @param {State} state */
function showChoice({ box, out, item }, state) {
  const included = has(state.include, box.name, box.value);
  const excluded = has(state.exclude, box.name, box.value);
  if (box.checked !== included) box.checked = included;
  if (item.classList.contains("is-excluded") !== excluded) out.setAttribute("aria-pressed", String(excluded));
  item.classList.toggle("is-excluded", excluded);
  item.classList.toggle("is-chosen", included || excluded);
}

/** @param {Option} option @param {number} value */
function showCount(option, value) {
  if (option.shown === value) return;
  option.shown = value;
  option.count.textContent = number(value);
  option.item.classList.toggle("is-empty", !value);
}
