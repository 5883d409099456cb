// @ts-check
/** Make the tables of a page sortable. */

import { makeSortable } from "./sort.js";

for (const table of document.querySelectorAll("table.sortable")) {
  makeSortable(/** @type {HTMLTableElement} */ (table));
}
