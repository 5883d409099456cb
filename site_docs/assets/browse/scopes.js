// @ts-check
/** The control that shows background and adjacent work too, and the line that says what is hidden. */
import { all, byId, number } from "./dom.js";
import { EMPTY, SCOPES, withScope } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./facets.js").Hidden} Hidden */

export class ScopeControl {
  #more = byId("browse-more", HTMLElement);
  /** @type {HTMLInputElement[]} */
  #boxes;
  #state = EMPTY;
  /** The scopes in which more entries match. @type {readonly string[]} */
  #hidden = [];

  /**
   * @param {Record<string, string>} labels by scope
   * @param {(state: State) => void} go
   */
  constructor(labels, go) {
    this.labels = labels;
    const root = document.getElementById("browse-scopes"); // a list with core work only has none
    this.#boxes = root ? all(root, "input", HTMLInputElement) : [];
    for (const box of this.#boxes) {
      box.addEventListener("change", () => go(withScope(this.#state, box.value, box.checked)));
    }
    this.#more.querySelector("button")?.addEventListener("click", () => {
      this.#boxes.find((box) => this.#hidden.includes(box.value))?.focus(); // this button goes away
      go(this.#hidden.reduce((state, scope) => withScope(state, scope, true), this.#state));
    });
  }

  /** @param {State} state */
  show(state) {
    this.#state = state;
    for (const box of this.#boxes) box.checked = state.scopes.includes(box.value);
  }

  /** Say how many more entries match in the scopes that are not shown. @param {Hidden} hidden */
  showHidden(hidden) {
    const text = this.describe(hidden);
    this.#hidden = SCOPES.filter((scope) => hidden[scope]);
    const said = this.#more.querySelector("span");
    if (said) said.textContent = `${text}:`;
    this.#more.hidden = !text;
  }

  /**
   * For example `3 more in background and adjacent work`; empty if nothing is hidden.
   * @param {Hidden} hidden
   */
  describe(hidden) {
    const scopes = SCOPES.filter((scope) => hidden[scope]);
    const total = scopes.reduce((sum, scope) => sum + (hidden[scope] ?? 0), 0);
    return total ? `${number(total)} more in ${scopes.join(" and ")} work` : "";
  }
}
