// @ts-check
/** The note above the results where nothing matches, or nothing exactly: what to change. */
import { make, number } from "./dom.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./lifts.js").Lift} Lift */

const NOTHING = "No results. ";
const TRY = "Try one of these:";
const CLEAR = "Clear all, or search for other words.";
const MEANT = "Nothing matches exactly. Did you mean ";
const SIMILAR = "? These entries have similar words.";

export class Note {
  /**
   * @param {import("./filter_text.js").FilterText} text
   * @param {(state: State) => void} go
   */
  constructor(text, go) {
    this.text = text;
    this.go = go;
  }

  /**
   * @param {import("./answers.js").Answer} answer @param {State} state
   * @returns {Node[]}
   */
  of({ near, lifts }, state) {
    const line = near
      ? make("p", {}, MEANT, this.#step(near, { ...state, q: near, page: 1 }), SIMILAR)
      : make("p", {}, NOTHING, lifts.length ? TRY : CLEAR);
    return [line, make("ul", {}, ...lifts.map((lift) => make("li", {}, this.#step(this.#change(lift), lift.state))))];
  }

  /** @param {Lift} lift */
  #change({ filter, count }) {
    const found = `(${number(count)} ${count === 1 ? "result" : "results"})`;
    if (filter.kind === "all") return `${this.text.long(filter)} ${found}`;
    const name = filter.kind === "q" ? this.text.short(filter) : `“${this.text.short(filter)}”`;
    return `Remove ${name} ${found}`;
  }

  /** A button that goes to `state`. @param {string} text @param {State} state */
  #step(text, state) {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", () => this.go(state));
    return button;
  }
}
