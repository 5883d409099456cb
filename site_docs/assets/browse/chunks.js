// @ts-check
/** Fetch the entries, chunk by chunk, in the order of the files. */
import { RowMaker, entries } from "./data.js";

/** @typedef {import("./data.js").Manifest} Manifest */
/** @typedef {import("./data.js").Row} Row */

const AT_ONCE = 4; // more requests at once would delay the first ones

/** The rows that are loaded so far, in order, and the requests for more. */
export class Chunks {
  /** @type {Row[]} */
  rows = [];
  /** The requests whose answers are not in the rows yet, by address. @type {Map<string, Promise<string>>} */
  #coming = new Map();
  /** What services said of each entry, by id. @type {Map<string, Partial<import("./data.js").Entry>>} */
  #observed = new Map();
  /** @type {RowMaker | undefined} */
  #maker;
  /** @type {Promise<void> | undefined} */
  #taking;

  /**
   * @param {Manifest} manifest with the site's root as a whole address
   * @param {readonly string[]} facets
   */
  constructor(manifest, facets) {
    this.manifest = manifest;
    this.facets = facets;
  }

  /** The terms, once some rows are loaded. */
  get terms() {
    return this.#maker?.terms ?? {};
  }

  /**
   * Wait until the first `count` rows are loaded.
   * @param {number} count
   */
  async first(count) {
    const { total, perChunk } = this.manifest;
    const wanted = Math.min(count, total);
    while (this.rows.length < wanted) {
      this.#taking ??= this.#take(Math.ceil(wanted / perChunk)).finally(() => (this.#taking = undefined));
      await this.#taking;
    }
  }

  /**
   * Make rows of the next chunk while the following ones are loading.
   * @param {number} end the first chunk that is not needed
   */
  async #take(end) {
    const { chunks, terms, observed = [], perChunk } = this.manifest;
    const next = this.rows.length / perChunk;
    const asked = chunks.slice(next, Math.min(next + AT_ONCE, end)).map((address) => this.#text(address));
    if (!this.#maker) {
      const [names = "", ...said] = await Promise.all([terms, ...observed].map((address) => this.#text(address)));
      this.#observed = new Map(said.flatMap(entries).map((facts) => [facts.id, facts]));
      this.#maker = new RowMaker(this.facets, JSON.parse(names));
    }
    for (const entry of entries(await /** @type {Promise<string>} */ (asked[0]))) {
      this.rows.push(this.#maker.row({ ...this.#observed.get(entry.id), ...entry }, this.rows.length));
    }
    this.#coming.delete(chunks[next] ?? "");
  }

  /** @param {string} address from the site's root */
  #text(address) {
    const coming = this.#coming.get(address) ?? text(this.manifest.root + address);
    this.#coming.set(address, coming);
    coming.catch(() => this.#coming.delete(address)); // so that another try asks again
    return coming;
  }
}

/** @param {string} address */
export async function text(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.text();
}
