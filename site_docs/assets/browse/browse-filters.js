// @ts-check
/** What the page loads when it is first used, as a file of its own: it is named as that file, which the page imports. */
export { letFindTerms } from "./find_terms.js";
export { Note } from "./note.js";
export { openPanel } from "./panel.js";
