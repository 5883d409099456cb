// @ts-check
/** The facets of the page: their options, and which of these are chosen. */
import { all, make, number } from "./dom.js";
import { spaced } from "./fold.js";
import { has } from "./state.js";

/** @typedef {import("./facets.js").Counts} Counts */
/** @typedef {Pick<import("./state.js").State, "include" | "exclude">} State */
/** @typedef {{ box: HTMLInputElement, item: HTMLElement, count: HTMLElement, first: number, shown: number, found: string }} Option */

export class Controls {
  /** @type {Option[]} */
  #options = [];
  /** @type {HTMLDetailsElement[]} */
  #details;
  /** @type {Map<string, string>} */
  #labels = new Map();
  /** The state that the options show. @type {State} */
  #shown = { include: {}, exclude: {} };
  /** Names of the facets, in the order in which they are shown. @type {string[]} */
  facets = [];

  /**
   * @param {HTMLElement} root
   * @param {(facet: string, term: string) => void} onToggle
   */
  constructor(root, onToggle) {
    this.root = root;
    this.#details = all(root, "details.facet", HTMLDetailsElement);
    for (const box of all(root, "input[type=checkbox]", HTMLInputElement)) this.#adopt(box);
    for (const details of this.#details) this.#letFold(details);
    root.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === "checkbox") onToggle(target.name, target.value);
    });
  }

  /** @param {HTMLInputElement} box */
  #adopt(box) {
    const item = box.closest("li");
    const count = item?.querySelector(".facet-count");
    const text = item?.querySelector(".facet-label")?.textContent ?? box.value;
    if (!item || !(count instanceof HTMLElement)) return;
    const found = ` ${spaced(text)}`;
    const first = Number(count.textContent?.replaceAll(",", ""));
    this.#options.push({ box, item, count, first, shown: first, found });
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
  showChoices({ include, exclude }) {
    if (include === this.#shown.include && exclude === this.#shown.exclude) return;
    this.#shown = { include, exclude };
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

  /** @param {HTMLDetailsElement} details */
  #letFold(details) {
    const more = details.querySelector("button.facet-more");
    const find = details.querySelector("input.facet-box");
    const own = this.#options.filter(({ item }) => details.contains(item));
    const label = more?.textContent ?? "";
    more?.addEventListener("click", () => {
      const whole = details.classList.toggle("is-whole");
      more.setAttribute("aria-expanded", String(whole));
      more.textContent = whole ? "Show fewer" : label;
    });
    if (find instanceof HTMLInputElement) letFind(details, find, own);
  }
}

/** @param {Option} option @param {State} state */
function showChoice({ box, item }, state) {
  const included = has(state.include, box.name, box.value);
  const excluded = has(state.exclude, box.name, box.value);
  if (box.checked !== included) box.checked = included;
  if (box.indeterminate === excluded && item.classList.contains("is-chosen") === (included || excluded)) return;
  box.indeterminate = excluded;
  item.classList.toggle("is-excluded", excluded);
  item.classList.toggle("is-chosen", included || excluded);
  sayNot(item, excluded);
}

/** @param {Option} option @param {number} value */
function showCount(option, value) {
  if (option.shown === value) return;
  option.shown = value;
  option.count.textContent = number(value);
  option.item.classList.toggle("is-empty", !value);
}

/** @param {HTMLDetailsElement} details @param {HTMLInputElement} find @param {Option[]} options */
function letFind(details, find, options) {
  const show = () => {
    const wanted = spaced(find.value);
    details.classList.toggle("is-searched", Boolean(wanted));
    for (const { item, found } of options) item.classList.toggle("is-other", !found.includes(` ${wanted}`));
  };
  find.addEventListener("input", show);
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
    if (event.key !== "Escape" || !find.value) return;
    find.value = "";
    show();
  });
}

/**
 * Say in the label that a term is excluded: an indeterminate checkbox does not say it to a screen reader.
 * @param {HTMLElement} item @param {boolean} excluded
 */
function sayNot(item, excluded) {
  const said = item.querySelector(".facet-not");
  if (excluded && !said) item.querySelector(".facet-label")?.before(make("span", { class: "facet-not" }, "not "));
  if (!excluded) said?.remove();
}

/** @param {HTMLDetailsElement} details @param {State} state */
function showActive(details, state) {
  const facet = details.dataset["facet"] ?? "";
  const active = (state.include[facet]?.length ?? 0) + (state.exclude[facet]?.length ?? 0);
  const mark = details.querySelector(".facet-active");
  if (mark) mark.textContent = active ? `(${active})` : "";
  // Open a facet once when it becomes active; after that the reader may close it.
  if (active && !details.classList.contains("is-active")) details.open = true;
  details.classList.toggle("is-active", active > 0);
  if (details.classList.contains("facet-rare")) details.hidden = !active;
}
