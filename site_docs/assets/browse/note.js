// @ts-check
/** The note above the results where nothing matches, or nothing exactly: what to change. */
import { button, make } from "../dom.js";
import { spaced } from "../fold.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./lifts.js").Lift} Lift */

const WORD = /[\p{L}\p{N}]+/gu;

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
  of({ near, lifts, entries }, state) {
    const line = near
      ? make("p", {}, TEXTS.didYouMean, this.#step(written(near, entries), { ...state, q: near, page: 1 }), TEXTS.similarEntries)
      : make("p", {}, TEXTS.nothing, lifts.length ? TEXTS.tryThese : TEXTS.clearOrSearch);
    return [line, make("ul", {}, ...lifts.map((lift) => make("li", {}, this.#step(this.#change(lift), lift.state))))];
  }

  /** @param {Lift} lift */
  #change({ filter, count }) {
    if (filter.kind === "all") return TEXTS.change(this.text.long(filter, TEXTS.anyOfThese), count);
    const name = filter.kind === "q" ? this.text.short(filter) : TEXTS.quoted(this.text.short(filter));
    return TEXTS.change(TEXTS.remove(name), count);
  }

  /** A button that goes to `state`. @param {string} text @param {State} state */
  #step(text, state) {
    return button(text, () => this.go(state));
  }
}

/**
 * `words`, which are folded, as most names and titles of `entries` write them: `CheXagent`.
 * @param {string} words @param {readonly Pick<import("./data.js").Entry, "name" | "title">[]} entries
 */
export function written(words, entries) {
  const forms = entries.flatMap(({ name, title }) => `${name} ${title}`.match(WORD) ?? []);
  /** @param {string} form */
  const count = (form) => forms.filter((other) => other === form).length;
  return words
    .split(" ")
    .map((word) => forms.filter((form) => spaced(form) === word).reduce((best, form) => (count(form) > count(best) ? form : best), word))
    .join(" ");
}
