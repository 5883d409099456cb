// @ts-check
/** Find the entries of a state among the loaded rows. */
import { choose } from "./facets.js";
import { Words, nearest } from "./near.js";
import { order } from "./order.js";
import { parse, parseLoosely } from "../query.js";
import { scan, scanAuthors } from "./scan.js";
import { sorting, sought } from "./state.js";
import { ofYears, takeYears } from "./years.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("../query.js").Query} Query */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Found
 * @property {readonly Row[]} rows in order
 * @property {import("./facets.js").Counts} counts
 * @property {import("./facets.js").Others} others
 * @property {readonly import("../query.js").Token[]} tokens what the rows have
 * @property {string} near the similar words that were taken as nothing matched, else empty
 */

const MAX_GUESSED = 40; // each word that may be misspelled is compared with all words of the list

/** @type {ReadonlyMap<Row, number>} */
const NONE = new Map();

export class Finder {
  /** What a misspelled word may have meant; whoever has the time reads the rows ahead. */
  words = new Words();

  /**
   * @param {readonly string[]} facets
   * @param {readonly import("../identifiers.js").Identifier[]} identifiers
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
    const { rest, years } = takeYears(sought(state));
    const some = ofYears(rows, years);
    const { query, scores, alike } = this.#search(some, rest, whole ? rows : null);
    const { rows: chosen, counts, others } = choose(scores ? scores.keys() : some, state, this.facets);
    const near = alike && query && scores?.size ? meant(query.tokens, [...scores.keys()]) : "";
    const tokens = (query?.identifier ? null : query?.tokens) ?? [];
    return { rows: order(chosen, sorting(state), scores ?? NONE), counts, others, near, tokens };
  }

  /**
   * The rows that the text finds, read as strictly as finds any.
   * @param {readonly Row[]} rows @param {string} text
   * @param {readonly Row[] | null} all those whose words may be meant, if all are loaded
   * @returns {{ query: Query | null, scores: Map<Row, number> | null, alike?: boolean }}
   */
  #search(rows, text, all) {
    const query = parse(text, this.identifiers);
    if (!query) return { query, scores: null };
    const works = scanAuthors(rows, query);
    if (works) return { query: { ...query, tokens: [{ word: query.phrase, prefix: false, person: true }] }, scores: works };
    const scores = scan(rows, query);
    if (scores.size || query.identifier) return { query, scores };
    const loose = parseLoosely(text, this.identifiers) ?? query;
    const found = scan(rows, loose);
    if (found.size || !all) return { query: loose, scores: found };
    const inside = { ...loose, tokens: loose.tokens.map((token) => ({ ...token, inside: true })) };
    const parts = scan(rows, inside);
    if (parts.size) return { query: inside, scores: parts };
    const alike = this.#alike(loose, all);
    return alike ? { query: alike, scores: scan(rows, alike), alike: true } : { query, scores };
  }

  /**
   * `query` with words similar to its own; null if there are none, or too many to guess.
   * @param {Query} query @param {readonly Row[]} rows
   * @returns {Query | null}
   */
  #alike(query, rows) {
    if (query.tokens.length > MAX_GUESSED) return null;
    this.words.read(rows);
    const tokens = query.tokens.map((token) => ({ ...token, near: nearest(this.words.all, token.word) }));
    return tokens.some((token) => token.near.length) ? { ...query, tokens } : null;
  }
}

/**
 * The words that were most likely meant: of similar ones that which most of `rows` have.
 * @param {readonly import("../query.js").Token[]} tokens @param {readonly Row[]} rows
 */
function meant(tokens, rows) {
  /** @param {string} word */
  const count = (word) => rows.filter(({ text }) => text.includes(` ${word} `)).length;
  return tokens
    .map(({ word, near = [] }) => near.reduce((best, other) => (count(other) > count(best) ? other : best), near[0] ?? word))
    .join(" ");
}
