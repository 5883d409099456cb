// @ts-check
/** Give the one long table of a page filters, an order and a comparison. */

import { Comparing } from "./compare.js";
import { Finder } from "./finder.js";

const table = /** @type {HTMLTableElement} */ (document.querySelector("table.comparable"));
new Finder(table).start();
new Comparing(table).start();
