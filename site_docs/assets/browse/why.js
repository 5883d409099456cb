// @ts-check
/** Explain why an entry was found: the words to mark on its card, and the facts that its card does not show. */
import { parts, searched } from "../search_text.js";
import { normalizeName } from "../fold.js";
import { MAX_AUTHORS } from "./limits.js";
import { isNamed, peopleText } from "./people.js";
import { american, words } from "../spelling.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("../query.js").Token} Token */

/**
 * @typedef {object} Reasons
 * @property {string} mark a regular expression of the words to mark, empty for none
 * @property {[string, string][]} why label and text of each fact that matched, without authors
 * @property {number[]} found the places of the authors that matched and that a card leaves out
 *
 * @typedef {[label: string, text: string, matches: (token: Token) => boolean]} Fact
 */

const MAX_FACTS = 3; // facts on one card
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
  const people = entry.authors.slice(0, MAX_AUTHORS);
  const shown = [...names, entry.summary, entry.place, entry.date, entry.license];
  const text = ` ${searched(shown)} \n ${parts(names.join(" "))} `;
  const byName = ` ${peopleText(people)} `;
  const open = tokens.filter((token) => !matches(text, token) && !matchesPerson(byName, people, token));
  const why = open.length ? choose(open, [...facts(row, labels, terms)], (left) => quote(row.abstract, left, labels)) : [];
  const telling = tokens.filter(({ word }) => word.length > 1); // single letters and digits are everywhere
  const found = why.filter(([label]) => label === labels["author"]).map(([, name]) => entry.authors.indexOf(name));
  const others = why.filter(([label]) => label !== labels["author"]);
  const named = [...people, ...found.map((place) => entry.authors[place] ?? "")];
  return { mark: marked([...shown, ...others.map(([, fact]) => fact)], named, telling), why: others, found };
}

/** @param {string} text folded, with a space at both ends @param {Token} token */
function matches(text, { word, run = word, prefix, near = [] }) {
  const end = prefix ? "" : " ";
  return [word + end, run + end, ...near].some((sought) => text.includes(` ${sought}`));
}

/** @param {string} text the names folded @param {readonly string[]} names @param {Token} token */
function matchesPerson(text, names, token) {
  if (token.person) return names.some((name) => isNamed(name, token.word));
  return !token.whole && matches(text, token);
}

/**
 * What an entry has that its card does not show as text, the most telling first.
 * @param {Row} row @param {Readonly<Record<string, string>>} labels @param {import("./data.js").Terms} terms
 * @returns {Iterable<Fact>}
 */
function* facts({ entry, terms: own }, labels, terms) {
  const { aliases, keywords } = entry;
  for (const [key, texts] of Object.entries({ aliases, ...entry.facts, keywords })) {
    for (const text of texts) yield [labels[key] ?? key, text, has(searched([text]))];
  }
  for (const name of entry.authors) {
    const text = ` ${peopleText([name])} `;
    yield [labels["author"] ?? "", name, (token) => matchesPerson(text, [name], token)];
  }
  for (const { facet, withParents } of own) {
    for (const slug of withParents) {
      const { words: [label = "", , ...others] = [], narrower = [] } = terms[facet]?.[slug] ?? {};
      for (const other of ["", ...others]) {
        const text = other.startsWith(label) ? other : `${label} (${other})`; // `MIT weights` says `MIT` already
        yield [labels[facet] ?? facet, other ? text : label, has(searched([label, other]))];
      }
      yield [labels[facet] ?? facet, label, (token) => Boolean(token.wide) && has(searched(narrower))(token)];
    }
  }
  for (const word of `${entry.name} ${entry.title}`.match(WORD) ?? []) yield [labels["inside"] ?? "", word, (token) => isInside(word, token)];
}

/** @param {string} words folded @returns {(token: Token) => boolean} */
function has(words) {
  return (token) => matches(` ${words} `, token);
}

/** Whether `token` is anywhere inside `word`, as nothing else was found. @param {string} word @param {Token} token */
function isInside(word, token) {
  return Boolean(token.inside && words(word).includes(token.word));
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
  for (let open = tokens; open.length && chosen.length < MAX_FACTS; ) {
    /** @param {Fact} fact */
    const left = ([, , isMatch]) => open.filter((token) => !isMatch(token));
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
  return [label, `${start ? "…" : ""}${words}${end < all.length ? "…" : ""}`, has(searched([words]))];
}

/**
 * The regular expression of the words of `texts` and of `names` that match `tokens`.
 * @param {readonly string[]} texts @param {readonly string[]} names @param {readonly Token[]} tokens
 */
function marked(texts, names, tokens) {
  const found = new Set(texts.flatMap((text) => [...wordsIn(text, tokens)]));
  for (const name of names) {
    if (tokens.some((token) => token.person && isNamed(name, token.word))) found.add(name);
    for (const word of name.match(WORD) ?? []) {
      const text = ` ${peopleText([word])} `;
      if (tokens.some((token) => matchesPerson(text, [], token))) found.add(word);
    }
  }
  const longestFirst = [...found].sort((a, b) => b.length - a.length).map(escape);
  return found.size ? `(?<![\\p{L}\\p{N}])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}])` : "";
}

/**
 * The words of `text` that match one of `tokens`, as they are written; of several words, from the first to the last.
 * @param {string} text @param {readonly Token[]} tokens
 */
function* wordsIn(text, tokens) {
  const all = [...text.matchAll(WORD)];
  for (const [first, { 0: word, index }] of all.entries()) {
    const folded = ` ${words(word)} ${parts(word)} `;
    if (tokens.some((token) => matches(folded, token) || isInside(word, token))) yield word;
    for (const token of tokens) {
      const last = token.word.includes(" ") && all[first + token.word.split(" ").length - 1];
      const several = last && text.slice(index, last.index + last[0].length);
      if (several && ` ${words(several)} `.startsWith(` ${token.word}`)) yield several;
    }
  }
  for (const [word] of text.matchAll(COMPOUND)) {
    const [folded, run] = [` ${words(word)} `, ` ${american(normalizeName(word))} `];
    if (tokens.some((token) => !matches(folded, token) && matches(run, token))) yield word;
  }
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}
