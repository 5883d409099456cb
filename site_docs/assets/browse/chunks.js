// @ts-check
/** Fetch the entries, chunk by chunk, in the order of the files. */
import { records } from "./data.js";
import { fetchData } from "./fetching.js";
import { RowMaker } from "./rows.js";
import { turn } from "./turn.js";

/** @typedef {import("./data.js").Manifest} Manifest */
/** @typedef {import("./data.js").Row} Row */

const AT_ONCE = 4; // more requests at once would delay the first ones
const PIECE = 100; // entries that are read before the worker hears another question

/** The rows that are loaded so far, in order, and the requests for more. */
export class Chunks {
  /** @type {Row[]} */
  rows = [];
  /** How many chunks are in the rows. */
  #taken = 0;
  /** The requests whose answers are not in the rows yet, by address. @type {Map<string, Promise<any>>} */
  #coming = new Map();
  /** What services said of each entry, by id. @type {Map<string, Partial<import("./data.js").Entry>>} */
  #observed = new Map();
  /** @type {RowMaker | undefined} */
  #maker;
  /** @type {Promise<void> | undefined} */
  #taking;

  /**
   * @param {Manifest} manifest with the site's root as a whole address
   * @param {(count: number) => void} [onRead] called with the number of rows that are loaded so far
   */
  constructor(manifest, onRead = () => {}) {
    this.manifest = manifest;
    this.onRead = onRead;
  }

  /** The terms, once some rows are loaded. */
  get terms() {
    return this.#maker?.terms ?? {};
  }

  /**
   * Wait until the first `count` rows are loaded.
   * @param {number} count
   * @param {number} [later] how many will be needed after these
   */
  async first(count, later = count) {
    const wanted = Math.min(count, this.manifest.total);
    if (this.#taken) this.#request(later - this.rows.length);
    while (this.rows.length < wanted) {
      this.#taking ??= this.#take(later).finally(() => (this.#taking = undefined));
      await this.#taking;
    }
  }

  /**
   * Make rows of the next chunk while the following ones are loading.
   * @param {number} wanted how many rows are needed
   */
  async #take(wanted) {
    const { chunks, terms, observed = [] } = this.manifest;
    const [address = "", count = 0] = chunks[this.#taken] ?? [];
    const asked = this.#data(address);
    if (!this.#maker) {
      const [names, ...said] = await Promise.all([terms, ...observed].map((address) => this.#data(address)));
      this.#observed = new Map(said.flatMap(records).map((facts) => [facts.id ?? "", facts]));
      this.#maker = new RowMaker(this.manifest.facets, names);
    }
    const columns = await asked;
    this.#coming.delete(address);
    this.#taken++;
    this.#request(wanted - this.rows.length - count);
    for (const row of this.#maker.rows(columns, this.rows.length, this.#observed)) {
      this.rows.push(row);
      if (this.rows.length % PIECE === 0) await turn();
    }
    this.onRead(this.rows.length);
  }

  /** Request the next chunks, some at once. @param {number} wanted how many entries are needed of them */
  #request(wanted) {
    for (const [address, count] of this.manifest.chunks.slice(this.#taken, this.#taken + AT_ONCE)) {
      if (wanted <= 0) return;
      this.#data(address);
      wanted -= count;
    }
  }

  /** @param {string} address from the site's root */
  #data(address) {
    const coming = this.#coming.get(address) ?? fetchData(this.manifest.root + address);
    this.#coming.set(address, coming);
    coming.catch(() => this.#coming.delete(address)); // so that another try asks again
    return coming;
  }
}
