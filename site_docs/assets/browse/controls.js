// @ts-check
/** The facets of the page: their options, and whether one or all of those that are chosen must match. */
import { all } from "../dom.js";
import { Options, labelOf } from "./options.js";

/** @typedef {import("./facets.js").Counts} Counts */
/** @typedef {import("./options.js").State} State */

/**
 * @typedef {object} Choices what the reader chooses
 * @property {(kind: "include" | "exclude", facet: string, term: string) => void} toggle
 * @property {(facet: string, all: boolean) => void} match
 */

export class Controls {
  #facets;
  /** @type {HTMLDetailsElement[]} */
  #details;
  /** @type {Map<string, string>} */
  #labels = new Map();
  /** The state that the options show. @type {State} */
  #shown = { include: {}, exclude: {}, all: [] };
  /** @type {Counts | null} */
  #counts = null;

  /**
   * @param {HTMLElement} root
   * @param {Choices} choices
   */
  constructor(root, choices) {
    this.root = root;
    this.#details = all(root, "details.facet", HTMLDetailsElement);
    this.#facets = all(root, "details.facet, .facet-plain", HTMLElement).map((element) => new Options(element));
    for (const facet of this.#facets) {
      facet.facet.addEventListener("toggle", () => this.#show(facet));
      this.#show(facet);
    }
    root.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.type === "checkbox") choices.toggle("include", target.name, target.value);
      if (target.type === "radio") choices.match(facetOf(target), Boolean(target.value));
    });
    root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (!button) return;
      const box = button.closest("li")?.querySelector("input");
      if (box) choices.toggle("exclude", box.name, box.value);
      else fold(button);
    });
  }

  /**
   * The label of a term; the term itself where the page does not list it.
   * @param {string} facet @param {string} term
   */
  label(facet, term) {
    const key = `${facet} ${term}`;
    let label = this.#labels.get(key);
    if (label === undefined) {
      const item = this.root.querySelector(`input[name="${facet}"][value="${CSS.escape(term)}"]`)?.closest("li");
      this.#labels.set(key, (label = (item && labelOf(item)) || term));
    }
    return label;
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
    for (const details of this.#details) showActive(details, this.#shown);
    for (const facet of this.#facets) facet.showChoices(this.#shown);
  }

  /**
   * Show how many entries each term would find.
   * @param {Counts | null} counts null for those of the whole list
   */
  showCounts(counts) {
    this.#counts = counts;
    for (const facet of this.#facets) facet.showCounts(counts);
  }

  /** @param {Options} facet */
  #show(facet) {
    facet.showChoices(this.#shown);
    facet.showCounts(this.#counts);
  }
}

/** Show all terms of a facet, or fewer; `more` has a text for both. @param {HTMLButtonElement} more */
function fold(more) {
  more.setAttribute("aria-expanded", String(more.closest("details")?.classList.toggle("is-whole")));
}

/** The name of the facet that has `element`. @param {Element} element */
function facetOf(element) {
  return element.closest("details")?.dataset["facet"] ?? "";
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
