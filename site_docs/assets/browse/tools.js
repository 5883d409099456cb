// @ts-check
/** What the reader can take along: the selection, exports and citations. All but the first click is in `take.js`. */
import { copy } from "../copying/copy.js";
import { all, byId } from "../dom.js";
import { sayBeside } from "./beside.js";
import { Selection } from "./selection.js";
import * as TEXTS from "../texts/take.js";

/** @typedef {import("./take.js").Take} Take */
/** @typedef {Omit<import("./take.js").Setting, "selection" | "menu">} Setting */

export class Tools {
  selection = new Selection();
  /** The further scripts. @type {Promise<Take> | undefined} */
  #take;
  #address;
  #menu = byId("browse-export", HTMLDetailsElement);

  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    this.#address = new URL(`${setting.root}assets/browse-take.js`, document.baseURI).href;
    setting.cards.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#pick(target.value, target.checked);
    });
    for (const part of [setting.cards, this.#menu]) part.addEventListener("click", ({ target }) => this.#click(target));
    for (const event of ["pointerover", "focusin"]) this.#menu.addEventListener(event, () => void this.#load().catch(() => {}), { once: true }); // a click reports it
    if (this.selection.size) void this.#use((take) => take.showSelection());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#restore());
  }

  /** Show the selection on a page that the browser kept and the reader came back to: it may be older. */
  #restore() {
    this.selection.reread();
    for (const box of all(this.setting.cards, "input", HTMLInputElement)) box.checked = this.selection.has(box.value);
    void this.#use((take) => take.showSelection());
  }

  /** @param {EventTarget | null} target */
  #click(target) {
    if (!(target instanceof HTMLButtonElement)) return;
    const { format } = target.dataset;
    if (format) void this.#use((take) => take.save(format, target), () => sayBeside(target, TEXTS.failedToLoad, this.setting.say));
    else if (target.matches(".card-cite")) this.#copy(target);
  }

  /** @param {string} id @param {boolean} selected */
  #pick(id, selected) {
    this.selection.set(id, selected);
    this.setting.say(TEXTS.selected(this.selection.size));
    void this.#use((take) => take.showSelection());
  }

  /** Copy in the task of the click, though the script and the text are still loading. @param {HTMLButtonElement} button */
  #copy(button) {
    const text = this.#load().then((take) => take.citations(button.value));
    const copied = copy(text);
    void this.#use((take) => take.report(button, copied, text), () => {
      button.textContent = TEXTS.failedToLoad;
      this.setting.say(TEXTS.failedToLoad);
    });
    copied.catch(() => {}); // reported there
  }

  /** @param {(take: Take) => void | Promise<void>} act @param {() => void} [fail] says that it failed, in place of the page @returns {Promise<void>} */
  async #use(act, fail = () => this.setting.fail(() => this.#use(act))) {
    try {
      await act(await this.#load());
    } catch {
      fail();
    }
  }

  /** @returns {Promise<Take>} */
  #load() {
    return (this.#take ??= this.#import());
  }

  async #import() {
    try {
      const { Take } = await import(this.#address);
      return new Take({ ...this.setting, selection: this.selection, menu: this.#menu });
    } catch (error) {
      this.#take = undefined; // so that another try loads it again
      this.#address += "?"; // as a browser keeps what failed at an address
      throw error;
    }
  }
}
