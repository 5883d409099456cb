// @ts-check
/** What the scripts of the browse page say about a selection, a copy and a saved file. */
import { entries, tryAgain } from "./browse.js";

export { copyBibtex, loading } from "./browse.js";

export const selection = "Selection";
/** @param {number} count */
export const selected = (count) => `${count} selected`;
export const cleared = "Selection cleared";
export const clear = "Clear";
export const remove = "Remove";
/** @param {string} label */
export const removeNamed = (label) => `Remove ${label}`;
export const exportMenu = "Export";
/** @param {number} count @param {string} table */
export const compare = (count, table) => `Compare ${count} ${table}`;
/** @param {number} most @param {string} table */
export const tooMany = (most, table) => `Select at most ${most} ${table} to compare`;
export const copied = "Copied";
export const bibtexCopied = "BibTeX copied";
export const failed = "Failed: try again";
/** @param {number} count @param {string} file */
export const saved = (count, file) => `${entries(count)} saved as ${file}`;
export const partsNotLoaded = "Export and comparison could not be loaded.";
export const failedToLoad = `This could not be loaded. ${tryAgain}.`;
