// @ts-check
/** Sort rows in the order that the reader chose. */
import { fold } from "../fold.js";

/** @typedef {import("./data.js").Row} Row */

/**
 * Return `rows` sorted; equal rows keep their order.
 * @param {readonly Row[]} rows in the order of the files: core work first, both parts newest first
 * @param {string} sort
 * @param {ReadonlyMap<Row, number>} scores how well each fits the query
 */
export function order(rows, sort, scores) {
  if (sort === "title") return byTitle(rows);
  return [...rows].sort(compare(sort, scores));
}

/**
 * @param {string} sort
 * @param {ReadonlyMap<Row, number>} scores
 * @returns {(a: Row, b: Row) => number}
 */
function compare(sort, scores) {
  if (sort === "newest") return (a, b) => text(b.entry.date, a.entry.date);
  if (sort === "oldest") return (a, b) => lacks(a, "date") - lacks(b, "date") || text(a.entry.date, b.entry.date) || b.index - a.index;
  if (sort === "added") return (a, b) => text(b.entry.added, a.entry.added) || text(b.entry.date, a.entry.date);
  if (sort !== "relevance") return (a, b) => lacks(a, sort) - lacks(b, sort) || text(value(b, sort), value(a, sort)) || text(b.entry.date, a.entry.date);
  return (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || text(b.entry.date, a.entry.date);
}

/** @param {Row} row @param {string} key of a date, or of a fact that services said */
function lacks(row, key) {
  return value(row, key) === "" ? 1 : 0;
}

/** @param {Row} row @param {string} key @returns {string | number} empty if it is not known */
function value({ entry }, key) {
  return /** @type {Record<string, any>} */ (entry)[key] ?? "";
}

/** @template {string | number} Value @param {Value} a @param {Value} b */
function text(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** @param {readonly Row[]} rows */
function byTitle(rows) {
  const titled = rows.map((row) => /** @type {const} */ ([fold(row.entry.title), row]));
  return titled.sort(([a, x], [b, y]) => text(a, b) || x.index - y.index).map(([, row]) => row);
}
