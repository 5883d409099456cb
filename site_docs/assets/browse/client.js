// @ts-check
/** The page's side of the worker. */
import { loadCards } from "./card_list.js";
import { fetchText, onSilence } from "./fetching.js";
import { scriptOf, start, takeEarly } from "./start.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./state.js").State} State */

export class Client {
  /** @type {Promise<Worker> | undefined} */
  #worker;
  /** Where a script has failed, the browser may have kept what failed. @type {RequestCache} */
  #cache = "default";
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
    this.#worker ??= this.#start();
    this.#worker.then((worker) => worker.postMessage(question), () => {}); // what failed is reported once
  }

  /**
   * A worker does not say what has come of its script. So the browser fetches it too, and a worker that is not yet
   * started starts from the copy that it keeps. No answer is of use before there is what makes its cards.
   */
  #start() {
    const early = takeEarly();
    const fetched = fetchText(scriptOf(this.manifest), this.#cache);
    const started = early ? Promise.resolve(early) : fetched.then(() => start(this.manifest));
    const starting = Promise.all([started, loadCards()]).then(([worker]) => worker);
    const fail = () => {
      if (this.#worker !== starting) return;
      started.then((worker) => worker.terminate(), () => {});
      this.#fail();
    };
    started.then((worker) => (worker.onerror = fail), () => {}); // at once, as it may fail before there are cards
    starting.then((worker) => {
      const end = onSilence(fail);
      worker.onmessage = ({ data }) => {
        end();
        this.#hear(data);
      };
    }).catch(fail);
    fetched.catch(() => {}); // an early worker may have come all the same
    return starting;
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
    this.#worker = undefined;
    this.#cache = "reload";
    for (const settle of this.#waiting.values()) settle(null);
    this.#waiting.clear();
    if (this.#search) this.#show(null);
  }
}
