// @ts-check
/** The page: it keeps the state, which its address says, and shows what is chosen. */
import { announcer } from "./announce.js";
import { showChips } from "./chips.js";
import { Client } from "./client.js";
import { Controls } from "./controls.js";
import { byId } from "../dom.js";
import { Failure } from "./failure.js";
import { FilterText } from "./filter_text.js";
import { listen } from "./listen.js";
import { Results } from "./results.js";
import { ScopeControl } from "./scopes.js";
import { EMPTY, filters, isPlain, read, remove, sorting, sought, toggle, withAll, write } from "./state.js";
import { Tools } from "./tools.js";
import * as TEXTS from "../texts/browse.js";

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
  chips = byId("browse-chips", HTMLElement);
  /** Whether the cards are still the ones in the page's HTML. */
  #untouched = true;
  #name = document.title;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #stated;
  /** @type {State} */
  state = EMPTY;

  /** @param {import("./data.js").Manifest} manifest */
  constructor(manifest) {
    const say = announcer(byId("browse-status", HTMLElement));
    this.manifest = manifest;
    this.facets = manifest.facets;
    this.controls = new Controls(this.side, {
      toggle: (kind, facet, term) => this.go(toggle(this.state, kind, facet, term)),
      match: (facet, all) => this.go(withAll(this.state, facet, all)),
    });
    this.text = new FilterText(this.controls);
    this.failure = new Failure("browse-part-failure", this.chips, this.title, announcer(byId("browse-part-status", HTMLElement)));
    this.client = new Client(manifest, (count) => this.results.waiting.read(count));
    this.tools = new Tools({ ...manifest, state: () => this.state, client: this.client, say, failure: this.failure, cards: this.cards });
    this.scopes = new ScopeControl((state) => this.go(state));
    this.results = new Results(this, say);
    listen(this);
    this.restore();
  }

  /** Read the state from the address. */
  restore() {
    clearTimeout(this.#typed);
    if (document.activeElement?.closest("#browse-cards, #browse-pages, .browse-note")) this.title.focus({ preventScroll: true }); // these go
    this.state = this.#read();
    this.box.value = this.state.q;
    if (this.#untouched && this.isFirst()) this.results.adopt();
    else this.results.keepFocus(() => this.refresh(false, true)); // which takes away the last chip
  }

  #read() {
    return read(location.search, this.facets, Array.from(this.sort.options, ({ value }) => value));
  }

  /** Whether the address has another state. */
  isElsewhere() {
    return this.address(this.state) !== this.address(this.#read());
  }

  /** Whether the state shows the entries in the page's HTML. */
  isFirst() {
    return isPlain(this.state, this.facets) && this.state.page === 1;
  }

  /**
   * Go to another state.
   * @param {State} state
   * @param {boolean} [typing] adds no step to the history
   */
  go(state, typing) {
    this.state = state;
    if (this.box.value.trim() !== state.q.trim()) this.box.value = state.q;
    const address = this.address(state);
    clearTimeout(this.#typed);
    if (typing) this.#typed = setTimeout(() => history.replaceState(null, "", address), PAUSE);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    this.failure.hide();
    this.refresh(typing); // after the step, so that the browser's history has the old title for the old address
  }

  /**
   * Go to `state` from a link or a button that goes with the results: the focus is in the title at once, so that it is
   * neither lost while the results are on their way nor taken from where the reader goes meanwhile.
   * @param {State} state
   */
  goOn(state) {
    this.go(state);
    this.title.focus();
  }

  /** @param {State} state */
  address(state) {
    return location.pathname + write(state, this.facets);
  }

  /**
   * Show the entries of the state; a later call stops an earlier one.
   * @param {boolean} [typing] the letter in the box is shown before anything else
   * @param {boolean} [isBack] the reader comes back to a place in the list
   */
  refresh(typing, isBack) {
    this.#untouched = false;
    this.results.ask(isBack);
    clearTimeout(this.#stated);
    if (typing) this.#stated = setTimeout(() => this.#showState());
    else this.#showState();
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

  /** The names of authors come with the entries. @param {Record<string, string>} names by slug */
  showNames(names) {
    this.text.authors = names;
    if (Object.keys(names).length) this.#showFilters();
  }

  /** Show the filters as chips and in the title of the page, which becomes the name of a bookmark. */
  #showFilters() {
    const active = filters(this.state, this.facets);
    showChips(this.chips, active, this.state, this.text, (filter) => this.#drop(filter));
    document.title = active.length ? `${this.text.line(active, this.state)} - ${this.#name}` : this.#name;
    return active;
  }

  /** @param {Filter | null} filter */
  #drop(filter) {
    this.go(filter ? remove(this.state, filter) : { ...EMPTY, scopes: this.state.scopes });
    if (this.chips.hidden) this.box.focus();
  }
}
