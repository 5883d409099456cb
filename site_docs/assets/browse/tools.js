// @ts-check
/** What the reader can take along: the selection, exports and single citations. */
import { byId, make, number } from "./dom.js";
import { Selection } from "./selection.js";

export class Tools {
  selection = new Selection();
  #menu = byId("browse-export", HTMLDetailsElement);
  #results = byId("browse-scope-results", HTMLElement);
  #selected = byId("browse-scope-selection", HTMLElement);
  #unselect = byId("browse-unselect", HTMLButtonElement);

  /**
   * @param {string} root the path to the site's root
   * @param {(format: string, ids: readonly string[] | null) => Promise<import("./exporting.js").Export>} makeFile
   *   makes a file with the entries `ids`, or with all results
   * @param {(text: string) => void} say
   * @param {HTMLElement} cards
   */
  constructor(root, makeFile, say, cards) {
    this.root = root;
    this.makeFile = makeFile;
    this.say = say;
    this.cards = cards;
    this.#listen();
    this.#show();
  }

  #listen() {
    this.cards.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#pick(target.value, target.checked);
    });
    this.cards.addEventListener("click", ({ target }) => {
      if (target instanceof HTMLButtonElement && target.classList.contains("card-cite")) void this.#copy(target);
    });
    this.#menu.addEventListener("click", ({ target }) => {
      const format = target instanceof HTMLButtonElement && target.dataset["format"];
      if (format) void this.#export(format);
    });
    this.#menu.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#close();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.#menu.contains(target)) this.#menu.open = false;
    });
    this.#unselect.addEventListener("click", () => this.#clear());
  }

  #close() {
    this.#menu.open = false;
    this.#menu.querySelector("summary")?.focus();
  }

  /** @param {string} id @param {boolean} selected */
  #pick(id, selected) {
    this.selection.set(id, selected);
    this.#scope(this.selection.size ? "selection" : "results");
    this.#show();
    this.say(`${this.selection.size} selected`);
  }

  #clear() {
    this.selection.clear();
    for (const box of this.cards.querySelectorAll("input")) box.checked = false;
    this.#scope("results");
    this.#menu.querySelector("summary")?.focus();
    this.#show();
    this.say("Selection cleared");
  }

  /** @param {number} total of the results */
  showTotal(total) {
    this.#results.textContent = `All results (${number(total)})`;
  }

  #show() {
    const { size } = this.selection;
    this.#selected.textContent = `Selection (${size})`;
    this.#unselect.disabled = !size;
    const summary = this.#menu.querySelector("summary");
    if (summary) summary.textContent = size ? `Export (${size} selected)` : "Export";
    for (const radio of this.#scopes()) if (radio.value === "selection") radio.disabled = !size;
  }

  #scopes() {
    return this.#menu.querySelectorAll("input");
  }

  /** @param {"results" | "selection"} wanted */
  #scope(wanted) {
    for (const radio of this.#scopes()) radio.checked = radio.value === wanted;
  }

  /** @param {string} format */
  async #export(format) {
    const bySelection = [...this.#scopes()].some((radio) => radio.checked && radio.value === "selection");
    try {
      const { text, type, count } = await this.makeFile(format, bySelection ? this.selection.ids : null);
      download(text, `${bySelection ? "selection" : "results"}.${format}`, type);
      this.say(`${count} exported`);
    } catch {
      this.say("The export failed: the data could not be loaded.");
    }
  }

  /** @param {HTMLButtonElement} button */
  async #copy(button) {
    const address = `${this.root}papers/${button.value}/cite.bib`;
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${response.status} for ${address}`);
      await navigator.clipboard.writeText(await response.text());
      button.textContent = "Copied";
      this.say("BibTeX copied");
    } catch {
      location.assign(address); // where the browser does not allow copying, open the file
    }
  }
}

/** @param {string} text @param {string} name @param {string} type */
function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // the download has begun by then
}
