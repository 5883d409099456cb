// @ts-check
/** Find what fits a text that is being typed, the best first. */
import { normalizeName } from "../fold.js";
import { parse } from "../query.js";
import { parts, searched } from "../search_text.js";
import { words } from "../spelling.js";

/** @typedef {import("../query.js").Query} Query */
/** @typedef {import("../query.js").Token} Token */

/**
 * @typedef {object} Named
 * @property {string} group
 * @property {string} hint
 * @property {string} label empty for a work that has only a title
 * @property {string} title empty for all but works, and until titles are loaded
 * @property {readonly string[]} others further names
 * @property {string} href
 * @property {number} count how many entries have or use it
 * @property {boolean} isSearch whether it leads to a search for its label
 *
 * @typedef {Named & { keys: string[], names: string, titled: string }} Item with its folded words
 */

/** How well a text fits: it is the name, another name, whole words of the names, the beginning of the name,
 * beginnings of words of the names, a part of a word in the names, words of names and title. */
const WORTH = { name: 7, other: 6, whole: 5, start: 4, words: 3, inside: 2, title: 1, none: 0 };
const MAX_SUGGESTIONS = 8; // suggestions, about evenly from each group
const MIN_IN_GROUP = 2;

/** @param {Omit<Named, "title">} named without its title, which comes later @returns {Item} */
export function makeItem(named) {
  const called = [named.label, ...named.others].filter(Boolean);
  return {
    ...named,
    title: "",
    keys: called.map(normalizeName),
    names: ` ${searched(called)} ${parts(called.join(" "))} `,
    titled: "",
  };
}

/** `item` with its title. @param {Item} item @param {string} title @returns {Item} */
export function withTitle(item, title) {
  return { ...item, title, titled: ` ${searched([title])} ` };
}

/**
 * The best of `items` for `text`, by group, the group of the best one first.
 * @param {readonly Item[]} items
 * @param {string} text
 * @returns {{ groups: Map<string, Item[]>, tokens: readonly Token[] }}
 */
export function suggestions(items, text) {
  const query = unfinished(parse(text, []));
  if (!query) return { groups: new Map(), tokens: [] };
  const found = fitting(items, query);
  // Capitals may be an acronym, which is found as a whole word; where there is none, they begin a word.
  if (!found.length && text !== text.toLowerCase()) return suggestions(items, text.toLowerCase());
  return { groups: grouped(found), tokens: query.tokens };
}

/** `query` as one whose last word is still being typed. @param {Query | null} query */
function unfinished(query) {
  return query && { ...query, tokens: query.tokens.map((token, place, { length }) => (place === length - 1 && !token.whole ? { ...token, prefix: true } : token)) };
}

/** @param {readonly Item[]} items @param {Query} query */
function fitting(items, query) {
  const fits = items.map((item) => ({ item, worth: worth(item, query) })).filter((fit) => fit.worth);
  return fits.sort((one, other) => other.worth - one.worth || other.item.count - one.item.count).map(({ item }) => item);
}

/** @param {Item} item @param {Query} query */
function worth({ keys, names, titled, isSearch }, { key, phrase, tokens }) {
  if (keys[0] === key) return isSearch ? WORTH.none : WORTH.name; // Enter does that search
  if (keys.includes(key)) return WORTH.other;
  if (tokens.every(({ word }) => names.includes(` ${word} `))) return WORTH.whole;
  if (tokens.every((token) => has(names, token))) return names.startsWith(` ${phrase}`) ? WORTH.start : WORTH.words;
  if (tokens.every((token) => has(names, token) || isInside(names, token))) return WORTH.inside;
  return titled && tokens.every((token) => has(titled, token) || has(names, token)) ? WORTH.title : WORTH.none;
}

/** @param {string} text @param {Token} token */
function has(text, { word, run = word, prefix }) {
  return [word, run].some((words) => text.includes(prefix ? ` ${words}` : ` ${words} `));
}

/** @param {string} text @param {Token} token */
function isInside(text, { word, whole }) {
  return word.length > 2 && !whole && text.includes(word);
}

/** @param {readonly Item[]} found the best first */
function grouped(found) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of found) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  const most = Math.max(MIN_IN_GROUP, Math.floor(MAX_SUGGESTIONS / groups.size));
  for (const [group, items] of groups) groups.set(group, items.slice(0, most));
  return groups;
}

/**
 * `text` cut into parts, each second one matching `tokens`.
 * @param {string} text
 * @param {readonly Token[]} tokens
 * @returns {string[]}
 */
export function marked(text, tokens) {
  /** @type {string[]} */
  const pieces = [""];
  const folded = ` ${words(text)} `;
  const anywhere = tokens.filter((token) => !has(folded, token)); // where no word begins with it
  for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
    const [before, match, after] = cut(piece, tokens, anywhere);
    pieces[pieces.length - 1] += before;
    if (match) pieces.push(match, after);
  }
  return pieces;
}

/**
 * @param {string} piece a word, or what is between words
 * @param {readonly Token[]} tokens @param {readonly Token[]} anywhere those that may be inside a word
 * @returns {[string, string, string]}
 */
function cut(piece, tokens, anywhere) {
  const folded = words(piece);
  for (const token of tokens) {
    const { word } = token;
    const isBeginning = has(` ${folded} `, token);
    const at = isBeginning ? 0 : anywhere.includes(token) && isInside(folded, token) ? folded.indexOf(word) : -1;
    if (at < 0) continue;
    if (folded.length !== piece.length) return ["", piece, ""]; // the places differ
    return [piece.slice(0, at), piece.slice(at, at + word.length), piece.slice(at + word.length)];
  }
  return [piece, "", ""];
}
