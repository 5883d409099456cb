// @ts-check
/** A benchmark page: its settings as tabs, its leaderboards sortable, switches, and notes on demand. */

import { Leaderboard } from "./leaderboard.js";
import { openNotesOnDemand } from "./notes.js";
import { connectSwitches } from "./switches.js";
import { makeTabs } from "./tabs.js";

const status = document.getElementById("status");
const panels = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".board"))];
const boards = panels.map((panel) => new Leaderboard(/** @type {HTMLTableElement} */ (panel.querySelector("table"))));

/** @param {string} message */
function announce(message) {
  if (status) status.textContent = message;
}

function announceShown() {
  announce(boards[Math.max(panels.findIndex((panel) => !panel.hidden), 0)].describe());
}

for (const board of boards) board.makeSortable(announce);
const root = /** @type {HTMLElement | null} */ (document.querySelector(".results"));
if (root) openNotesOnDemand(root);
const nav = /** @type {HTMLElement | null} */ (document.querySelector("nav.settings"));
if (nav) makeTabs(nav, panels, announceShown);
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.switches"));
if (form) {
  connectSwitches(form, (choice) => {
    for (const board of boards) board.filter(choice);
    announceShown();
  });
}
