// @ts-check
/** The control that shows background and adjacent work too, and the line that says what is hidden. */
import { all, byId, make, number } from "./dom.js";
import { EMPTY, SCOPES, withScope } from "./state.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./answers.js").Answer["others"]} Others */

export class ScopeControl {
  #more = byId("browse-more", HTMLElement);
  #boxes = all(document, "#browse-scopes input", HTMLInputElement);
  #counts = all(document, "#browse-scopes .facet-count", HTMLElement);
  /** What the page says of the whole list. */
  #first = this.#counts.map(({ textContent }) => textContent);
  #state = EMPTY;

  /** @param {(state: State) => void} go */
  constructor(go) {
    this.go = go;
    for (const box of this.#boxes) {
      box.addEventListener("change", () => go(withScope(this.#state, box.value, box.checked)));
    }
  }

  /** @param {State} state */
  show(state) {
    this.#state = state;
    for (const box of this.#boxes) box.checked = state.scopes.includes(box.value);
  }

  /**
   * Say how many match in each scope, and how many of these are not shown.
   * @param {Others} others
   */
  showOthers(others) {
    for (const [place, count] of this.#counts.entries()) {
      count.textContent = others ? number(others[this.#boxes[place]?.value ?? ""] ?? 0) : (this.#first[place] ?? "");
    }
    const button = make("button", { type: "button" }, TEXTS.showThem);
    const hidden = hiddenOf(others, this.#state);
    button.addEventListener("click", () => {
      this.#boxes.find(({ value }) => hidden.includes(value))?.focus(); // the button goes away
      this.go(hidden.reduce((state, scope) => withScope(state, scope, true), this.#state));
    });
    const text = describe(others, this.#state);
    this.#more.replaceChildren(`${text}: `, button);
    this.#more.hidden = !text;
  }
}

/**
 * For example `3 more in background and adjacent work`; empty if nothing is hidden.
 * @param {Others} others @param {State} state
 */
export function describe(others, state) {
  const scopes = hiddenOf(others, state);
  return scopes.length ? TEXTS.moreIn(scopes.reduce((sum, scope) => sum + (others?.[scope] ?? 0), 0), scopes) : "";
}

/** The scopes that have matches and are not shown. @param {Others} others @param {State} state */
function hiddenOf(others, { scopes }) {
  return SCOPES.filter((scope) => others?.[scope] && !scopes.includes(scope));
}
