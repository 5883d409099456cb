// @ts-check
/** Read what was typed into the search box. */
import { key, spaced } from "./fold.js";

/**
 * @typedef {object} Query
 * @property {string} phrase the folded words with one space between
 * @property {string} key the folded words run together
 * @property {readonly Token[]} tokens what an entry must hold, each
 * @property {string} identifier an arXiv id or DOI, where that is what was typed
 *
 * @typedef {object} Token
 * @property {string} word
 * @property {boolean} prefix whether a longer word will do
 * @property {readonly string[]} [near] words that will do as well, where nothing else is found
 */

/** Words that say nothing beside others. */
const WEAK = new Set(["a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]);
const ARXIV = /(?:^|arxiv\.org\/\w+\/|arxiv[:.]\s*)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/;
const DOI = /(?:^|doi\.org\/|doi:\s*|\/)(10\.\d{4,9}\/\S+)$/;

/**
 * The query that `text` means, or null where it holds no word.
 * @param {string} text
 * @returns {Query | null}
 */
export function parse(text) {
  const phrase = spaced(text);
  if (!phrase) return null;
  return { phrase, key: key(text), tokens: tokens(phrase.split(" ")), identifier: identifier(text) };
}

/**
 * @param {readonly string[]} words
 * @returns {Token[]}
 */
function tokens(words) {
  const strong = words.filter((word) => !WEAK.has(word));
  const kept = strong.length ? strong : words;
  // A short word is whole, or half the list would begin with it; the last one is still being typed.
  return kept.map((word, index) => ({
    word,
    prefix: word.length > 2 || kept.length === 1 || (word.length === 2 && index === kept.length - 1),
  }));
}

/**
 * The bare arXiv id or DOI in `text`, in lower case, with or without its address around it.
 * @param {string} text
 */
export function identifier(text) {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/[?#].*$/, "")
    .replace(/[\s/.,;)]+$/, "");
  const doi = DOI.exec(bare)?.[1] ?? "";
  return ARXIV.exec(doi || bare)?.[1] ?? doi;
}
