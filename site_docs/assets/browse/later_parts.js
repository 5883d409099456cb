// @ts-check
/** What the page loads when it is first used. */
export { letFindTerms } from "./find_terms.js";
export { Note } from "./note.js";
export { openPanel } from "./panel.js";
