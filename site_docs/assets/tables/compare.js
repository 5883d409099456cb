// @ts-check
/** Select rows of a table and compare them in a dialog; the page's address keeps the selection. */

import { changeAddress, valuesOf } from "./address.js";
import { fillComparison, loadDetails } from "./comparison.js";
import * as TEXTS from "../texts/tables.js";

const MAX_COMPARED = 5;
const MIN_COMPARED = 2;
const SELECTED = "selected";
const COMPARE = "compare";

export class Comparing {
  /** In the order in which they were selected. @type {string[]} */
  #ids = [];
  /** @type {string[]} */
  #unknown = [];

  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.boxes = addBoxes(table);
    this.bar = /** @type {HTMLElement} */ (document.getElementById("finder-bar"));
    this.text = /** @type {HTMLElement} */ (document.getElementById("finder-selected"));
    this.open = /** @type {HTMLButtonElement} */ (document.getElementById("finder-compare"));
    this.status = /** @type {HTMLElement} */ (document.getElementById("status"));
    this.dialog = /** @type {HTMLDialogElement} */ (document.getElementById("comparison"));
  }

  /** Listen to the reader, and show what the address asks for. */
  start() {
    this.table.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && this.boxes.has(target.value)) this.#select(target.value, target.checked);
    });
    this.open.addEventListener("click", () => this.#compare());
    document.getElementById("finder-unselect")?.addEventListener("click", () => this.#clear());
    document.getElementById("comparison-close")?.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.#keep());
    this.dialog.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement && target.dataset.remove) this.#remove(target.dataset.remove);
    });
    addEventListener("popstate", () => this.#restore());
    this.#restore();
  }

  #restore() {
    const compared = valuesOf(location.search, COMPARE);
    const wanted = [...new Set([...compared, ...valuesOf(location.search, SELECTED)])];
    this.#ids = wanted.filter((id) => this.boxes.has(id)).slice(0, MAX_COMPARED);
    this.#unknown = wanted.filter((id) => !this.boxes.has(id));
    this.#show();
    if (compared.length && this.#ids.length >= MIN_COMPARED) this.#openDialog();
    else if (this.dialog.open) this.dialog.close();
  }

  /** @param {string} id @param {boolean} isSelected */
  #select(id, isSelected) {
    this.#ids = [...this.#ids.filter((other) => other !== id), ...(isSelected ? [id] : [])];
    this.#keep();
    this.#show();
    this.status.textContent = this.text.textContent;
  }

  /** @param {string} id */
  #remove(id) {
    const place = this.#ids.indexOf(id);
    this.#select(id, false);
    if (this.#ids.length < MIN_COMPARED) {
      this.dialog.close();
      this.boxes.get(this.#ids[0] ?? id)?.focus(); // the button that opened the dialog is disabled now
      return;
    }
    void this.#openDialog(Math.min(place, this.#ids.length - 1));
  }

  #clear() {
    const first = this.boxes.get(this.#ids[0] ?? "");
    this.#ids = [];
    this.#unknown = [];
    this.#keep();
    this.#show();
    this.status.textContent = TEXTS.cleared;
    first?.focus();
  }

  #compare() {
    changeAddress({ [SELECTED]: "", [COMPARE]: this.#ids }, true);
    this.#openDialog();
  }

  /** Keep the selection in the address, as compared while the dialog is open. */
  #keep() {
    const { open } = this.dialog;
    changeAddress({ [COMPARE]: open ? this.#ids : "", [SELECTED]: open ? "" : this.#ids });
  }

  #show() {
    const count = this.#ids.length;
    for (const [id, box] of this.boxes) {
      box.checked = this.#ids.includes(id);
      box.disabled = !box.checked && count >= MAX_COMPARED;
    }
    this.bar.hidden = !count;
    this.text.textContent = describe(count);
    this.open.disabled = count < MIN_COMPARED;
  }

  /** @param {number} [focused] the place of the work whose button gets the focus of the one that is gone */
  async #openDialog(focused) {
    const title = document.getElementById("comparison-title");
    const note = document.getElementById("comparison-note");
    if (title) title.textContent = TEXTS.comparison(this.#ids.length, this.table.dataset.noun ?? "");
    if (note) {
      note.hidden = !this.#unknown.length;
      note.textContent = note.hidden ? "" : TEXTS.unknown(this.#unknown);
    }
    const ids = this.#ids;
    this.#fill(ids, null);
    if (!this.dialog.open) this.dialog.showModal();
    const details = await loadDetails(this.table.dataset.comparison ?? "");
    if (details && ids === this.#ids) this.#fill(ids, details);
    const removers = [.../** @type {NodeListOf<HTMLElement>} */ (this.dialog.querySelectorAll("[data-remove]"))];
    if (focused !== undefined) removers[focused]?.focus();
  }

  /** @param {readonly string[]} ids @param {import("./comparison.js").Details | null} details */
  #fill(ids, details) {
    const sides = /** @type {HTMLTableElement} */ (document.getElementById("comparison-table"));
    const rows = ids.map((id) => /** @type {HTMLTableRowElement} */ (this.boxes.get(id)?.closest("tr")));
    fillComparison(sides, this.table, rows, details);
  }
}

/**
 * Add a checkbox to each row.
 * @param {HTMLTableElement} table
 * @returns {Map<string, HTMLInputElement>} by the id of the row
 */
function addBoxes(table) {
  return new Map(
    [...table.tBodies[0].rows].map((row) => {
      const label = document.createElement("label");
      const box = document.createElement("input");
      label.className = "choose";
      label.append(box);
      box.type = "checkbox";
      box.value = row.dataset.id ?? "";
      box.setAttribute("aria-label", TEXTS.select(row.cells[0].dataset.sort ?? ""));
      row.cells[0].prepend(label);
      return [box.value, box];
    }),
  );
}

/** What the bar says of a selection. @param {number} count */
function describe(count) {
  if (count >= MAX_COMPARED) return TEXTS.full(MAX_COMPARED);
  return count < MIN_COMPARED ? TEXTS.selectMore(count, MIN_COMPARED, MAX_COMPARED) : TEXTS.selected(count);
}
