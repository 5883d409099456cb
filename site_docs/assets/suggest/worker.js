// @ts-check
/** The worker that holds what can be suggested: tens of thousands of names, too many to read between two letters. */
import { suggestions } from "./match.js";
import { Source } from "./source.js";

/** @type {Source | undefined} */
let source;
let newest = "";

addEventListener("message", async ({ data: { root, text } }) => {
  if (root) source = new Source(root);
  else if (source) {
    newest = text;
    const items = await source.items(text).catch(() => null);
    if (text === newest) postMessage({ text, found: items && suggestions(items, text) });
  }
});
