// @ts-check
/** The page's side of the ranking worker. */

/** @typedef {import("./query.js").Token} Token */
/** @typedef {ReadonlyMap<number, number>} Scores by index of the row */

export class Ranker {
  /** @type {Worker | undefined} */
  #worker;
  #asked = 0;
  #sent = 0;
  #indexed = 0;
  #failed = false;
  /** @type {Map<number, (scores: Scores | null) => void>} */
  #waiting = new Map();

  /** Start the worker, once; without workers the page goes on with the scan alone. */
  start() {
    if (this.#worker || this.#failed || typeof Worker === "undefined") return;
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", () => this.#fail());
  }

  /** Whether all that was sent is indexed, so that an answer comes soon. */
  get ready() {
    return this.#sent > 0 && this.#sent === this.#indexed;
  }

  /**
   * Index a chunk.
   * @param {string} text
   * @param {number} first the index of its first row
   */
  add(text, first) {
    this.start();
    this.#sent += 1;
    this.#worker?.postMessage({ text, first });
  }

  /**
   * The scores of what is found; null where the worker failed.
   * @param {readonly Token[]} tokens
   * @param {boolean} near whether words like the tokens will do
   * @returns {Promise<Scores | null>}
   */
  ask(tokens, near) {
    const worker = this.#worker;
    if (!worker) return Promise.resolve(null);
    this.#asked += 1;
    const asked = this.#asked;
    worker.postMessage({ asked, tokens, near });
    return new Promise((resolve) => this.#waiting.set(asked, resolve));
  }

  /** @param {{ indexed: number } | { asked: number, found: [number, number][] }} message */
  #hear(message) {
    if ("indexed" in message) {
      this.#indexed += 1;
    } else {
      this.#waiting.get(message.asked)?.(new Map(message.found));
      this.#waiting.delete(message.asked);
    }
  }

  #fail() {
    this.#failed = true;
    this.#worker = undefined;
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}
