// @ts-check
/** A search field with a list of suggestions, by the combobox pattern of ARIA: the focus stays in the field. */
import { all, make } from "../dom.js";
import * as TEXTS from "../texts/suggest.js";

const PAUSE = 700; // milliseconds, so that the number is not read after each letter
/** @param {number} count */

export class Combobox {
  /** @type {HTMLAnchorElement[]} */
  #options = [];
  /** The place of the active option, -1 for none. */
  #active = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLInputElement} field
   * @param {() => void} refill called where the reader asks for the suggestions again
   */
  constructor(field, refill) {
    this.field = field;
    this.refill = refill;
    this.popup = make("div", { class: "suggest", hidden: true });
    this.status = make("div", { class: "suggest-status", "aria-live": "polite" });
    field.form?.append(this.popup, this.status);
    this.#listen();
  }

  get isOpen() {
    return !this.popup.hidden;
  }

  /** Show `list`, or nothing where it has no options. @param {HTMLElement} list */
  show(list) {
    const before = this.#options[this.#active]?.href;
    this.#options = all(list, "[role=option]", HTMLAnchorElement);
    if (!this.#options.length) return this.close();
    this.popup.replaceChildren(list);
    this.popup.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.field.setAttribute("aria-controls", list.id);
    this.#activate(this.#options.findIndex(({ href }) => href === before));
    this.#announce(this.#options.length);
  }

  close() {
    this.popup.hidden = true;
    this.popup.replaceChildren();
    this.#options = [];
    this.#activate(-1);
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-controls");
    this.#announce(0);
  }

  #listen() {
    // In the capture phase, before the page's own listeners: Escape closes the list before it clears the field.
    this.field.addEventListener("keydown", (event) => this.#onKey(event), true);
    this.field.addEventListener("blur", () => this.close());
    this.field.form?.addEventListener("submit", () => this.close());
    this.popup.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.popup.addEventListener("click", ({ target }) => {
      // Later, as the browser must find the link that it follows.
      if (target instanceof Element && target.closest("[role=option]")) setTimeout(() => this.close());
    });
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.#onArrow(event, event.key === "ArrowDown" ? 1 : -1);
    else if (!this.isOpen) return;
    else if (event.key === "Escape") this.#take(event, () => this.close());
    else if (event.key === "Enter" && this.#active >= 0) this.#take(event, () => this.#options[this.#active]?.click());
    else if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) this.#activate(-1); // back to the text
  }

  /** @param {KeyboardEvent} event @param {1 | -1} step */
  #onArrow(event, step) {
    if (this.isOpen) this.#take(event, () => (event.altKey && step < 0 ? this.close() : this.#move(step)));
    else if (step > 0 && this.field.value.trim()) this.#take(event, this.refill);
  }

  /** Do what a key means here, and nothing else. @param {KeyboardEvent} event @param {() => void} act */
  #take(event, act) {
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  /** The next option; after the last one, and before the first, it is the text. @param {1 | -1} step */
  #move(step) {
    const places = this.#options.length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  /** @param {number} place */
  #activate(place) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = place;
    const option = this.#options[place];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {number} count */
  #announce(count) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.status.textContent = count ? TEXTS.count(count) : ""), PAUSE);
  }
}
