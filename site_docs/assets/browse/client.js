// @ts-check
/** The page's side of the worker. */

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./exporting.js").Export} Export */
/** @typedef {import("./state.js").State} State */

export class Client {
  /** @type {Worker | undefined} */
  #worker;
  #asked = 0;
  /** The number of the search whose answers are still needed. */
  #search = 0;
  /** @type {(answer: Answer | null) => void} */
  #show = () => {};
  /** @type {Map<number, (file: Export | null) => void>} */
  #waiting = new Map();

  /** @param {{ manifest: import("./data.js").Manifest, facets: readonly string[] }} setting */
  constructor(setting) {
    this.setting = setting;
  }

  /** Start to load all entries, as the reader is about to search or filter. */
  prepare() {
    this.#post({ all: true });
  }

  /**
   * Find the entries of `state`; a later call stops an earlier one.
   * @param {State} state
   * @param {(answer: Answer | null) => void} show called until an answer is whole, with null if it failed
   */
  find(state, show) {
    this.#search = ++this.#asked;
    this.#show = show;
    this.#post({ asked: this.#search, state });
  }

  /**
   * A file with the entries `ids` or, without these, with all entries of `state`.
   * @param {string} format
   * @param {State} state
   * @param {readonly string[] | null} ids
   * @returns {Promise<Export>}
   */
  export(format, state, ids) {
    const asked = ++this.#asked;
    this.#post({ asked, state, format, ids });
    return new Promise((resolve, reject) => {
      this.#waiting.set(asked, (file) => (file ? resolve(file) : reject(new Error("no file"))));
    });
  }

  /** @param {object} question */
  #post(question) {
    this.#worker ??= this.#start();
    this.#worker.postMessage(question);
  }

  #start() {
    const { manifest, facets } = this.setting;
    const root = new URL(manifest.root, document.baseURI).href;
    const worker = new Worker(`${root}assets/browse-worker.js`);
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    worker.addEventListener("error", () => this.#fail());
    worker.postMessage({ manifest: { ...manifest, root }, facets });
    return worker;
  }

  /** @param {{ asked: number, answer: Answer | null } | { asked: number, file: Export | null }} message */
  #hear(message) {
    if ("answer" in message) {
      if (message.asked === this.#search) this.#show(message.answer);
    } else {
      this.#waiting.get(message.asked)?.(message.file);
      this.#waiting.delete(message.asked);
    }
  }

  /** The worker has failed; the next question starts another one. */
  #fail() {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const settle of this.#waiting.values()) settle(null);
    this.#waiting.clear();
    this.#show(null);
  }
}
