// @ts-check
/** Find what a state means among the rows that are there. */
import { choose } from "./facets.js";
import { order } from "./order.js";
import { parse } from "./query.js";
import { scan } from "./scan.js";
import { isPlain, sorting } from "./state.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./data.js").Rows} Rows */
/** @typedef {import("./ranker.js").Ranker} Ranker */
/** @typedef {import("./ranker.js").Scores} Scores */
/** @typedef {import("./state.js").State} State */

/**
 * @typedef {object} Found
 * @property {readonly Row[]} rows in order; of the whole list, only as far as they are there
 * @property {number} total
 * @property {import("./facets.js").Counts | null} counts null for those of the whole list
 * @property {boolean} near whether nothing matched and similar words were taken
 */

/** @type {ReadonlyMap<any, any>} */
const NONE = new Map();
const PATIENCE = 60; // milliseconds that the ranking may take before the plain order is shown

export class Finder {
  /** @param {Rows} data @param {Ranker} ranker @param {readonly string[]} facets */
  constructor(data, ranker, facets) {
    this.data = data;
    this.ranker = ranker;
    this.facets = facets;
  }

  /**
   * What `state` means, at once where that is possible and better as soon as the ranking answers.
   * @param {State} state
   * @returns {AsyncGenerator<Found>}
   */
  async *find(state) {
    const query = isPlain(state, this.facets) ? null : parse(state.q);
    const tiers = query && scan(this.data.rows, query);
    if (!query || query.identifier || (tiers?.size && sorting(state) !== "relevance")) {
      yield this.#found(state, tiers, NONE);
      return;
    }
    const near = !tiers?.size;
    const asked = this.ranker.ask(query.tokens, near);
    const soon = this.ranker.ready && (await Promise.race([asked, pause(PATIENCE)]));
    if (!soon && !near) yield this.#found(state, tiers, NONE);
    const scores = soon || (await asked);
    yield near ? this.#near(state, scores ?? NONE) : this.#found(state, tiers, scores ?? NONE);
  }

  /**
   * @param {State} state
   * @param {ReadonlyMap<Row, number> | null} tiers the rows that the query matches, null for all
   * @param {Scores} scores
   * @returns {Found}
   */
  #found(state, tiers, scores) {
    const { rows, manifest } = this.data;
    if (isPlain(state, this.facets)) return { rows, total: manifest.total, counts: null, near: false };
    const chosen = choose(tiers ? tiers.keys() : rows, state, this.facets);
    const sorted = order(chosen.rows, sorting(state), tiers ?? NONE, scores);
    return { rows: sorted, total: sorted.length, counts: chosen.counts, near: false };
  }

  /** @param {State} state @param {Scores} scores @returns {Found} */
  #near(state, scores) {
    /** @type {Map<Row, number>} */
    const tiers = new Map();
    for (const index of scores.keys()) {
      const row = this.data.rows[index];
      if (row) tiers.set(row, 0);
    }
    return { ...this.#found(state, tiers, scores), near: tiers.size > 0 };
  }
}

/** @param {number} milliseconds @returns {Promise<null>} */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
