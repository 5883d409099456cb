// @ts-check
/** The filters, the columns and the order of a long table; the page's address keeps them. */

import { fold } from "../fold.js";
import { changeAddress } from "./address.js";
import { choose } from "./filters.js";
import { makeSortable, sortRows } from "./sort.js";
import * as TEXTS from "../texts/tables.js";

/** @typedef {import("./filters.js").FinderRow & { element: HTMLTableRowElement }} Row */

const TYPING_PAUSE = 250;
const LATER = "is-later";
const WHOLE = "is-whole";

export class Finder {
  /** Whether all matching rows are shown, however many. */
  #isLong = false;
  #typing = 0;

  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.form = /** @type {HTMLFormElement} */ (document.getElementById("finder"));
    this.find = /** @type {HTMLInputElement} */ (document.getElementById("finder-q"));
    this.columns = /** @type {HTMLInputElement} */ (document.getElementById("finder-columns"));
    this.box = /** @type {HTMLElement} */ (document.getElementById("finder-box"));
    this.status = /** @type {HTMLElement} */ (document.getElementById("finder-count"));
    this.printed = /** @type {HTMLElement} */ (document.getElementById("finder-printed"));
    this.clear = /** @type {HTMLButtonElement} */ (document.getElementById("finder-clear"));
    this.foldButton = /** @type {HTMLButtonElement} */ (document.getElementById("finder-fold"));
    this.more = document.getElementById("finder-more");
    this.selects = [...this.form.querySelectorAll("select")];
    this.noun = table.dataset.noun ?? "";
    this.name = document.title;
    this.maxRows = Number(table.dataset.maxRows);
    this.rows = [...table.tBodies[0].rows].map((element) => readRow(element, this.selects));
    this.sortedAtFirst = [...heads(table)].find((head) => head.hasAttribute("aria-sort"));
    this.directionAtFirst = this.sortedAtFirst?.getAttribute("aria-sort") ?? "";
  }

  /** Listen to the reader, and show what the address asks for. */
  start() {
    makeSortable(this.table, (head, direction) => {
      changeAddress({ sort: `${direction === "descending" ? "-" : ""}${head.dataset.key}` });
      this.#cut();
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.find.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#choose(false), TYPING_PAUSE);
    });
    for (const select of this.selects) select.addEventListener("change", () => this.#choose(true));
    this.clear.addEventListener("click", () => this.#clear());
    this.columns.addEventListener("change", () => {
      changeAddress({ columns: this.columns.checked ? "all" : "" });
      this.#showColumns();
    });
    this.foldButton.addEventListener("click", () => {
      this.foldButton.setAttribute("aria-expanded", String(this.form.classList.toggle("is-open")));
    });
    this.more?.addEventListener("click", () => this.#showAll());
    addEventListener("popstate", () => this.#restore());
    if (this.table.tHead) keepBelowHeader(this.table.tHead);
    this.#restore();
  }

  /** @param {boolean} isStep whether it is a step of the page's history */
  #choose(isStep) {
    const values = Object.fromEntries(this.selects.map((select) => [select.name, select.value]));
    changeAddress({ q: this.find.value.trim(), ...values }, isStep);
    this.#apply();
  }

  #clear() {
    this.find.value = "";
    for (const select of this.selects) select.value = "";
    this.#choose(true);
    this.find.focus();
  }

  #restore() {
    const given = new URLSearchParams(location.search);
    this.find.value = (given.get("q") ?? "").slice(0, this.find.maxLength);
    for (const select of this.selects) {
      const term = given.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === term) ? term : "";
    }
    this.columns.checked = given.get("columns") === "all";
    this.#showColumns();
    this.#sort(given.get("sort") ?? "");
    this.#apply();
  }

  /** @param {string} sort the key of a column, with a minus in front for descending; empty as at first */
  #sort(sort) {
    const key = sort.replace(/^-/, "");
    const head = [...heads(this.table)].find((one) => key && one.dataset.key === key);
    if (head) {
      sortRows(this.table, head, sort.startsWith("-") ? "descending" : "ascending");
      return;
    }
    for (const other of heads(this.table)) other.removeAttribute("aria-sort");
    this.sortedAtFirst?.setAttribute("aria-sort", this.directionAtFirst);
    const body = this.table.tBodies[0];
    // At first they are in order, and rows that are moved are all laid out again.
    if (this.rows.some(({ element }, place) => element !== body.rows[place])) body.append(...this.rows.map((row) => row.element));
  }

  /** Show the rows that match, and the number of rows that each other choice would leave. */
  #apply() {
    const chosen = Object.fromEntries(this.selects.map((select) => [select.name, select.value]));
    const { shown, counts } = choose(this.rows, chosen, this.find.value);
    const matching = new Set(shown.map((row) => row.element));
    for (const { element } of this.rows) element.hidden = !matching.has(element);
    for (const select of this.selects) showCounts(select, counts[select.name]);
    const active = this.selects.filter((select) => select.value).length;
    this.clear.hidden = !active && !this.find.value.trim();
    this.foldButton.textContent = TEXTS.filters(active);
    const text = TEXTS.count(shown.length, this.rows.length, this.noun);
    this.status.textContent = shown.length ? text : TEXTS.none(this.noun);
    const filters = this.#nameFilters();
    this.printed.textContent = TEXTS.printed(text, filters);
    // The filters are in the title of the page, which becomes the name of a bookmark.
    document.title = filters.length ? TEXTS.title(filters, this.name) : this.name;
    this.#cut();
  }

  /** The active filters with what they ask for. */
  #nameFilters() {
    const words = this.find.value.trim();
    const chosen = this.selects.filter((select) => select.value).map((select) => TEXTS.filter(labelOf(select), select.selectedOptions[0]?.dataset.label ?? ""));
    return words ? [TEXTS.quoted(words), ...chosen] : chosen;
  }

  /** Put off the rows after the first ones, as a long table is slow on a phone. */
  #cut() {
    let count = 0;
    for (const row of this.table.tBodies[0].rows) {
      if (!row.hidden) count += 1;
      row.classList.toggle(LATER, !this.#isLong && count > this.maxRows);
    }
    this.table.classList.add("is-ready");
    if (!this.more) return;
    this.more.hidden = this.#isLong || count <= this.maxRows;
    this.more.textContent = TEXTS.showAll(count, this.noun);
  }

  #showAll() {
    const next = this.table.querySelector(`tr.${LATER}:not([hidden]) a`);
    this.#isLong = true;
    this.#cut();
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }

  #showColumns() {
    this.box.classList.toggle(WHOLE, this.columns.checked);
  }
}

/**
 * Keep the head of a table that scrolls with the page below the header of the site, however high that is.
 * @param {HTMLElement} head
 */
function keepBelowHeader(head) {
  const header = /** @type {HTMLElement | null} */ (document.querySelector(".md-header"));
  if (!header) return;
  new ResizeObserver(() => {
    head.style.setProperty("--header-height", `${header.offsetHeight}px`);
  }).observe(header);
}

/** @param {HTMLSelectElement} select */
function labelOf(select) {
  return select.labels[0]?.textContent ?? "";
}

/** @param {HTMLTableElement} table */
function heads(table) {
  return table.tHead?.rows[0].cells ?? [];
}

/** @param {HTMLTableRowElement} element @param {readonly HTMLSelectElement[]} selects @returns {Row} */
function readRow(element, selects) {
  const terms = Object.fromEntries(
    selects.map(({ name }) => [name, element.getAttribute(`data-${name}`)?.split(" ") ?? []]),
  );
  let text = "";
  return { element, terms, text: () => (text ||= fold(element.textContent ?? "")) };
}

/** @param {HTMLSelectElement} select @param {ReadonlyMap<string, number>} counts */
function showCounts(select, counts) {
  for (const option of select.options) {
    if (!option.value) continue;
    const count = counts.get(option.value) ?? 0;
    const text = TEXTS.option(option.dataset.label ?? "", count);
    if (option.textContent !== text) option.textContent = text;
    option.disabled = !count && !option.selected;
  }
}
