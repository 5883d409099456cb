// @ts-check
/** Exports, citations and the selection: what a reader takes along. Loaded on first use. */
import { sayBeside } from "./beside.js";
import { make } from "../dom.js";
import { TYPES, pick } from "./exporting.js";
import { fetchText, onSilence } from "./fetching.js";
import { fileName } from "./file_name.js";
import { letClose } from "./menu.js";
import { SelectionBar } from "./selection_bar.js";
import { loadStyle } from "../style.js";
import { showText } from "../copying/show.js";
import * as TEXTS from "../texts/take.js";

/**
 * @typedef {object} Setting
 * @property {string} root the path to the site's root
 * @property {string} name what the names of files begin with
 * @property {readonly string[]} facets
 * @property {() => import("./state.js").State} state
 * @property {import("./client.js").Client} client
 * @property {(text: string) => void} say
 * @property {import("./failure.js").Failure} failure
 * @property {HTMLElement} cards
 * @property {HTMLDetailsElement} menu
 * @property {import("./selection.js").Selection} selection
 */

const OWN_FILES = ["bib", "ris"]; // formats that each entry has a file of
const FEW = 10; // entries whose own files are less than the file of all

export class Take {
  /** @param {Setting} setting */
  constructor(setting) {
    this.setting = setting;
    this.bar = new SelectionBar(setting, this);
    const silence = new Promise((resolve) => onSilence(() => resolve(undefined)));
    this.style = Promise.race([loadStyle(`${setting.root}assets/browse-take.css`), silence]);
    letClose(setting.menu);
  }

  async showSelection() {
    await this.style;
    return this.bar.show();
  }

  /** The BibTeX of `id`, or of all results. @param {string} id empty for all results */
  async citations(id) {
    return this.citationsOf(id ? [id] : await this.#results());
  }

  /** @param {readonly string[]} ids */
  citationsOf(ids) {
    return this.#file("bib", ids);
  }

  /**
   * Save the selection where `button` is in its bar, else all results, and say so beside the button.
   * @param {string} format @param {HTMLButtonElement} button
   */
  async save(format, button) {
    const { say } = this.setting;
    sayBeside(button, TEXTS.loading, say);
    try {
      sayBeside(button, await this.#save(format, button), say, true);
    } catch {
      sayBeside(button, TEXTS.failedToLoad, say);
    }
  }

  /** @param {string} format @param {HTMLButtonElement} button @returns {Promise<string>} what was saved */
  async #save(format, button) {
    const { state, facets, name, selection } = this.setting;
    const ofSelection = this.bar.element.contains(button);
    const chosen = ofSelection ? selection.ids : null;
    const file = fileName(name, chosen ?? { state: state(), facets }, format);
    const ids = chosen ?? (await this.#results());
    download(await this.#file(format, ids), file, TYPES[format] ?? "");
    return TEXTS.saved(ids.length, file);
  }

  /**
   * Say whether `text` was copied; if it could not be, show it.
   * @param {HTMLButtonElement} button @param {Promise<boolean>} copied @param {Promise<string>} text
   */
  async report(button, copied, text) {
    try {
      const isCopied = await copied;
      button.textContent = isCopied ? TEXTS.copied : TEXTS.copyBibtex; // it may have said that this failed
      if (!isCopied) return showText(await text, button);
      this.setting.say(TEXTS.bibtexCopied);
    } catch {
      button.textContent = TEXTS.failed;
      this.setting.say(TEXTS.failed);
    }
  }

  /** @returns {Promise<string[]>} */
  #results() {
    return this.setting.client.ask({ ids: this.setting.state() });
  }

  /** @param {string} format @param {readonly string[]} ids */
  async #file(format, ids) {
    const { root } = this.setting;
    if (ids.length > FEW || !OWN_FILES.includes(format)) return pick(format, await fetchText(`${root}data/entries.${format}`), ids);
    const files = await Promise.all(ids.map((id) => fetchText(`${root}papers/${id}/cite.${format}`)));
    return files.join("\n");
  }
}

/** @param {string} text @param {string} name @param {string} type */
function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the download has begun by then
}
