// @ts-check
/** Start the worker: for an address with a search before the rest of the page is there, else when it is needed. */

/** @typedef {import("./data.js").Manifest} Manifest */

const OWN = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** Scripts that are bundled apart share here the worker that was started early; null once the page has one. */
const shared = /** @type {{ browseWorker?: Worker | null | undefined }} */ (globalThis);

/** What the page says of its data. @returns {Manifest} */
export function readManifest() {
  return JSON.parse(document.getElementById("browse-manifest")?.textContent ?? "");
}

/**
 * Prepare for the search or filter in the address: the worker loads what is needed while styles and scripts of the
 * page are still on their way, unless the script of the page comes first.
 */
export function prepareSearch() {
  if (shared.browseWorker === null || !location.search) return;
  import(new URL("browse-cards.js", OWN).href).catch(() => {}); // the page asks again, and reports it
  try {
    shared.browseWorker = start(readManifest());
    shared.browseWorker.onerror = () => (shared.browseWorker = undefined); // the page starts another one
  } catch {
    // A browser that refuses workers: the page reports it.
  }
}

/** The worker that was started early, once. */
export function takeEarly() {
  const worker = shared.browseWorker;
  shared.browseWorker = null;
  return worker;
}

/** @param {Manifest} manifest */
export function scriptOf({ root }) {
  return `${root}assets/browse-worker.js`;
}

/**
 * @param {Manifest} manifest
 * @throws {DOMException} where the browser refuses workers, as for a page that is opened as a file
 */
export function start(manifest) {
  const worker = new Worker(scriptOf(manifest));
  worker.postMessage({ manifest: { ...manifest, root: new URL(manifest.root, document.baseURI).href } });
  return worker;
}
