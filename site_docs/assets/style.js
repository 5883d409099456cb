// @ts-check
/** Load a stylesheet when it is first needed. */
import { make } from "./dom.js";

/**
 * @param {string} href
 * @returns {Promise<unknown>} fulfilled when it applies, or when it cannot be loaded
 */
export function loadStyle(href) {
  const link = make("link", { rel: "stylesheet", href });
  const loaded = new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
  });
  document.head.append(link);
  return loaded;
}
