// @ts-check
/** Find the entries of a state among the loaded rows. */
import { choose } from "./facets.js";
import { nearest, wordsOf } from "./near.js";
import { order } from "./order.js";
import { parse } from "./query.js";
import { scan } from "./scan.js";
import { sorting } from "./state.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Found
 * @property {readonly Row[]} rows in order
 * @property {import("./facets.js").Counts} counts
 * @property {import("./facets.js").Others} others
 * @property {readonly import("./query.js").Token[]} tokens what the rows have
 * @property {string} near the similar words that were taken as nothing matched, else empty
 */

/** @type {ReadonlyMap<Row, number>} */
const NONE = new Map();

export class Finder {
  /** @type {Set<string> | undefined} */
  #words;

  /**
   * @param {readonly string[]} facets
   * @param {readonly import("./identifiers.js").Identifier[]} identifiers
   */
  constructor(facets, identifiers) {
    this.facets = facets;
    this.identifiers = identifiers;
  }

  /**
   * @param {readonly Row[]} rows in the order of the files
   * @param {State} state
   * @param {boolean} whole whether all rows are loaded, so that similar words may be tried
   * @returns {Found}
   */
  find(rows, state, whole) {
    let query = parse(state.q, this.identifiers);
    let scores = query && scan(rows, query);
    if (query?.tokens.some(({ whole: alone }) => alone) && !scores?.size) {
      query = parse(state.q.toLowerCase(), this.identifiers); // it may be the beginning of a word
      scores = query && scan(rows, query);
    }
    const alike = query && whole && !scores?.size && this.#alike(query, rows);
    if (alike) scores = scan(rows, alike);
    const { rows: chosen, counts, others } = choose(scores ? scores.keys() : rows, state, this.facets);
    const near = alike && scores?.size ? meant(alike.tokens, [...scores.keys()]) : "";
    const tokens = (query?.identifier ? null : (alike || query)?.tokens) ?? [];
    return { rows: order(chosen, sorting(state), scores ?? NONE), counts, others, near, tokens };
  }

  /**
   * `query` with words similar to its own; null if there are none.
   * @param {Query} query @param {readonly Row[]} rows
   * @returns {Query | null}
   */
  #alike(query, rows) {
    if (query.identifier) return null;
    const words = (this.#words ??= wordsOf(rows));
    const tokens = query.tokens.map((token) => ({ ...token, near: nearest(words, token.word) }));
    return tokens.some((token) => token.near.length) ? { ...query, tokens } : null;
  }
}

/**
 * The words that were most likely meant: of similar ones that which most of `rows` have.
 * @param {readonly import("./query.js").Token[]} tokens @param {readonly Row[]} rows
 */
function meant(tokens, rows) {
  /** @param {string} word */
  const count = (word) => rows.filter(({ text }) => text.includes(` ${word} `)).length;
  return tokens
    .map(({ word, near = [] }) => near.reduce((best, other) => (count(other) > count(best) ? other : best), near[0] ?? word))
    .join(" ");
}
