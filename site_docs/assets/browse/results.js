// @ts-check
/** The results: the worker is asked for them, and they are awaited, shown, or could not be loaded. */
import { CardList } from "./card_list.js";
import { byId } from "../dom.js";
import { Failure } from "./failure.js";
import { later } from "./later.js";
import { showPager } from "./pager.js";
import { Waiting } from "./waiting.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./page.js").BrowsePage} BrowsePage */

export class Results {
  #element = byId("browse-results", HTMLElement);
  #note = byId("browse-note", HTMLElement);
  #soFar = byId("browse-so-far", HTMLElement);
  /** @type {Answer | undefined} */
  #answer;
  /** What was asked so far: the last cards of an earlier question end no wait. */
  #asked = 0;

  /** @param {BrowsePage} page @param {(text: string) => void} say */
  constructor(page, say) {
    const { manifest, controls, cards, chips, title } = page;
    const mark = byId("browse-mark", HTMLTemplateElement);
    const setting = {
      ...manifest,
      label: (/** @type {string} */ facet, /** @type {string} */ term) => controls.label(facet, term),
      mark: () => mark.content.cloneNode(true),
    };
    this.page = page;
    this.say = say;
    this.list = new CardList(cards, setting, page.tools.selection);
    this.waiting = new Waiting(this.#element, title, page.done, manifest.total, say);
    this.failure = new Failure("browse-failure", chips, title, say);
  }

  /** The page's HTML has just these cards: add their tools, and the links to further pages. */
  adopt() {
    this.waiting.end();
    this.list.adopt();
    this.#showPager(1, this.page.manifest.core);
  }

  /**
   * Show the entries of the page's state; a later call stops an earlier one.
   * @param {boolean} [isBack] the reader comes back to a place in the list, so those that need no worker are there at once
   */
  ask(isBack) {
    const { client, manifest, state } = this.page;
    this.#asked++;
    this.#answer = undefined; // what fails of an earlier one is of no interest any more
    this.failure.hide();
    this.#element.ariaBusy = "true";
    if (this.page.isFirst()) {
      client.stop();
      this.waiting.end();
      return this.#show({ entries: [], page: 1, total: manifest.core, whole: true, others: null, near: "", lifts: [], counts: null, names: {} }, isBack);
    }
    this.waiting.begin();
    /** @type {Answer | null} */
    let last = null;
    client.find(state, (answer) => {
      this.waiting.end();
      this.keepFocus(() => (answer ? this.#show(answer) : this.#showNoMore(last)));
      last = answer;
    });
  }

  /** Do `act`; the focus of what it takes away goes to the title. @param {() => void} act */
  keepFocus(act) {
    const isInside = this.#element.contains(document.activeElement);
    act();
    if (isInside && document.activeElement === document.body) this.page.title.focus({ preventScroll: true });
  }

  /** @param {Answer} answer @param {boolean} [isBack] */
  #show(answer, isBack) {
    const { total, whole, page: number } = answer;
    const { page } = this;
    const count = TEXTS.entries(total);
    const soFar = whole ? count : TEXTS.soFar(count);
    page.title.textContent = soFar;
    page.done.textContent = TEXTS.showResults(total, whole);
    page.scopes.showOthers(answer.others);
    page.showNames(answer.names);
    this.#showNote(answer);
    const asked = this.#asked;
    const next = () => {
      this.say(whole ? this.#summary(answer, count) : soFar);
      if (!whole) page.client.goOn();
      page.controls.showCounts(answer.counts);
      this.#soFar.hidden = whole;
      this.keepFocus(() => this.#showPager(number, total));
    };
    this.list.show(page.isFirst() ? null : answer.entries, next, () => {
      if (whole && asked === this.#asked) this.#element.ariaBusy = null; // or these cards are old
    }, isBack);
  }

  /** @param {number} total */
  #pages(total) {
    return Math.max(1, Math.ceil(total / this.page.manifest.perPage));
  }

  /** @param {number} number @param {number} total */
  #showPager(number, total) {
    const { pages, state } = this.page;
    showPager(pages, number, this.#pages(total), (page) => this.page.address({ ...state, page }));
  }

  /** @param {Answer} answer @param {string} count */
  #summary({ total, near, page }, count) {
    const { line } = this.page.scopes;
    const pages = this.#pages(total);
    const more = line && `; ${line}`;
    if (!total) return `${TEXTS.noResults}${more}.`;
    return `${near ? TEXTS.similarWords : ""}${count}${pages > 1 ? TEXTS.onPage(page, pages) : ""}${more}`;
  }

  /** @param {Answer} answer */
  #showNote(answer) {
    const { page } = this;
    this.#answer = answer;
    this.#note.hidden = true;
    if (answer.total && !answer.near) return;
    later(({ Note }) => {
      if (answer !== this.#answer) return;
      const note = new Note(page.text, (state) => page.goOn(state));
      this.#note.replaceChildren(...note.of(answer, page.state));
      this.#note.hidden = false;
    }, () => {
      const text = (answer.near ? TEXTS.onlySimilar : TEXTS.nothing) + TEXTS.hintsNotLoaded;
      if (answer === this.#answer) this.failure.show(() => this.#showNote(answer), text);
    });
  }

  /** Entries could not be loaded: those that were found stay, what belongs to another state must not. @param {Answer | null} found */
  #showNoMore(found) {
    this.#element.ariaBusy = null;
    if (!found) this.#showNothing();
    const said = found ? TEXTS.restNotLoaded : TEXTS.notLoaded;
    this.page.done.textContent = found ? `${TEXTS.showResults(found.total, false)}. ${said}` : said;
    this.failure.show(() => this.page.refresh(), said);
  }

  #showNothing() {
    const { page } = this;
    this.list.show([]);
    page.pages.hidden = this.#note.hidden = this.#soFar.hidden = true;
    page.scopes.showOthers(null);
    page.controls.showCounts(null);
    page.title.textContent = TEXTS.noAnswer;
  }
}
