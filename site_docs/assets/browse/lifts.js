// @ts-check
/** Where nothing is found: what is found without one of the filters or words, or with any term of a facet in place of all. */
import { filters, remove, sought, strict } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {{ filter: import("./state.js").Filter, state: State, count: number }} Lift */

const MAX_WORDS = 6;

/**
 * What can be removed from `state` so that something is found, the most found first.
 * @param {State} state
 * @param {readonly string[]} facets
 * @param {(state: State) => number} count
 * @returns {Lift[]}
 */
export function lifts(state, facets, count) {
  /** @type {import("./state.js").Filter[]} */
  const loose = strict(state).map((facet) => ({ kind: "all", facet, term: "" }));
  const whole = [...loose, ...filters(state, facets)].map((filter) => ({ filter, state: remove(state, filter) }));
  const counted = [...withoutWord(state), ...whole].map((lift) => ({ ...lift, count: count(lift.state) }));
  return counted.filter((lift) => lift.count).sort((a, b) => b.count - a.count);
}

/** @param {State} state @returns {Omit<Lift, "count">[]} */
function withoutWord(state) {
  const words = sought(state).split(/\s+/);
  if (words.length < 2 || words.length > MAX_WORDS) return [];
  return words.map((term, place) => ({
    filter: { kind: "q", facet: "", term },
    state: { ...state, q: words.filter((_, other) => other !== place).join(" "), page: 1 },
  }));
}
