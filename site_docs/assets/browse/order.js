// @ts-check
/** Put rows into the order that the reader chose. */
import { fold } from "./fold.js";

/** @typedef {import("./data.js").Row} Row */

/**
 * A sorted copy of `rows`; ties fall to the newest.
 * @param {readonly Row[]} rows
 * @param {string} sort
 * @param {ReadonlyMap<Row, number>} tiers how near each row is to the query
 * @param {ReadonlyMap<number, number>} scores how well each fits it, by index
 */
export function order(rows, sort, tiers, scores) {
  if (sort === "title") return byTitle(rows);
  return [...rows].sort(compare(sort, tiers, scores));
}

/**
 * @param {string} sort
 * @param {ReadonlyMap<Row, number>} tiers
 * @param {ReadonlyMap<number, number>} scores
 * @returns {(a: Row, b: Row) => number}
 */
function compare(sort, tiers, scores) {
  const newest = (/** @type {Row} */ a, /** @type {Row} */ b) => a.index - b.index;
  if (sort === "oldest") return (a, b) => undated(a) - undated(b) || b.index - a.index;
  if (sort === "added") return (a, b) => text(b.added, a.added) || newest(a, b);
  if (sort !== "relevance") return newest;
  return (a, b) =>
    (tiers.get(a) ?? 9) - (tiers.get(b) ?? 9) ||
    (scores.get(b.index) ?? 0) - (scores.get(a.index) ?? 0) ||
    newest(a, b);
}

/** @param {Row} row */
function undated(row) {
  return row.date ? 0 : 1;
}

/** @param {string} a @param {string} b */
function text(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param {readonly Row[]} rows */
function byTitle(rows) {
  const titled = rows.map((row) => /** @type {const} */ ([fold(row.title), row]));
  return titled.sort(([a, x], [b, y]) => text(a, b) || x.index - y.index).map(([, row]) => row);
}
