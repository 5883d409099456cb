// @ts-check
/** Find entries by comparing folded text, without an index, and score how well each one fits. */

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./query.js").Query} Query */
/** @typedef {import("./query.js").Token} Token */

/** The score of a word by where it is found: in the name, in other names and the title, within a longer
 * word of these, among authors and keywords, in the rest of the entry's text, in the names of its terms,
 * in its abstract. */
const WORTH = { name: 6, title: 5, within: 4, topic: 3, text: 2, term: 1, abstract: 0.2 };
const WHOLE = 0.5; // added if it is a whole word, not only the beginning of one
const NEAR = 0.5; // the factor for a word that is only similar to the one that was typed

/** How well the whole query fits: the name itself, another name, the beginning of a name, a phrase in the
 * names, all words in the names or the name of a term, all words without the abstract. One step counts more than any score of the words. */
const STEP = 10;
const TIERS = { name: 6, alias: 5, start: 4, phrase: 3, names: 2, term: 2, anywhere: 1, abstract: 0 };

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

/** @param {Row} row @param {import("./query.js").Sought} sought */
function byIdentifier({ entry }, { field, id }) {
  const own = (entry.identifiers[field] ?? "").toLowerCase();
  return own === id || (field === "doi" && own.startsWith(id)) ? 1 : 0; // the beginning of a DOI is an identifier too
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
function worthOf(row, { word, prefix, whole = false, near }) {
  let worth = fit(row, word, prefix, whole);
  if (near) for (const other of near) worth = Math.max(worth, NEAR * fit(row, other, false, false));
  return worth;
}

/**
 * The score of `word`, 0 if it is not found. In names it is also found inside a longer word: `clip`
 * finds `MedCLIP`.
 * @param {Row} row @param {string} word @param {boolean} prefix @param {boolean} alone whether it is never inside a longer word
 */
function fit({ text, terms, abstractWords, ends: [name, names, topics] }, word, prefix, alone) {
  const sought = prefix ? ` ${word}` : ` ${word} `;
  const anywhere = text.indexOf(word);
  const at = anywhere < 0 ? -1 : text.indexOf(sought);
  const whole = at >= 0 && text[at + 1 + word.length] === " " ? WHOLE : 0;
  if (at >= 0 && at < names) return whole + (at < name ? WORTH.name : WORTH.title);
  if (anywhere >= 0 && anywhere < names && word.length > 2 && !alone) return WORTH.within;
  if (at >= 0) return whole + (at < topics ? WORTH.topic : WORTH.text);
  if (terms.some((words) => words.includes(sought))) return WORTH.term;
  return abstractWords?.includes(sought) ? WORTH.abstract : 0;
}

/** @param {Row} row @param {Query} query @param {number} least the lowest score of its words */
function tier({ text, keys, terms, ends: [, names] }, { key, phrase }, least) {
  if (keys[0] === key) return TIERS.name;
  if (keys.includes(key)) return TIERS.alias;
  if (least <= WORTH.abstract) return TIERS.abstract;
  if (least < WORTH.within) return terms.some((words) => words.includes(` ${phrase} `)) ? TIERS.term : TIERS.anywhere;
  const at = text.indexOf(` ${phrase}`);
  if (at === 0) return TIERS.start;
  return at > 0 && at < names ? TIERS.phrase : TIERS.names;
}
