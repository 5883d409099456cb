// @ts-check
/** Load what is not needed for the first screen. */

/** @typedef {typeof import("./later_parts.js")} Later */

const NAME = "browse-filters.js"; // the bundle of `later_parts.js`, beside that of this script
const OWN = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

let address = new URL(NAME, OWN).href;
/** @type {Promise<Later> | undefined} */
let loading;

/**
 * @param {(later: Later) => void} use called once it is loaded
 * @param {() => void} [fail] called if it cannot be loaded
 */
export function later(use, fail) {
  loading ??= import(address);
  loading.then(use, () => {
    loading = undefined; // the next use tries again
    address += "?"; // as a browser keeps what failed at an address
    fail?.();
  });
}
