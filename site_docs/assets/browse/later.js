// @ts-check
/** Load what is not needed for the first screen. */

/** @typedef {typeof import("./browse-filters.js")} Later */

/** @type {Promise<Later> | undefined} */
let loading;

/** @param {(later: Later) => void} use called once it is loaded; never, if that fails */
export function later(use) {
  loading ??= import("./browse-filters.js");
  loading.then(use, () => (loading = undefined)); // the next use tries again
}
