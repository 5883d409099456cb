// @ts-check
/** The control that shows background and adjacent work too, and the line that says what is hidden. */
import { all, byId, make } from "./dom.js";
import { EMPTY, SCOPES, withScope } from "./state.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./facets.js").Hidden} Hidden */

export class ScopeControl {
  #more = byId("browse-more", HTMLElement);
  #boxes = all(document, "#browse-scopes input", HTMLInputElement);
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

  /** Say how many more entries match in the scopes that are not shown. @param {Hidden} hidden */
  showHidden(hidden) {
    const button = make("button", { type: "button" }, TEXTS.showThem);
    button.addEventListener("click", () => {
      this.#boxes.find(({ value }) => hidden[value])?.focus(); // the button goes away
      this.go(SCOPES.reduce((state, scope) => (hidden[scope] ? withScope(state, scope, true) : state), this.#state));
    });
    this.#more.replaceChildren(`${describe(hidden)}: `, button);
    this.#more.hidden = !describe(hidden);
  }
}

/**
 * For example `3 more in background and adjacent work`; empty if nothing is hidden.
 * @param {Hidden} hidden
 */
export function describe(hidden) {
  const scopes = SCOPES.filter((scope) => hidden[scope]);
  const total = scopes.reduce((sum, scope) => sum + (hidden[scope] ?? 0), 0);
  return total ? TEXTS.moreIn(total, scopes) : "";
}
