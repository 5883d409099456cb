// @ts-check
/** Find entries by comparing folded text, without an index, and score how well each one fits. */
import { isNamed } from "./people.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("../query.js").Query} Query */
/** @typedef {import("../query.js").Token} Token */

/** The score of a word by where it is found: in the name, in other names and the title, as a part of a longer
 * word of these, among authors and keywords, in the rest of the entry's text, in the names of its terms,
 * in its abstract, anywhere inside a word of the names. */
const WORTH = { name: 6, title: 5, within: 4, topic: 3, text: 2, term: 1, abstract: 0.2, inside: 0.1 };
const WHOLE = 0.5; // added if it is a whole word, not only the beginning of one
const NEAR = 0.5; // the factor for a word that is only similar to the one that was typed

/** How well the whole query fits: the name itself, another name, the beginning of a name, a phrase in the
 * names, all words in the names, the name of a term or the name of an author, all words without the abstract. One step counts more than any score of the words. */
const STEP = 10;
const TIERS = { name: 6, alias: 5, start: 4, phrase: 3, names: 2, term: 2, author: 2, anywhere: 1, abstract: 0 };

/**
 * The rows that `query` finds, each with its score; a higher score is better.
 * @param {readonly Row[]} rows
 * @param {Query} query
 * @returns {Map<Row, number>}
 */
export function scan(rows, query) {
  const found = new Map();
  for (const row of rows) {
    const score = query.identifier ? byIdentifier(row, query.identifier) : byWords(row, query);
    if (score) found.set(row, score);
  }
  return found;
}

/** @param {Row} row @param {import("../query.js").Sought} sought */
function byIdentifier({ entry }, { field, id }) {
  const own = (entry.identifiers[field] ?? "").toLowerCase();
  return own === id || (field === "doi" && own.startsWith(id)) ? 1 : 0; // the beginning of a DOI is an identifier too
}

/**
 * The rows of which one author is `query`, if it is the name of a person and of no work.
 * @param {readonly Row[]} rows
 * @param {Query} query
 * @returns {Map<Row, number> | null}
 */
export function scanAuthors(rows, { phrase, key }) {
  const name = phrase.replace(/ .* /, " ");
  if (name === phrase.split(" ", 1)[0]) return null;
  const found = new Map();
  for (const row of rows) {
    if (row.keys.includes(`\n${key}\n`)) return null;
    const people = row.text.slice(row.ends[2], row.ends[3]);
    if (people.includes(` ${name} \n`) && row.entry.authors.some((author) => isNamed(author, phrase))) found.set(row, 1);
  }
  return found.size ? found : null;
}

/** @param {Row} row @param {Query} query */
function byWords(row, query) {
  let sum = 0;
  let least = WORTH.name;
  for (const token of query.tokens) {
    const worth = worthOf(row, token);
    if (!worth) return 0;
    sum += worth;
    least = Math.min(least, worth);
  }
  return STEP * tier(row, query, least) + sum / query.tokens.length;
}

/** @param {Row} row @param {Token} token */
function worthOf(row, { word, run, prefix, whole = false, wide, inside, near }) {
  let worth = fit(row, word, prefix, whole);
  if (run) worth = Math.max(worth, fit(row, run, prefix, whole));
  if (near) for (const other of near) worth = Math.max(worth, NEAR * fit(row, other, true, false));
  if (worth) return worth;
  if (wide && row.terms.some(({ narrower }) => narrower.includes(` ${word} `))) return WORTH.term;
  return inside && isInside(row, word) ? WORTH.inside : 0;
}

/** @param {Row} row @param {string} word */
function isInside({ text, ends: [, titles] }, word) {
  const at = word.length > 3 ? text.indexOf(word) : -1;
  return at >= 0 && at < titles;
}

/**
 * The score of `word`, 0 if it is not found at the beginning of a word or of a part of a name: `clip` finds `MedCLIP`.
 * @param {Row} row @param {string} word @param {boolean} prefix @param {boolean} acronym whether it is not the name of a person
 */
function fit({ text, terms, abstractWords, ends: [name, titles, names, people, topics] }, word, prefix, acronym) {
  const sought = prefix ? ` ${word}` : ` ${word} `;
  let at = text.indexOf(sought);
  if (acronym && at >= names && at < people) at = text.indexOf(sought, people - 1);
  if (at >= 0) {
    const whole = text[at + 1 + word.length] === " " ? WHOLE : 0;
    if (at < titles) return whole + (at < name ? WORTH.name : WORTH.title);
    return whole + (at < names ? WORTH.within : at < topics ? WORTH.topic : WORTH.text);
  }
  if (terms.some(({ words }) => words.includes(sought))) return WORTH.term;
  return abstractWords?.includes(sought) ? WORTH.abstract : 0;
}

/** @param {Row} row @param {Query} query @param {number} least the lowest score of its words */
function tier(row, { key, phrase, tokens }, least) {
  const { text, keys, terms, ends: [, titles] } = row;
  if (keys.startsWith(`\n${key}\n`)) return TIERS.name;
  if (keys.includes(`\n${key}\n`)) return TIERS.alias;
  if (least <= WORTH.abstract) return TIERS.abstract;
  if (least < WORTH.within) {
    if (terms.some(({ words }) => words.includes(` ${phrase} `))) return TIERS.term;
    return hasAuthor(row, tokens) ? TIERS.author : TIERS.anywhere;
  }
  const at = text.indexOf(` ${phrase}`);
  if (at === 0) return TIERS.start;
  return at > 0 && at < titles ? TIERS.phrase : TIERS.names;
}

/** Whether two adjacent words are the name of an author. @param {Row} row @param {readonly Token[]} tokens */
function hasAuthor({ text, ends: [, , names, people] }, tokens) {
  return tokens.some(({ word }, index) => {
    const at = index ? text.indexOf(` ${tokens[index - 1]?.word} ${word} \n`, names - 1) : -1;
    return at >= 0 && at < people;
  });
}
