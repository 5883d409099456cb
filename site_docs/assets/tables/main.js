// @ts-check
/** Make the tables of a page sortable, and the rows of the main table comparable. */

import { makeComparable } from "./compare.js";
import { makeSortable } from "./sort.js";

for (const table of document.querySelectorAll("table.sortable")) {
  makeSortable(/** @type {HTMLTableElement} */ (table));
}

const table = /** @type {HTMLTableElement | null} */ (document.querySelector("table.comparable"));
const panel = document.getElementById("comparison");
const status = document.getElementById("status");
if (table && panel && status) makeComparable(table, panel, status);
