// @ts-check
/** Say that results are awaited; meanwhile no card stays that belongs to another state. */
import * as TEXTS from "../texts/browse.js";

const PATIENCE = 300; // milliseconds in which most results come: until then, what is shown stays as it is

export class Waiting {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #late;
  #isShown = false;

  /**
   * @param {HTMLElement} results what is out of date, and what replaces it
   * @param {HTMLElement} title where the number of results is
   * @param {HTMLElement} done the button that has it too, and is read aloud at each change
   * @param {number} total how many entries there are to read
   * @param {(text: string) => void} say
   */
  constructor(results, title, done, total, say) {
    this.results = results;
    this.title = title;
    this.done = done;
    this.total = total;
    this.say = say;
  }

  /** The worker begins to search. For an address with a search, nothing fitting is shown yet. */
  begin() {
    clearTimeout(this.#late);
    if (takeOver()) {
      this.results.classList.add("is-foreign");
      this.#show();
    } else {
      this.#late = setTimeout(() => this.#show(), PATIENCE);
    }
  }

  #show() {
    this.#isShown = true;
    this.results.classList.add("is-waiting");
    this.title.textContent = this.done.textContent = TEXTS.loading;
    this.say(TEXTS.loading);
  }

  /** @param {number} count of the entries that are read */
  read(count) {
    if (this.#isShown) this.title.textContent = TEXTS.loadingSoFar(count, this.total);
  }

  /** Results are there, or a failure: either changes the titles. */
  end() {
    clearTimeout(this.#late);
    takeOver();
    this.#isShown = false;
    this.results.classList.remove("is-waiting", "is-foreign");
  }
}

/** The script is there, so the style sheet need not show the newest entries. @returns {boolean} whether it would have */
function takeOver() {
  const { classList } = document.documentElement;
  const isAsked = classList.contains("browse-asked");
  classList.remove("browse-asked");
  return isAsked;
}
