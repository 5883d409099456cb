// @ts-check
/** Explain why an entry was found: the words to mark on its card, and the facts that its card does not show. */
import { searched } from "./data.js";
import { normalizeName } from "./fold.js";
import { MOST_AUTHORS } from "./limits.js";
import { american, words } from "./spelling.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./query.js").Token} Token */

/**
 * @typedef {object} Reasons
 * @property {string} mark a regular expression of the words to mark, empty for none
 * @property {[string, string][]} why label and text of each fact that matched, without authors
 * @property {number[]} found the places of the authors that matched and that a card leaves out
 *
 * @typedef {[label: string, text: string, compared: string]} Fact
 */

const MOST = 3; // facts on one card
const AROUND = 8; // words of the abstract on each side of one that was found
const WORD = /[\p{L}\p{N}]+/gu;
const COMPOUND = /[\p{L}\p{N}]+(?:[^\p{L}\p{N}\s]+[\p{L}\p{N}]+)+/gu;

/**
 * Why `row` has each of `tokens`.
 * @param {Row} row
 * @param {readonly Token[]} tokens
 * @param {Readonly<Record<string, string>>} labels of facts and facets
 * @param {import("./data.js").Terms} terms
 * @returns {Reasons}
 */
export function explain(row, tokens, labels, terms) {
  const { entry } = row;
  const names = [entry.name, entry.title];
  const shown = [...names, entry.summary, ...entry.authors.slice(0, MOST_AUTHORS), entry.place, entry.date, entry.license];
  const text = ` ${searched(shown)} `;
  const called = words(names.join(" "));
  const open = tokens.filter((token) => !matches(text, token) && !(isInside(token) && called.includes(token.word)));
  const why = open.length ? choose(open, [...facts(row, labels, terms)], (left) => quote(row.abstract, left, labels)) : [];
  const telling = tokens.filter(({ word }) => word.length > 1); // single letters and digits are everywhere
  const found = why.filter(([label]) => label === labels["author"]).map(([, name]) => entry.authors.indexOf(name));
  return {
    mark: marked([...shown, ...why.map(([, fact]) => fact)], telling, called),
    why: why.filter(([label]) => label !== labels["author"]),
    found,
  };
}

/** @param {string} text folded, with a space at both ends @param {Token} token */
function matches(text, { word, prefix, near = [] }) {
  return text.includes(prefix ? ` ${word}` : ` ${word} `) || near.some((other) => text.includes(` ${other} `));
}

/** Whether a word is also found inside the words of a name. @param {Token} token */
function isInside({ word, whole }) {
  return word.length > 2 && !whole;
}

/**
 * What an entry has that its card does not show as text, the most telling first.
 * @param {Row} row @param {Readonly<Record<string, string>>} labels @param {import("./data.js").Terms} terms
 * @returns {Iterable<Fact>}
 */
function* facts({ entry, termsWithParents }, labels, terms) {
  const { aliases, keywords } = entry;
  for (const [key, texts] of Object.entries({ aliases, ...entry.facts, keywords, author: entry.authors })) {
    for (const text of texts) yield [labels[key] ?? key, text, ` ${searched([text])} `];
  }
  for (const [facet, slugs] of Object.entries(termsWithParents)) {
    for (const slug of slugs) {
      const [label = "", , ...others] = terms[facet]?.[slug]?.words ?? [];
      for (const other of ["", ...others]) {
        const text = other.startsWith(label) ? other : `${label} (${other})`; // `MIT weights` says `MIT` already
        yield [labels[facet] ?? facet, other ? text : label, ` ${searched([label, other])} `];
      }
    }
  }
}

/**
 * The fewest of `given` that match `tokens`, label and text of each; those that none matches are quoted.
 * @param {readonly Token[]} tokens @param {readonly Fact[]} given
 * @param {(tokens: readonly Token[]) => Fact | undefined} quote
 * @returns {[string, string][]}
 */
function choose(tokens, given, quote) {
  /** @type {[string, string][]} */
  const chosen = [];
  for (let open = tokens; open.length && chosen.length < MOST; ) {
    /** @param {Fact} fact */
    const left = ([, , compared]) => open.filter((token) => !matches(compared, token));
    let best = open.length;
    /** @type {Fact | undefined} */
    let fact;
    for (const other of given) {
      const count = left(other).length;
      if (count < best) [best, fact] = [count, other];
    }
    fact ??= quote(open);
    if (!fact) break;
    chosen.push([fact[0], fact[1]]);
    open = left(fact);
  }
  return chosen;
}

/**
 * The words of the abstract around the first that matches one of `tokens`.
 * @param {string | undefined} abstract @param {readonly Token[]} tokens @param {Readonly<Record<string, string>>} labels
 * @returns {Fact | undefined}
 */
function quote(abstract, tokens, { abstract: label = "" }) {
  const all = abstract?.split(/\s+/) ?? [];
  const at = all.findIndex((word) => tokens.some((token) => matches(` ${searched([word])} `, token)));
  if (at < 0) return undefined;
  const [start, end] = [Math.max(0, at - AROUND), at + AROUND + 1];
  const words = all.slice(start, end).join(" ");
  return [label, `${start ? "…" : ""}${words}${end < all.length ? "…" : ""}`, ` ${searched([words])} `];
}

/**
 * The regular expression of the words of `texts` that match `tokens`.
 * @param {readonly string[]} texts @param {readonly Token[]} tokens
 * @param {string} called the folded words of the names, inside which words match too
 */
function marked(texts, tokens, called) {
  const found = new Set();
  const text = texts.join("\n");
  for (const word of text.match(WORD) ?? []) {
    const folded = words(word);
    if (tokens.some((token) => matches(` ${folded} `, token))) found.add(word);
    else if (called.includes(folded) && tokens.some((token) => isInside(token) && folded.includes(token.word))) found.add(word);
  }
  for (const word of text.match(COMPOUND) ?? []) {
    const folded = ` ${american(normalizeName(word))} `;
    if (!(word.match(WORD) ?? []).some((part) => found.has(part)) && tokens.some((token) => matches(folded, token))) found.add(word);
  }
  const longestFirst = [...found].sort((a, b) => b.length - a.length).map(escape);
  return found.size ? `(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])` : "";
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}
