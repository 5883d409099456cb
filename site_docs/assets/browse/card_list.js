// @ts-check
/** The list of cards, a few in each frame: cards take most of the time, and a long frame delays the next letter. */
import { card, tools } from "./cards.js";
import { all, make } from "../dom.js";

/** @typedef {import("./data.js").Entry} Entry */

const AT_ONCE = 2; // with four, the longest frame takes a quarter more

export class CardList {
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #list = make("ol");
  /** What its cards are made of. @type {readonly string[]} */
  #contents = [];

  /**
   * @param {HTMLElement} element
   * @param {import("./cards.js").Setting} setting
   * @param {import("./selection.js").Selection} selection
   */
  constructor(element, setting, selection) {
    this.element = element;
    this.setting = setting;
    this.selection = selection;
    this.first = [...element.children];
  }

  /** Give the cards that came with the page their tools, once: a jump within the page asks for it again. */
  adopt() {
    const boxes = all(this.element, ".card-box", HTMLInputElement);
    for (const box of boxes) box.checked = this.selection.has(box.value);
    if (boxes.length) return;
    for (const link of all(this.element, ".card-title > a", HTMLAnchorElement)) {
      const id = /papers\/([^/]+)\/$/.exec(link.href)?.[1] ?? "";
      link.closest("li")?.append(tools(id, link.textContent ?? "", this.selection));
    }
  }

  /**
   * Show the cards of `entries`; a later call stops an earlier one.
   * @param {readonly Entry[] | null} entries null for those that came with the page
   * @param {() => void} next called in the task after that of the first cards
   * @param {() => void} done called when all cards are shown
   */
  show(entries, next, done) {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    if (!entries) return this.#showFirst(next, done);
    this.#keep(entries.map((entry) => JSON.stringify(entry)));
    const add = () => {
      const from = this.#list.children.length;
      this.#list.append(...this.#cards(entries.slice(from, from + AT_ONCE)));
    };
    const addMore = () => {
      add();
      goOn();
    };
    const goOn = () => {
      if (this.#list.children.length === entries.length) done();
      else this.#frame = requestAnimationFrame(() => (this.#timer = setTimeout(addMore)));
    };
    add();
    this.#timer = setTimeout(() => {
      next();
      goOn();
    });
  }

  /**
   * Keep the first cards if they would be the same, with a focus in them, and no others.
   * @param {readonly string[]} contents what the cards will be made of
   */
  #keep(contents) {
    const cards = [...this.#list.children];
    const other = cards.findIndex((_, place) => contents[place] !== this.#contents[place]);
    this.#contents = contents;
    if (cards.length && other) return cards.slice(other < 0 ? cards.length : other).forEach((card) => card.remove());
    this.#list = make("ol", { class: "cards" });
    this.element.replaceChildren(this.#list);
  }

  /** @param {() => void} next @param {() => void} done */
  #showFirst(next, done) {
    this.#list = make("ol");
    this.element.replaceChildren(...this.first);
    this.adopt();
    next();
    done();
  }

  /** @param {readonly Entry[]} entries */
  #cards(entries) {
    return entries.map((entry) => {
      const item = card(entry, this.setting);
      item.append(tools(entry.id, entry.title, this.selection));
      return item;
    });
  }
}
