// @ts-check
/** Load what is not needed for the first screen. */
import { fetchText, onSilence } from "./fetching.js";

/** @typedef {typeof import("./later_parts.js")} Later */

const OWN = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/**
 * What loads a bundle once; after a failure, as where no more bytes of it come, the next call tries again.
 *
 * An import neither says what has come of it nor can be given up, so the browser fetches the script first, and then
 * imports the copy that it keeps. Where it keeps none, it asks once more, and the import has as long as a silence.
 * @template Parts
 * @param {string} name of the bundle, which is beside that of this script
 * @returns {() => Promise<Parts>}
 */
export function loader(name) {
  let address = new URL(name, OWN).href;
  /** @type {Promise<Parts> | null} */
  let loading = null;
  const load = async () => {
    try {
      await fetchText(address);
      return await new Promise((resolve, reject) => {
        const end = onSilence(reject);
        import(address).then(resolve, reject).finally(end);
      });
    } catch (error) {
      loading = null;
      address += "?"; // as a browser keeps what failed at an address
      throw error;
    }
  };
  return () => (loading ??= load());
}

/**
 * Act before the reader uses `part`, as a pointer or the focus is there.
 * @param {HTMLElement} part @param {() => void} act
 */
export function expectUse(part, act) {
  for (const event of ["pointerover", "focusin"]) part.addEventListener(event, act, { once: true });
}

/** @type {() => Promise<Later>} */
const load = loader("browse-filters.js");

/**
 * @param {(later: Later) => void} use called once it is loaded
 * @param {() => void} [fail] called if it cannot be loaded
 */
export function later(use, fail = () => {}) {
  load().then(use, fail);
}
