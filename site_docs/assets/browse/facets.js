// @ts-check
/** Filter rows by facets, and count what each further choice would find. */
import { authorSlugs } from "./data.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {Record<string, Map<string, number>>} Counts entries by facet and term
 * @typedef {Record<string, number>} Others how many match in each scope beside core work, shown or not
 * @typedef {{ rows: Row[], counts: Counts, others: Others }} Chosen
 */

const CORE = "core";
const YEAR = "year";
const AUTHOR = "author";
/** @type {readonly string[]} */
const NONE = [];

/**
 * The rows that match `state`, in their order, with the counts of every term. Core work is always
 * shown, the rest if the state has its scope. Terms of one facet are
 * joined by "or", or by "and" where the state says so; facets are joined by "and". A count is what the
 * choice would find: of a facet with "or" it ignores the facet's chosen terms.
 * @param {Iterable<Row>} rows
 * @param {State} state
 * @param {readonly string[]} facets
 * @returns {Chosen}
 */
export function choose(rows, state, facets) {
  /** @type {Counts} */
  const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()]));
  const active = facets.filter((facet) => state.include[facet] || state.exclude[facet]);
  const chosen = [];
  /** @type {Others} */
  const others = {};
  for (const row of rows) {
    const failed = failing(row, state, active);
    const { scope } = row.entry;
    if (scope !== CORE && failed === "") others[scope] = (others[scope] ?? 0) + 1;
    if (scope !== CORE && !state.scopes.includes(scope)) continue;
    if (failed === "") {
      chosen.push(row);
      for (const { facet, withParents } of row.terms) count(counts[facet], withParents, state.exclude[facet]);
    } else if (failed && failed !== YEAR && (!state.all.includes(failed) || isIncluded(termsWithParents(row, failed), failed, state))) {
      count(counts[failed], termsWithParents(row, failed), state.exclude[failed]);
    }
  }
  return { rows: chosen, counts, others };
}

/**
 * The only facet that excludes `row`; empty if none does, undefined if several do.
 * @param {Row} row @param {State} state @param {readonly string[]} active
 */
function failing(row, state, active) {
  let failed = inYears(row, state) ? "" : YEAR;
  for (const facet of active) {
    if (passes(row, facet, state)) continue;
    if (failed) return undefined;
    failed = facet;
  }
  return failed;
}

/**
 * The terms of `row` in `facet`; slugs of authors are made only when needed.
 * @param {Row} row @param {string} facet
 */
function termsWithParents(row, facet) {
  if (facet === AUTHOR) return authorSlugs(row);
  return row.terms.find((terms) => terms.facet === facet)?.withParents ?? NONE;
}

/** @param {Row} row @param {State} state */
function inYears(row, { from, to }) {
  if (!from && !to) return true;
  return row.year > 0 && row.year >= from && (!to || row.year <= to);
}

/** @param {Row} row @param {string} facet @param {State} state */
function passes(row, facet, state) {
  const terms = termsWithParents(row, facet);
  return !state.exclude[facet]?.some((term) => terms.includes(term)) && isIncluded(terms, facet, state);
}

/** Whether a row with `terms` has the included ones. @param {readonly string[]} terms @param {string} facet @param {State} state */
function isIncluded(terms, facet, { include: { [facet]: wanted }, all }) {
  /** @param {string} term */
  const has = (term) => terms.includes(term);
  return !wanted || (all.includes(facet) ? wanted.every(has) : wanted.some(has));
}

/**
 * Count `terms`; an entry hidden by an excluded term counts for that term only.
 * @param {Map<string, number> | undefined} counts @param {readonly string[]} terms @param {readonly string[] | undefined} excluded
 */
function count(counts, terms, excluded) {
  const hiding = excluded?.filter((term) => terms.includes(term)) ?? NONE;
  if (hiding.length > 1) return;
  for (const term of hiding.length ? hiding : terms) counts?.set(term, (counts.get(term) ?? 0) + 1);
}
