// @ts-check
/** Fetch what can be suggested: names at the first letter, titles at the third. */
import { authorSlug } from "../fold.js";
import { makeItem, withTitle } from "./match.js";

/**
 * @typedef {object} List names of one kind, by column; `suggestions.py` makes it
 * @property {string} group
 * @property {string} [hint] what the names are, such as a facet
 * @property {string} start the address of each is this, its slug and `end`
 * @property {string} [end]
 * @property {string[]} labels
 * @property {string[][]} [others]
 * @property {string[]} [slugs] without them, an address has the label itself; an empty one is made of the label
 * @property {number[]} counts
 *
 * @typedef {import("./match.js").Item} Item
 */

const NAMES = "browse/data/suggest.json";
const LETTERS_FOR_TITLES = 3;

export class Source {
  /** @type {Promise<Item[]> | undefined} */
  #names;
  /** @type {Promise<Item[]> | undefined} */
  #titled;
  #titles = "";

  /** @param {string} root the address of the site's root */
  constructor(root) {
    this.root = root;
  }

  /**
   * All that can be suggested for `text`; without the titles where these cannot be loaded.
   * @param {string} text
   * @returns {Promise<Item[]>}
   */
  async items(text) {
    this.#names ??= this.#loadNames();
    const names = await this.#names.catch((error) => {
      this.#names = undefined; // the next letter tries again
      throw error;
    });
    if (text.trim().length < LETTERS_FOR_TITLES) return names;
    this.#titled ??= this.#addTitles(names).catch(() => names);
    return this.#titled;
  }

  async #loadNames() {
    const { titles, lists } = await this.#json(NAMES);
    this.#titles = titles;
    return /** @type {List[]} */ (lists).flatMap((list) => list.labels.map((label, index) => this.#item(list, label, index)));
  }

  /** The works, which are in the first lists, get their titles. @param {readonly Item[]} names */
  async #addTitles(names) {
    const titles = (await this.#json(this.#titles)).flat();
    return names.map((item, place) => (place < titles.length ? withTitle(item, titles[place]) : item));
  }

  /** @param {List} list @param {string} label @param {number} index @returns {Item} */
  #item({ group, hint = "", start, end = "", others, slugs, counts }, label, index) {
    const slug = slugs ? slugs[index] || authorSlug(label) : encodeURIComponent(label);
    const href = this.root + start + slug + end;
    return makeItem({ group, hint, label, others: others?.[index] ?? [], href, count: counts[index] ?? 0, isSearch: !slugs });
  }

  /** @param {string} address from the site's root */
  async #json(address) {
    const response = await fetch(this.root + address);
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return response.json();
  }
}
