// @ts-check
/** What filters are called: in chips, in the page's title, and where nothing is found. */
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").Filter} Filter */
/** @typedef {import("./state.js").State} State */

const SEPARATOR = ", ";
const MAX_LINE = 100; // letters, as the name of a bookmark has room for few more
const CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // they would turn around what follows
const TOWER = /(\p{M}{4})\p{M}+/gu; // marks on one letter, which would cover the lines above
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const LONG = /^(.{60}\p{M}*).{9,}/su;

export class FilterText {
  /** Names of the authors that are chosen, by slug. @type {Record<string, string>} */
  authors = {};

  /** @param {import("./controls.js").Controls} controls */
  constructor(controls) {
    this.controls = controls;
  }

  /**
   * With the name of its facet: `Modality: not CT`.
   * @param {Filter} filter @param {string} [text]
   */
  long(filter, text = this.short(filter)) {
    const { kind, facet } = filter;
    if (kind === "q") return text;
    const name = kind === "year" ? TEXTS.year : facet === "author" ? TEXTS.author : this.controls.facetLabel(facet);
    return name ? `${name}: ${text}` : text;
  }

  /**
   * Without it: `not CT`.
   * @param {Filter} filter
   */
  short({ kind, facet, term }) {
    if (kind === "q") return TEXTS.quoted(shown(term));
    if (kind === "year") return years(term);
    const label = shown((facet === "author" && this.authors[term]) || this.controls.label(facet, term));
    return kind === "exclude" ? TEXTS.not(label) : label;
  }

  /**
   * The first filters in one line: `VQA and Report generation, since 2024`; all, unless there are many.
   * @param {readonly Filter[]} filters @param {State} state
   */
  line(filters, state) {
    let line = "";
    for (const [place, filter] of filters.entries()) {
      const word = joint(filters[place - 1], filter, state);
      const longer = line + (word ? ` ${word} ` : line && SEPARATOR) + this.short(filter);
      if (line && longer.length > MAX_LINE) return `${line} …`;
      line = longer;
    }
    return line;
  }
}

/** What an address says, not endless; what is written from right to left stays by itself. @param {string} text */
function shown(text) {
  const short = text.replace(CONTROLS, "").replace(TOWER, "$1").replace(LONG, "$1…");
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
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
