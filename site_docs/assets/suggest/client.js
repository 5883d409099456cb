// @ts-check
/** The page's side of the worker that suggests. */

/** @typedef {ReturnType<typeof import("./match.js").suggestions>} Found */

export class Client {
  /** @type {Worker | undefined} */
  #worker;
  #asked = "";
  /** @type {(found: Found | null) => void} */
  #settle = () => {};

  /** @param {string} root the address of the site's root */
  constructor(root) {
    this.root = root;
    this.#start();
  }

  /**
   * What fits `text`, null if it cannot be loaded; a later question takes the place of an earlier one.
   * @param {string} text
   * @returns {Promise<Found | null>}
   */
  find(text) {
    this.#settle(null);
    this.#asked = text;
    (this.#worker ?? this.#start()).postMessage({ text });
    return new Promise((resolve) => (this.#settle = resolve));
  }

  #start() {
    const worker = new Worker(`${this.root}assets/suggest-worker.js`);
    worker.addEventListener("message", ({ data: { text, found } }) => text === this.#asked && this.#settle(found));
    worker.addEventListener("error", () => {
      this.#worker = undefined; // the next letter starts another one
      this.#settle(null);
    });
    worker.postMessage({ root: this.root });
    return (this.#worker = worker);
  }
}
