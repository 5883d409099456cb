// @ts-check
/** The bar that stays in sight while entries are selected: what to do with them, and which they are. */
import { copy } from "../copying/copy.js";
import { button, make } from "../dom.js";
import { letClose } from "./menu.js";
import * as TEXTS from "../texts/take.js";

/** @typedef {{ id: string, label: string, table: string }} Selected */

const FORMATS = { bib: "BibTeX", ris: "RIS", csv: "CSV", json: "JSON" };
const MAX_COMPARED = 5; // as the tables allow
const MIN_COMPARED = 2;

export class SelectionBar {
  element = make("section", { class: "take-bar", "aria-label": TEXTS.selection, hidden: true });
  #summary = make("summary");
  #list = make("ul");
  #compare = make("span", { class: "take-compare" });
  #copy = button(TEXTS.copyBibtex, () => this.#copyAll());

  /** @param {import("./take.js").Setting} setting @param {import("./take.js").Take} take */
  constructor(setting, take) {
    this.setting = setting;
    this.take = take;
    this.element.append(this.#chosen(), this.#copy, this.#exportMenu(), this.#compare, this.#clearButton());
    setting.cards.before(this.element);
  }

  /** Show what is selected. */
  async show() {
    const { selection, client } = this.setting;
    const { ids, size } = selection;
    this.element.hidden = !size;
    document.documentElement.classList.toggle("take-shown", size > 0);
    this.element.querySelector(".take-said")?.remove();
    this.#summary.textContent = TEXTS.selected(size);
    this.#copy.textContent = TEXTS.copyBibtex;
    /** @type {Selected[]} */
    const named = size ? await client.ask({ named: ids }) : [];
    if (ids.join() !== selection.ids.join()) return; // it has changed meanwhile
    this.#list.replaceChildren(...named.map((entry) => this.#line(entry)));
    this.#compare.replaceChildren(...["models", "datasets"].flatMap((table) => this.#comparison(table, named)));
  }

  #chosen() {
    const details = make("details", { class: "take-chosen" }, this.#summary, this.#list);
    letClose(details);
    return details;
  }

  #exportMenu() {
    const buttons = Object.entries(FORMATS).map(([format, label]) => {
      const one = button(label, () => this.take.save(format, one), { "data-format": format });
      return one;
    });
    const menu = make("details", { class: "browse-export" }, make("summary", {}, TEXTS.exportMenu), make("div", { class: "take-menu" }, make("p", {}, ...buttons)));
    letClose(menu);
    return menu;
  }

  #clearButton() {
    return button(TEXTS.clear, () => {
      this.setting.selection.clear();
      this.#boxes().forEach((box) => (box.checked = false));
      this.#leave(TEXTS.cleared);
    });
  }

  /** @param {Selected} entry */
  #line({ id, label }) {
    const remove = () => {
      this.setting.selection.set(id, false);
      this.#boxes().filter((box) => box.value === id).forEach((box) => (box.checked = false));
      if (!this.setting.selection.size) return this.#leave(TEXTS.cleared);
      this.#summary.focus();
      void this.show();
    };
    const away = button(TEXTS.remove, remove, { "aria-label": TEXTS.removeNamed(label) });
    return make("li", {}, make("a", { href: `${this.setting.root}papers/${id}/` }, label), " ", away);
  }

  /** Show no selection, and move the focus to where it can be made again; cards that wait for others would take it along. @param {string} text */
  #leave(text) {
    const first = this.setting.cards.closest("[aria-busy]") ? undefined : this.#boxes()[0];
    void this.show();
    (first ?? this.setting.menu.querySelector("summary"))?.focus();
    this.setting.say(text);
  }

  /** @returns {HTMLInputElement[]} */
  #boxes() {
    return [...this.setting.cards.querySelectorAll("input")];
  }

  /** The link to the comparison of those in one table. @param {string} table @param {readonly Selected[]} named */
  #comparison(table, named) {
    const found = named.filter((entry) => entry.table === table);
    if (found.length < MIN_COMPARED) return [];
    if (found.length > MAX_COMPARED) return [make("span", {}, TEXTS.tooMany(MAX_COMPARED, table))];
    const query = new URLSearchParams(found.map(({ id }) => ["compare", id]));
    return [make("a", { href: `${this.setting.root}${table}/?${query}` }, TEXTS.compare(found.length, table))];
  }

  #copyAll() {
    const text = this.take.citationsOf(this.setting.selection.ids);
    const copied = copy(text); // in the task of the click
    void this.take.report(this.#copy, copied, text);
  }
}
