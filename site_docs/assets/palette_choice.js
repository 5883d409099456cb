// @ts-check
/** The palette of a page, and the one that the reader chose for the next pages. */

const KEY = "site-palette";
const PALETTES = ["default", "slate"];

/** The palette that the reader chose; null where they chose none. */
export function recallPalette() {
  const kept = localStorage.getItem(KEY);
  return kept && PALETTES.includes(kept) ? kept : null;
}

/** @param {string} palette */
export function keepPalette(palette) {
  try {
    localStorage.setItem(KEY, palette);
  } catch {
    // A full storage keeps nothing.
  }
}

/**
 * Show `palette`. On pages with columns the theme gives one to the body too.
 * @param {string} palette
 */
export function showPalette(palette) {
  for (const one of [document.documentElement, document.body]) one?.setAttribute("data-md-color-scheme", palette);
}
