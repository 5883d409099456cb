// @ts-check
/** The facets of the page: their options, which of these are chosen, and whether one or all of them must match. */
import { all, make, number } from "../dom.js";
import { has } from "./state.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./facets.js").Counts} Counts */
/** @typedef {Pick<import("./state.js").State, "include" | "exclude" | "all">} State */
/** @typedef {{ box: HTMLInputElement, out: HTMLElement, item: HTMLElement, count: HTMLElement, first: number, shown: number }} Option */

/**
 * @typedef {object} Choices what the reader chooses
 * @property {(kind: "include" | "exclude", facet: string, term: string) => void} toggle
 * @property {(facet: string, all: boolean) => void} match
 */


export class Controls {
  /** @type {Option[]} */
  #options = [];
  /** @type {HTMLDetailsElement[]} */
  #details;
  /** @type {Map<string, string>} */
  #labels = new Map();
  /** The state that the options show. @type {State} */
  #shown = { include: {}, exclude: {}, all: [] };
  /** Names of the facets, in the order in which they are shown. @type {string[]} */
  facets = [];

  /**
   * @param {HTMLElement} root
   * @param {Choices} choices
   */
  constructor(root, choices) {
    this.root = root;
    this.#details = all(root, "details.facet", HTMLDetailsElement);
    for (const box of all(root, "input[type=checkbox]", HTMLInputElement)) this.#adopt(box);
    this.#details.forEach(letFold);
    root.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.type === "checkbox") choices.toggle("include", target.name, target.value);
      if (target.type === "radio") choices.match(facetOf(target), Boolean(target.value));
    });
    root.addEventListener("click", ({ target }) => {
      const out = target instanceof Element && this.#options.find((option) => option.out === target);
      if (out) choices.toggle("exclude", out.box.name, out.box.value);
    });
  }

  /** @param {HTMLInputElement} box */
  #adopt(box) {
    const item = box.closest("li");
    const count = item?.querySelector(".facet-count");
    const text = item?.querySelector(".facet-label")?.textContent ?? box.value;
    if (!item || !(count instanceof HTMLElement)) return;
    const first = Number(count.textContent?.replaceAll(",", ""));
    const out = make("button", { type: "button", class: "facet-out", "aria-label": TEXTS.exclude(text), "aria-pressed": "false" }, "−");
    item.append(out);
    this.#options.push({ box, out, item, count, first, shown: first });
    this.#labels.set(`${box.name} ${box.value}`, text);
    if (!this.facets.includes(box.name)) this.facets.push(box.name);
  }

  /**
   * The label of a term; the term itself where the page does not list it.
   * @param {string} facet @param {string} term
   */
  label(facet, term) {
    return this.#labels.get(`${facet} ${term}`) ?? term;
  }

  /** @param {string} facet */
  facetLabel(facet) {
    const box = this.root.querySelector(`input[name="${facet}"]`);
    return box?.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
  }

  /**
   * Show which terms are chosen.
   * @param {State} state
   */
  showChoices({ include, exclude, all }) {
    const shown = this.#shown;
    if (include === shown.include && exclude === shown.exclude && all === shown.all) return;
    this.#shown = { include, exclude, all };
    for (const option of this.#options) showChoice(option, this.#shown);
    for (const details of this.#details) showActive(details, this.#shown);
  }

  /**
   * Show how many entries each term would find.
   * @param {Counts | null} counts null for those of the whole list
   */
  showCounts(counts) {
    for (const option of this.#options) {
      showCount(option, counts ? (counts[option.box.name]?.get(option.box.value) ?? 0) : option.first);
    }
  }
}

/** @param {HTMLDetailsElement} details */
function letFold(details) {
  const more = details.querySelector("button.facet-more");
  const label = more?.textContent ?? "";
  more?.addEventListener("click", () => {
    const whole = details.classList.toggle("is-whole");
    more.setAttribute("aria-expanded", String(whole));
    more.textContent = whole ? TEXTS.fewerTerms : label;
  });
}

/** The name of the facet that has `element`. @param {Element} element */
function facetOf(element) {
  return element.closest("details")?.dataset["facet"] ?? "";
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

/** @param {HTMLDetailsElement} details @param {State} state */
function showActive(details, state) {
  const facet = facetOf(details);
  const ticked = state.include[facet]?.length ?? 0;
  const active = ticked + (state.exclude[facet]?.length ?? 0);
  const mark = details.querySelector(".facet-active");
  if (mark) mark.textContent = active ? `(${active})` : "";
  showMatch(details, ticked > 1, state.all.includes(facet));
  // Open a facet once when it becomes active; after that the reader may close it.
  if (active && !details.classList.contains("is-active")) details.open = true;
  details.classList.toggle("is-active", active > 0);
  if (details.classList.contains("facet-rare")) details.hidden = !active;
}

/** With several ticks the reader may ask for any or all of them. @param {HTMLElement} details @param {boolean} offered @param {boolean} wanted */
function showMatch(details, offered, wanted) {
  for (const line of all(details, ".facet-match", HTMLElement)) line.hidden = !offered;
  for (const radio of all(details, "[type=radio]", HTMLInputElement)) radio.checked = Boolean(radio.value) === wanted;
}
