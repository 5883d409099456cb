// @ts-check
/** The page's side of the worker. */
import { MAX_SILENCE } from "./fetching.js";
import { takeWorker } from "./start.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./state.js").State} State */

export class Client {
  /** @type {Worker | undefined} */
  #worker;
  #asked = 0;
  /** The number of the search whose answers are still needed. */
  #search = 0;
  /** @type {(answer: Answer | null) => void} */
  #show = () => {};
  /** @type {Map<number, (reply: unknown) => void>} */
  #waiting = new Map();

  /**
   * @param {import("./data.js").Manifest} manifest
   * @param {(count: number) => void} onRead called with the number of entries that are read so far
   */
  constructor(manifest, onRead) {
    this.manifest = manifest;
    this.onRead = onRead;
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

  /** No answer is awaited any more. */
  stop() {
    this.#search = 0;
  }

  /** The last answer is shown, so the worker may go on. */
  goOn() {
    this.#post({ isShown: true });
  }

  /**
   * The ids of all entries of a state, in order, or what entries are called, and the tables that compare them.
   * @param {{ ids: State } | { named: readonly string[] }} wanted
   * @returns {Promise<any>} rejected if the entries cannot be loaded
   */
  ask(wanted) {
    const asked = ++this.#asked;
    this.#post({ asked, wanted });
    return new Promise((resolve, reject) => {
      this.#waiting.set(asked, (reply) => (reply ? resolve(reply) : reject(new Error("no reply"))));
    });
  }

  /** @param {object} question */
  #post(question) {
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(question);
    } catch {
      setTimeout(() => this.#fail()); // once the question is noted
    }
  }

  /** @returns {Worker} */
  #start() {
    const worker = takeWorker(this.manifest);
    const silence = setTimeout(() => this.#worker === worker && this.#fail(), MAX_SILENCE); // its script may never come
    worker.onmessage = ({ data }) => {
      clearTimeout(silence);
      this.#hear(data);
    };
    worker.onerror = () => this.#fail();
    return worker;
  }

  /** @param {{ heard: true } | { read: number } | { asked: number, answer: Answer | null } | { asked: number, reply: unknown }} message */
  #hear(message) {
    if ("read" in message) {
      this.onRead(message.read);
    } else if ("answer" in message) {
      if (message.asked === this.#search) this.#show(message.answer);
    } else if ("reply" in message) {
      this.#waiting.get(message.asked)?.(message.reply);
      this.#waiting.delete(message.asked);
    }
  }

  /** The worker has failed; the next question starts another one. */
  #fail() {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const settle of this.#waiting.values()) settle(null);
    this.#waiting.clear();
    if (this.#search) this.#show(null);
  }
}
