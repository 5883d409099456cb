// @ts-check
/** What the scripts of the copy buttons say. */

export const copy = "Copy";
/** @param {string} name */
export const copyNamed = (name) => `Copy ${name}`;
export const copied = "Copied";
/** @param {string} name */
export const copiedNamed = (name) => `${name} copied`;
export const byHand = "This browser does not let the page copy. The text is selected: copy it with Ctrl+C (⌘C on a Mac).";
export const close = "Close";
