// @ts-check
/** Fetch the abstracts, which are searched after all else. */
import { records } from "./data.js";
import { fetchData } from "./fetching.js";
import { searched } from "../search_text.js";
import { turn } from "./turn.js";

/** @typedef {import("./data.js").Row} Row */

const PIECE = 50; // abstracts that are read before the worker hears another question

export class Abstracts {
  /** @type {string[]} */
  #open;
  /** @type {Promise<void> | undefined} */
  #taking;

  /** @param {import("./data.js").Manifest} manifest with the site's root as a whole address */
  constructor({ abstracts = [], root }) {
    this.#open = abstracts.map((address) => root + address);
  }

  /** Whether some are not loaded yet. */
  get isOpen() {
    return this.#open.length > 0;
  }

  /**
   * Give `rows` their abstracts. What cannot be loaded is left out, and the next search asks for it again.
   * @param {readonly Row[]} rows all rows
   */
  load(rows) {
    this.#taking ??= this.#take(rows).catch(() => {}).finally(() => (this.#taking = undefined));
    return this.#taking;
  }

  /** @param {readonly Row[]} rows */
  async #take(rows) {
    const byId = new Map(rows.map((row) => [row.entry.id, row]));
    for (const address of [...this.#open]) {
      for (const [index, { id, abstract = "" }] of records(await fetchData(address)).entries()) {
        const row = byId.get(id ?? "");
        if (row) [row.abstract, row.abstractWords] = [abstract, ` ${searched([abstract])} `];
        if (index % PIECE === PIECE - 1) await turn();
      }
      this.#open.shift();
    }
  }
}
