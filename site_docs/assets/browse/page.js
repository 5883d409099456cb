// @ts-check
/** The page: it keeps the state, asks the worker for its entries, and shows them. */
import { announcer } from "./announce.js";
import { CardList } from "./card_list.js";
import { showChips } from "./chips.js";
import { Client } from "./client.js";
import { Controls } from "./controls.js";
import { byId, make } from "../dom.js";
import { FilterText } from "./filter_text.js";
import { listen } from "./listen.js";
import { later } from "./later.js";
import { showPager } from "./pager.js";
import { ScopeControl } from "./scopes.js";
import { EMPTY, filters, isPlain, read, remove, sorting, sought, toggle, withAll, write } from "./state.js";
import { Tools } from "./tools.js";
import { Waiting } from "./waiting.js";
import * as TEXTS from "../texts/browse.js";

/** @typedef {import("./data.js").Manifest} Manifest */
/** @typedef {import("./answers.js").Answer} Answer */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Filter} Filter */

const PAUSE = 100; // milliseconds from a key to the change of the address, which is slow

export class BrowsePage {
  box = byId("browse-q", HTMLInputElement);
  sort = byId("browse-sort", HTMLSelectElement);
  from = byId("browse-from", HTMLSelectElement);
  to = byId("browse-to", HTMLSelectElement);
  cards = byId("browse-cards", HTMLElement);
  pages = byId("browse-pages", HTMLElement);
  side = byId("browse-facets", HTMLElement);
  fold = byId("browse-fold", HTMLButtonElement);
  done = byId("browse-done", HTMLButtonElement);
  title = byId("browse-count", HTMLElement);
  #results = byId("browse-results", HTMLElement);
  #chips = byId("browse-chips", HTMLElement);
  #note = byId("browse-note", HTMLElement);
  #failure = byId("browse-failure", HTMLElement);
  #soFar = byId("browse-so-far", HTMLElement);
  /** @type {Answer | undefined} */
  #answer;
  #say = announcer(byId("browse-status", HTMLElement));
  /** @type {Waiting} */
  #waiting;
  /** Whether the cards are still the ones in the page's HTML. */
  #untouched = true;
  #name = document.title;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #stated;
  #asked = 0;
  /** @type {CardList} */
  #list;
  /** @type {State} */
  state = EMPTY;

  /** @param {Manifest} manifest */
  constructor(manifest) {
    this.manifest = manifest;
    this.controls = new Controls(this.side, {
      toggle: (kind, facet, term) => this.go(toggle(this.state, kind, facet, term)),
      match: (facet, all) => this.go(withAll(this.state, facet, all)),
    });
    this.text = new FilterText(this.controls);
    this.facets = manifest.facets;
    this.#waiting = new Waiting(this.#results, this.title, this.done, manifest.total, this.#say);
    this.client = new Client(manifest, (count) => this.#waiting.read(count));
    this.tools = new Tools({ ...manifest, state: () => this.state, client: this.client, say: this.#say, fail: (...failure) => this.showFailure(...failure), cards: this.cards });
    this.#list = this.#cardList();
    this.scopes = new ScopeControl((state) => this.go(state));
    listen(this);
    this.restore();
  }

  #cardList() {
    const mark = byId("browse-mark", HTMLTemplateElement);
    const setting = {
      ...this.manifest,
      label: (/** @type {string} */ facet, /** @type {string} */ term) => this.controls.label(facet, term),
      mark: () => mark.content.cloneNode(true),
    };
    return new CardList(this.cards, setting, this.tools.selection);
  }

  /** Read the state from the address. */
  restore() {
    clearTimeout(this.#typed);
    if (document.activeElement?.closest("#browse-cards, #browse-pages, .browse-note")) this.title.focus({ preventScroll: true }); // these go
    this.state = this.#read();
    this.box.value = this.state.q;
    if (this.#untouched && this.#isFirst()) this.#adopt();
    else this.#keepFocus(() => void this.refresh()); // which takes away the last chip
  }

  #read() {
    return read(location.search, this.facets, Array.from(this.sort.options, ({ value }) => value));
  }

  /** Whether the address has another state. */
  isElsewhere() {
    return this.address(this.state) !== this.address(this.#read());
  }

  /** Whether the state shows the entries in the page's HTML. */
  #isFirst() {
    return isPlain(this.state, this.facets) && this.state.page === 1;
  }

  /**
   * Go to another state.
   * @param {State} state
   * @param {{ typing?: boolean }} [how] typing adds no step to the history
   */
  go(state, { typing = false } = {}) {
    this.state = state;
    if (this.box.value.trim() !== state.q.trim()) this.box.value = state.q;
    const address = this.address(state);
    clearTimeout(this.#typed);
    if (typing) this.#typed = setTimeout(() => history.replaceState(null, "", address), PAUSE);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    return this.refresh(typing); // after the step, so that the browser's history has the old title for the old address
  }

  /**
   * Go to `state` from a link or a button that goes with the results: the focus is in the title at once, so that it is
   * neither lost while the results are on their way nor taken from where the reader goes meanwhile.
   * @param {State} state
   */
  goOn(state) {
    void this.go(state);
    this.title.focus();
  }

  /** @param {State} state */
  address(state) {
    return location.pathname + write(state, this.facets);
  }

  /**
   * Show the entries of the state; a later call stops an earlier one.
   * @param {boolean} [typing] the letter in the box is shown before anything else
   * @returns {Promise<void>} fulfilled when entries or an error are shown
   */
  refresh(typing = false) {
    this.#untouched = false;
    this.#failure.hidden = true;
    this.#asked++;
    const shown = this.#isFirst() ? this.#showFirst() : this.#find();
    clearTimeout(this.#stated);
    if (typing) this.#stated = setTimeout(() => this.#showState());
    else this.#showState();
    return shown;
  }

  /** The entries in the page's HTML need no worker. */
  async #showFirst() {
    this.client.stop();
    this.#waiting.end();
    this.#show({ entries: [], page: 1, total: this.manifest.core, whole: true, others: null, near: "", lifts: [], counts: null, names: {} });
  }

  /** @returns {Promise<void>} */
  #find() {
    this.#waiting.begin();
    /** @type {Answer | null} */
    let last = null;
    return new Promise((resolve) => {
      this.client.find(this.state, (answer) => {
        this.#waiting.end();
        this.#keepFocus(() => (answer ? this.#show(answer) : this.#showNoMore(last)));
        last = answer;
        resolve();
      });
    });
  }

  /** Do `act`; the focus of what it takes away goes to the title. @param {() => void} act */
  #keepFocus(act) {
    const isInside = this.#results.contains(document.activeElement);
    act();
    if (isInside && document.activeElement === document.body) this.title.focus({ preventScroll: true });
  }

  /** Entries could not be loaded: those that were found stay, what belongs to another state must not. @param {Answer | null} found */
  #showNoMore(found) {
    this.#results.removeAttribute("aria-busy");
    if (!found) this.#showNothing();
    const said = found ? TEXTS.restNotLoaded : TEXTS.notLoaded;
    this.done.textContent = found ? `${TEXTS.showResults(found.total, false)}. ${said}` : said;
    this.showFailure(() => this.refresh(), said);
  }

  #showNothing() {
    this.#list.show([], () => {}, () => {});
    this.pages.hidden = this.#note.hidden = this.#soFar.hidden = true;
    this.scopes.showOthers(null);
    this.controls.showCounts(null);
    this.title.textContent = TEXTS.noAnswer;
  }

  /** Show at once what depends on the state alone. */
  #showState() {
    const { state } = this;
    const active = this.#showFilters();
    this.controls.showChoices(state);
    this.scopes.show(state);
    this.sort.value = sorting(state);
    for (const option of this.sort.options) option.disabled = option.value === "relevance" && !sought(state);
    this.from.value = String(state.from || "");
    this.to.value = String(state.to || "");
    const inside = active.filter(({ kind }) => kind !== "q").length;
    this.fold.textContent = TEXTS.filtersButton(inside);
  }

  /** Show the filters as chips and in the title of the page, which becomes the name of a bookmark. */
  #showFilters() {
    const active = filters(this.state, this.facets);
    showChips(this.#chips, active, this.state, this.text, (filter) => this.#drop(filter));
    document.title = active.length ? `${this.text.line(active, this.state)} - ${this.#name}` : this.#name;
    return active;
  }

  /** @param {Filter | null} filter */
  #drop(filter) {
    void this.go(filter ? remove(this.state, filter) : { ...EMPTY, scopes: this.state.scopes });
    if (this.#chips.hidden) this.box.focus();
  }

  /** @param {Answer} answer */
  #show(answer) {
    const { total, whole, page } = answer;
    const pages = Math.max(1, Math.ceil(total / this.manifest.perPage));
    const count = TEXTS.entries(total);
    this.title.textContent = whole ? count : TEXTS.soFar(count);
    this.done.textContent = TEXTS.showResults(total, whole);
    this.scopes.showOthers(answer.others);
    this.text.authors = answer.names;
    if (Object.keys(answer.names).length) this.#showFilters(); // the names of authors come with the entries
    this.#showNote(answer);
    const asked = this.#asked;
    const next = () => {
      this.#say(whole ? this.#summary(answer, count, pages) : TEXTS.soFar(count));
      if (!whole) this.client.goOn();
      this.controls.showCounts(answer.counts);
      this.#soFar.hidden = whole;
      this.#keepFocus(() => showPager(this.pages, page, pages, (other) => this.address({ ...this.state, page: other })));
    };
    this.#list.show(this.#isFirst() ? null : answer.entries, next, () => {
      if (whole && asked === this.#asked) this.#results.removeAttribute("aria-busy"); // or these cards are old
    });
  }

  /** @param {Answer} answer @param {string} count @param {number} pages */
  #summary({ total, near, page }, count, pages) {
    const more = this.scopes.line && `; ${this.scopes.line}`;
    if (!total) return `${TEXTS.noResults}${more}.`;
    return `${near ? TEXTS.similarWords : ""}${count}${pages > 1 ? TEXTS.onPage(page, pages) : ""}${more}`;
  }

  /** The page's HTML has just these cards: add their tools, and the links to further pages. */
  #adopt() {
    this.#waiting.end();
    this.#list.adopt();
    const pages = Math.ceil(this.manifest.core / this.manifest.perPage);
    showPager(this.pages, 1, pages, (other) => this.address({ ...this.state, page: other }));
  }

  /** @param {Answer} answer */
  #showNote(answer) {
    this.#answer = answer;
    this.#note.hidden = true;
    if (answer.total && !answer.near) return;
    later(({ Note }) => {
      if (answer !== this.#answer) return;
      const note = new Note(this.text, (state) => this.goOn(state));
      this.#note.replaceChildren(...note.of(answer, this.state));
      this.#note.hidden = false;
    }, () => {
      const text = (answer.near ? TEXTS.onlySimilar : TEXTS.nothing) + TEXTS.hintsNotLoaded;
      if (answer === this.#answer) this.showFailure(() => this.#showNote(answer), text);
    });
  }

  /**
   * Say that something could not be loaded, until the reader tries again or goes on.
   * @param {() => unknown} retry @param {string} [text]
   * @param {HTMLElement} [box] of the card where the reader is, in place of the top of the list
   */
  showFailure(retry, text = TEXTS.partNotLoaded, box) {
    const again = make("button", { type: "button" }, TEXTS.tryAgain);
    const card = box?.closest("#browse-cards .card-tools"); // none if the list has changed since
    (card ?? this.#chips).after(this.#failure);
    again.addEventListener("click", () => {
      ((card && box) ?? this.title).focus(); // the button goes
      this.#failure.hidden = true;
      retry();
    });
    this.#failure.replaceChildren(make("p", {}, `${text} `, again));
    this.#failure.hidden = false;
    if (card) this.#failure.scrollIntoView({ block: "nearest" }); // it is below the row of the box
    this.#say(text);
  }
}
