// @ts-check
/** Before anything is drawn: the palette that the reader chose, or that of their system, and whether the address has a
 * search, as the browse page must then not show its newest entries first (browse.css). A browser that blocks storage
 * throws where it is only named, or has none, so there the page has storage of its own, until it is left. */
import { recallPalette, showPalette } from "./palette_choice.js";

const DARK_SYSTEM = matchMedia("(prefers-color-scheme: dark)");

try {
  localStorage.getItem("");
} catch {
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: makeStorage() });
}

document.documentElement.classList.add("js");
if (location.search) document.documentElement.classList.add("browse-asked");
showChosenPalette();
// It may change while the page is open: in another tab, with the system, or on the page that the reader comes back from.
addEventListener("storage", showChosenPalette);
addEventListener("pageshow", (event) => event.persisted && showChosenPalette());
DARK_SYSTEM.addEventListener("change", showChosenPalette);

function showChosenPalette() {
  showPalette(recallPalette() ?? (DARK_SYSTEM.matches ? "slate" : "default"));
}

function makeStorage() {
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => kept.set(key, text),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  };
}
