// @ts-check
/** What the scripts of a benchmark's page say. */

/** @param {number} shown @param {number} all */
export const rows = (shown, all) => `${shown === all ? all : `${shown} of ${all}`} ${all === 1 ? "row" : "rows"}`;
/** @param {string} rows @param {string} metric */
export const ranked = (rows, metric) => `${rows}, ranked by ${metric}`;
export const none = "No results. Change the switches above to see more.";
