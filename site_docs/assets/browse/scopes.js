// @ts-check
/** The control that shows background and adjacent work too, and the line that says what is hidden. */
import { all, button, byId, number } from "../dom.js";
import { EMPTY, withScope } from "./state.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./answers.js").Answer["others"]} Others */

export class ScopeControl {
  #more = byId("browse-more", HTMLElement);
  #boxes = all(document, "#browse-scopes input", HTMLInputElement);
  #state = EMPTY;
  /** For example `3 more in background and adjacent work`; empty if nothing is hidden. */
  line = "";

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
    this.#boxes.forEach(({ value, nextElementSibling: count }) => {
      if (count) count.textContent = others ? number(others[value] ?? 0) : (count.getAttribute("data-all") ?? "");
    });
    const hidden = this.#boxes.filter(({ value, checked }) => !checked && others?.[value]);
    const total = hidden.reduce((sum, { value }) => sum + (others?.[value] ?? 0), 0);
    this.line = total ? TEXTS.moreIn(total, hidden.map(({ value }) => value)) : "";
    const show = button(TEXTS.showThem, () => {
      hidden[0]?.focus(); // the button goes away
      this.go(hidden.reduce((state, { value }) => withScope(state, value, true), this.#state));
    });
    this.#more.replaceChildren(`${this.line}: `, show);
    this.#more.hidden = !this.line;
  }
}
