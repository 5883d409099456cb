// @ts-check
/** Load what is not needed for the first screen. */

/** @typedef {typeof import("./later_parts.js")} Later */

const OWN = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/**
 * What loads a bundle once; after a failure the next call tries again.
 * @template Parts
 * @param {string} name of the bundle, which is beside that of this script
 * @returns {() => Promise<Parts>}
 */
export function loader(name) {
  let address = new URL(name, OWN).href;
  /** @type {Promise<Parts> | null} */
  let loading = null;
  return () => (loading ??= import(address).catch((error) => {
    loading = null;
    address += "?"; // as a browser keeps what failed at an address
    throw error;
  }));
}

/**
 * Act before the reader uses `part`, as a pointer or the focus is there.
 * @param {HTMLElement} part @param {() => void} act
 */
export function expectUse(part, act) {
  for (const event of ["pointerover", "focusin"]) part.addEventListener(event, act, { once: true });
}

/** @type {() => Promise<Later>} */
const load = loader("browse-filters.js");

/**
 * @param {(later: Later) => void} use called once it is loaded
 * @param {() => void} [fail] called if it cannot be loaded
 */
export function later(use, fail = () => {}) {
  load().then(use, fail);
}
