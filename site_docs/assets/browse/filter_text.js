// @ts-check
/** What filters are called: in chips, in the page's title, and where nothing is found. */
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").Filter} Filter */
/** @typedef {import("./state.js").State} State */

const SEPARATOR = ", ";

export class FilterText {
  /** Names of the authors that are chosen, by slug. @type {Record<string, string>} */
  authors = {};

  /** @param {import("./controls.js").Controls} controls */
  constructor(controls) {
    this.controls = controls;
  }

  /**
   * With the name of its facet: `Modality: not CT`.
   * @param {Filter} filter
   */
  long(filter) {
    const { kind, facet } = filter;
    if (kind === "q") return this.short(filter);
    const name = kind === "year" ? TEXTS.year : facet === "author" ? TEXTS.author : this.controls.facetLabel(facet);
    return name ? `${name}: ${this.short(filter)}` : this.short(filter);
  }

  /**
   * Without it: `not CT`.
   * @param {Filter} filter
   */
  short({ kind, facet, term }) {
    if (kind === "q") return TEXTS.quoted(term);
    if (kind === "year") return years(term);
    if (kind === "all") return TEXTS.anyOfThese;
    const label = (facet === "author" && this.authors[term]) || this.controls.label(facet, term);
    return kind === "exclude" ? TEXTS.not(label) : label;
  }

  /**
   * The filters in one line: `VQA and Report generation, since 2024`.
   * @param {readonly Filter[]} filters @param {State} state
   */
  line(filters, state) {
    return filters.reduce((line, filter, place) => {
      const word = joint(filters[place - 1], filter, state);
      return line + (word ? ` ${word} ` : line && SEPARATOR) + this.short(filter);
    }, "");
  }
}

/** @param {string} term such as `2024-` */
function years(term) {
  const [from, to] = term.split("-");
  if (!from) return TEXTS.until(to);
  return to === "" ? TEXTS.since(from) : term.replace("-", "–");
}

/**
 * The word between two filters that are terms of one facet; empty between others.
 * @param {Filter | undefined} last @param {Filter} filter @param {State} state
 */
export function joint(last, { kind, facet }, { all }) {
  if (kind !== "include" || last?.kind !== kind || last.facet !== facet) return "";
  return all.includes(facet) ? TEXTS.and : TEXTS.or;
}
