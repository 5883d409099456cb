// @ts-check
/** The list of cards, a few in each frame: cards take most of the time, and a long frame delays the next letter. */
import { tools } from "./card_tools.js";
import { all, make } from "../dom.js";
import { loader } from "./later.js";

/** @typedef {import("./data.js").Entry} Entry */

const AT_ONCE = 2; // with four, the longest frame takes a quarter more

/** Makes a card, once its script is there. @type {typeof import("./cards.js").card} */
let card;

/** @type {() => Promise<typeof import("./cards.js")>} */
const load = loader("browse-cards.js");

/** Load what makes the cards of entries. */
export async function loadCards() {
  ({ card } = await load());
}

export class CardList {
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #list;
  /** What its cards are made of, empty for those that came with the page. @type {readonly string[]} */
  #contents;

  /**
   * @param {HTMLElement} element
   * @param {import("./cards.js").Setting} setting
   * @param {import("./selection.js").Selection} selection
   */
  constructor(element, setting, selection) {
    this.element = element;
    this.setting = setting;
    this.selection = selection;
    this.first = all(element, ".card", HTMLElement);
    this.#list = element.querySelector("ol") ?? make("ol");
    this.#contents = this.first.map(() => "");
  }

  /** Give the cards that came with the page their tools, once. */
  adopt() {
    for (const item of this.first) this.#adopt(item);
  }

  /** @param {HTMLElement} item */
  #adopt(item) {
    const box = item.querySelector("input");
    const link = item.querySelector("a");
    if (box) box.checked = this.selection.has(box.value);
    else if (link) item.append(tools(/papers\/([^/]+)\/$/.exec(link.href)?.[1] ?? "", link.textContent ?? "", this.selection));
    return item;
  }

  /**
   * Show the cards of `entries`; a later call stops an earlier one.
   * @param {readonly Entry[] | null} entries null for those that came with the page
   * @param {() => void} [next] called in the task after that of the first cards
   * @param {() => void} [done] called when all cards are shown
   * @param {boolean} [isWhole] all cards come at once
   */
  show(entries, next = () => {}, done = next, isWhole = false) {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    const items = entries ?? this.first;
    if (!entries) this.adopt();
    this.#keep(items.map((item) => (item instanceof HTMLElement ? "" : JSON.stringify(item))));
    const add = () => {
      const from = this.#list.children.length;
      const more = items.slice(from, isWhole ? items.length : from + AT_ONCE);
      this.#list.append(...more.map((item) => (item instanceof HTMLElement ? this.#adopt(item) : this.#card(item))));
    };
    const addMore = () => {
      add();
      goOn();
    };
    const goOn = () => {
      if (this.#list.children.length === items.length) done();
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

  /** @param {Entry} entry */
  #card(entry) {
    const item = card(entry, this.setting);
    item.append(tools(entry.id, entry.title, this.selection));
    return item;
  }
}
