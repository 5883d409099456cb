// @ts-check
/** Before anything is drawn: the palette that the reader chose, or that of their system. A browser that blocks storage
 * throws where it is only named, or has none, so there the page has storage of its own, until it is left. */
import { recallPalette, showPalette } from "./palette_choice.js";

try {
  localStorage.getItem("");
} catch {
  for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: makeStorage() });
}

document.documentElement.classList.add("js");
showPalette(recallPalette() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default"));

function makeStorage() {
  const kept = new Map();
  return {
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => kept.set(key, text),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  };
}
