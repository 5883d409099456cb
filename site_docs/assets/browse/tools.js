// @ts-check
/** What the reader can take along: the selection, exports and citations. All but the first click is in `take.js`. */
import { copy } from "../copying/copy.js";
import { all, byId } from "../dom.js";
import { sayBeside } from "./beside.js";
import { expectUse, loader } from "./later.js";
import { Selection } from "./selection.js";
import * as TEXTS from "../texts/take.js";

/** @typedef {import("./take.js").Take} Take */
/** @typedef {Omit<import("./take.js").Setting, "selection" | "menu">} Setting */

/** @type {() => Promise<typeof import("./take.js")>} */
const load = loader("browse-take.js");

export class Tools {
  selection = new Selection();
  /** @type {Take | undefined} */
  #take;
  #menu = byId("browse-export", HTMLDetailsElement);

  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    setting.cards.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#pick(target);
    });
    for (const part of [setting.cards, this.#menu]) part.addEventListener("click", ({ target }) => this.#click(target));
    expectUse(this.#menu, () => void this.#load().catch(() => {})); // a click reports it
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

  /** @param {HTMLInputElement} box */
  #pick(box) {
    this.selection.set(box.value, box.checked);
    this.setting.say(TEXTS.selected(this.selection.size));
    this.#showPicked(box);
  }

  /** @param {HTMLInputElement} box the last that was picked, beside which a failure is said */
  #showPicked(box) {
    this.setting.failure.hide();
    void this.#use((take) => take.showSelection(), () => this.setting.failure.show(() => this.#showPicked(box), TEXTS.partsNotLoaded, box));
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
  async #use(act, fail = () => this.setting.failure.show(() => this.#use(act))) {
    try {
      await act(await this.#load());
    } catch {
      fail();
    }
  }

  /** The further scripts. */
  async #load() {
    const { Take } = await load();
    return (this.#take ??= new Take({ ...this.setting, selection: this.selection, menu: this.#menu }));
  }
}
