// @ts-check
/** The entries that the reader selected; kept while the tab is open. */

const KEY = "browse-selection";

export class Selection {
  /** @type {Set<string>} */
  #ids = new Set(stored());

  /** Read again what is kept: another page of this tab may have changed it. */
  reread() {
    this.#ids = new Set(stored());
  }

  get ids() {
    return [...this.#ids];
  }

  get size() {
    return this.#ids.size;
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /** @param {string} id @param {boolean} selected */
  set(id, selected) {
    if (selected) this.#ids.add(id);
    else this.#ids.delete(id);
    this.#keep();
  }

  clear() {
    this.#ids.clear();
    this.#keep();
  }

  #keep() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.ids));
    } catch {
      // A browser without storage loses the selection when the page is closed.
    }
  }
}

/** @returns {string[]} */
function stored() {
  try {
    const ids = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
