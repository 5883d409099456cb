// @ts-check
/** Load what is not needed for the first screen. */

/** @typedef {typeof import("./later_parts.js")} Later */

const NAME = "browse-filters.js"; // the bundle of `later_parts.js`, beside that of this script
const OWN = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** @type {Promise<Later> | undefined} */
let loading;
let failures = 0;

/**
 * @param {(later: Later) => void} use called once it is loaded
 * @param {() => void} [fail] called if it cannot be loaded
 */
export function later(use, fail) {
  loading ??= import(new URL(another(NAME, failures), OWN).href);
  loading.then(use, () => {
    loading = undefined; // the next use tries again
    failures++;
    fail?.();
  });
}

/**
 * `address` as the browser has not asked for it before: it keeps a failure, or the page of a network that asks for a login.
 * @param {string} address @param {number} failures
 */
export function another(address, failures) {
  return failures ? `${address}?${failures}` : address;
}
