// @ts-check
/** Which rows match the chosen terms, and how many rows each other choice would leave. */

import { fold } from "../fold.js";

/**
 * @typedef {object} FinderRow
 * @property {Readonly<Record<string, readonly string[]>>} terms by the name of the filter
 * @property {() => string} text what the row shows, folded
 *
 * @typedef {Readonly<Record<string, string>>} Chosen one term by the name of its filter; empty for any
 * @typedef {Record<string, Map<string, number>>} Counts rows by filter and term
 */

/**
 * The rows that match, with the counts of every term; the counts of a filter ignore its own term.
 * @template {FinderRow} Row
 * @param {readonly Row[]} rows @param {Chosen} chosen @param {string} query
 */
export function choose(rows, chosen, query) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const names = Object.keys(chosen);
  /** @type {Counts} */
  const counts = Object.fromEntries(names.map((name) => [name, new Map()]));
  const shown = [];
  for (const row of rows) {
    if (words.length && !words.every((word) => row.text().includes(word))) continue;
    const failed = names.filter((name) => chosen[name] && !has(row, name, chosen[name]));
    if (!failed.length) shown.push(row);
    if (failed.length < 2) for (const name of failed.length ? failed : names) count(counts[name], row, name);
  }
  return { shown, counts };
}

/** @param {FinderRow} row @param {string} name @param {string} term */
function has(row, name, term) {
  return row.terms[name]?.includes(term) ?? false;
}

/** @param {Map<string, number>} counts @param {FinderRow} row @param {string} name */
function count(counts, row, name) {
  for (const term of row.terms[name] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1);
}
