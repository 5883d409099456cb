// @ts-check
/** What the scripts of the copy buttons say. */

export const copy = "Copy";
/** @param {string} name */
export const copyNamed = (name) => `Copy ${name}`;
export const copied = "Copied";
/** @param {string} name */
export const copiedNamed = (name) => `${name} copied`;
export const byHand = "This browser blocked the copy. The text is selected: press Ctrl+C (⌘C on a Mac) to copy it.";
export const close = "Close";
