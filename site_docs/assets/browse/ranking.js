// @ts-check
/** Rank entries by words and near misses; MiniSearch does the work, in the worker. */
import { joined, spaced } from "./fold.js";

/** @typedef {import("./data.js").Entry} Entry */
/** @typedef {import("./query.js").Token} Token */
/** @typedef {typeof import("minisearch").default} Library */

const BOOST = { name: 6, aliases: 4, title: 3, keywords: 2, authors: 2, place: 1, summary: 1, ids: 1 };

/**
 * An empty index.
 * @param {Library} MiniSearch
 */
export function makeIndex(MiniSearch) {
  return new MiniSearch({
    idField: "index",
    fields: Object.keys(BOOST),
    tokenize: (text) => `${spaced(text)} ${joined(text)}`.split(" ").filter(Boolean),
    processTerm: (term) => term, // folded already
  });
}

/**
 * What of `entry` is indexed.
 * @param {Entry} entry @param {number} index
 */
export function document(entry, index) {
  const { name, title, place, summary } = entry;
  const many = { aliases: entry.aliases, keywords: entry.keywords, authors: entry.authors };
  const texts = Object.fromEntries(Object.entries(many).map(([field, values]) => [field, values.join(" ")]));
  return { index, name, title, place, summary, ...texts, ids: `${entry.id} ${entry.arxiv} ${entry.doi}` };
}

/**
 * The entries that hold every token, by index, each with its score; with `near`, or a word like it.
 * @param {import("minisearch").default} index
 * @param {readonly Token[]} tokens
 * @param {boolean} near
 * @returns {[number, number][]}
 */
export function rank(index, tokens, near) {
  const found = index.search(tokens.map((token) => token.word).join(" "), {
    combineWith: "AND",
    boost: BOOST,
    prefix: (_, place) => tokens[place]?.prefix ?? false,
    fuzzy: (word) => near && misses(word),
    tokenize: (text) => text.split(" "),
  });
  return found.map((result) => [result.id, result.score]);
}

/**
 * How many letters may be wrong: none in short words and in numbers.
 * @param {string} word
 */
function misses(word) {
  if (word.length < 5 || /\d/.test(word)) return 0;
  return word.length < 7 ? 1 : 2;
}
