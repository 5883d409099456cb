// @ts-check
/** The page: it keeps the state, has it found, and shows it. */
import { announcer } from "./announce.js";
import { addTools, card } from "./cards.js";
import { showChips } from "./chips.js";
import { Controls } from "./controls.js";
import { Rows, row } from "./data.js";
import { all, byId, make } from "./dom.js";
import { Finder } from "./find.js";
import { listen } from "./listen.js";
import { showPager } from "./pager.js";
import { Ranker } from "./ranker.js";
import { EMPTY, cycle, filters, isPlain, read, remove, sorting, write } from "./state.js";
import { Tools } from "./tools.js";

/** @typedef {import("./data.js").Manifest} Manifest */
/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./find.js").Found} Found */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./state.js").Filter} Filter */

const FLAGS = ["code", "weights", "data"];

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
  #mark = byId("browse-mark", HTMLTemplateElement);
  #say = announcer(byId("browse-status", HTMLElement));
  #ranker = new Ranker();
  #turn = 0;
  /** @type {State} */
  state = EMPTY;

  /** @param {Manifest} manifest */
  constructor(manifest) {
    this.manifest = manifest;
    this.controls = new Controls(this.side, (facet, term) => this.go(cycle(this.state, facet, term)));
    this.facets = [...new Set([...this.controls.facets.filter((name) => !FLAGS.includes(name)), "author", ...FLAGS])];
    const { parents } = this.controls;
    const named = this.facets.filter((name) => name !== "author");
    this.data = new Rows(
      manifest,
      (entry, index) => row(entry, index, named, parents),
      (text, first) => this.#ranker.add(text, first),
    );
    this.finder = new Finder(this.data, this.#ranker, this.facets);
    this.tools = new Tools(manifest.root, () => this.#ids(), this.#say, this.cards);
    listen(this);
    this.restore();
  }

  /** Take the state from the address. */
  restore() {
    this.state = read(location.search, this.facets);
    this.box.value = this.state.q;
    const untouched = isPlain(this.state, this.facets) && this.state.page === 1 && this.#turn === 0;
    if (untouched) this.#dress(); // the page came with just these cards
    else void this.refresh();
  }

  /**
   * Go to another state.
   * @param {State} state
   * @param {{ typing?: boolean }} [how] typing makes no step in the history
   */
  go(state, { typing = false } = {}) {
    this.state = state;
    if (this.box.value.trim() !== state.q.trim()) this.box.value = state.q;
    const address = this.address(state);
    if (typing) history.replaceState(null, "", address);
    else if (address !== location.pathname + location.search) history.pushState(null, "", address);
    return this.refresh();
  }

  /** @param {State} state */
  address(state) {
    return location.pathname + write(state, this.facets);
  }

  /** Fetch all entries, as the reader is about to search or filter; a failure shows when they are needed. */
  prepare() {
    this.data.all().catch(() => {});
  }

  /** Show what the state means; a later call overtakes an earlier one. */
  async refresh() {
    this.#turn += 1;
    const turn = this.#turn;
    this.#results.setAttribute("aria-busy", "true");
    this.#showState();
    try {
      await this.#fetch();
      if (turn !== this.#turn) return;
      for await (const found of this.finder.find(this.state)) {
        if (turn !== this.#turn) return;
        this.#show(found);
      }
      this.#results.removeAttribute("aria-busy");
    } catch {
      if (turn === this.#turn) this.#showFailure();
    }
  }

  async #fetch() {
    const plain = isPlain(this.state, this.facets);
    const needed = plain ? this.state.page * this.manifest.perPage : this.manifest.total;
    if (this.data.rows.length >= Math.min(needed, this.manifest.total)) return;
    this.cards.classList.add("is-waiting");
    await this.data.newest(needed);
  }

  /** The ids of all results, for an export. */
  async #ids() {
    await this.data.all();
    let rows = this.data.rows;
    for await (const found of this.finder.find(this.state)) rows = [...found.rows];
    return rows.map(({ id }) => id);
  }

  /** What follows from the state alone, shown at once. */
  #showState() {
    const { state } = this;
    const active = this.#showFilters();
    this.controls.show(state, null, { counts: false });
    this.sort.value = sorting(state);
    for (const option of this.sort.options) option.disabled = option.value === "relevance" && !state.q.trim();
    this.from.value = state.from ? String(state.from) : "";
    this.to.value = state.to ? String(state.to) : "";
    const inside = active.filter(({ kind }) => kind !== "q").length;
    this.fold.textContent = inside ? `Filters (${inside})` : "Filters";
  }

  #showFilters() {
    const active = filters(this.state, this.facets);
    showChips(this.#chips, active, (filter) => this.#text(filter), (filter) => this.#drop(filter));
    return active;
  }

  /** @param {Filter | null} filter */
  #drop(filter) {
    void this.go(filter ? remove(this.state, filter) : EMPTY);
    if (this.#chips.hidden) this.box.focus();
  }

  /** @param {Found} found */
  #show(found) {
    const { perPage } = this.manifest;
    const pages = Math.max(1, Math.ceil(found.total / perPage));
    const page = Math.min(this.state.page, pages);
    const count = `${found.total.toLocaleString("en")} ${found.total === 1 ? "entry" : "entries"}`;
    this.title.textContent = count;
    this.done.textContent = `Show ${count}`;
    this.#say(this.#summary(found, count, page, pages));
    if (this.state.include["author"] || this.state.exclude["author"]) this.#showFilters(); // their names came with the rows
    this.controls.show(this.state, found.counts);
    this.tools.showTotal(found.total);
    this.#showCards(found.rows.slice((page - 1) * perPage, page * perPage));
    this.#showNote(found);
    showPager(this.pages, page, pages, (number) => this.address({ ...this.state, page: number }));
  }

  /** @param {Found} found @param {string} count @param {number} page @param {number} pages */
  #summary(found, count, page, pages) {
    if (!found.total) return "No entry matches.";
    return `${found.near ? "Nothing matches exactly; similar words: " : ""}${count}${pages > 1 ? `, page ${page} of ${pages}` : ""}`;
  }

  /** @param {readonly Row[]} rows */
  #showCards(rows) {
    const setting = {
      root: this.manifest.root,
      links: this.manifest.links,
      label: (/** @type {string} */ facet, /** @type {string} */ term) => this.controls.label(facet, term),
      mark: () => this.#mark.content.cloneNode(true),
    };
    this.cards.replaceChildren(make("ol", { class: "cards" }, ...rows.map((shown) => card(shown, setting))));
    this.#dress();
  }

  /** Give each card its tools, and the pages their links. */
  #dress() {
    this.cards.classList.remove("is-waiting");
    for (const item of all(this.cards, "li.card", HTMLElement)) addTools(item, this.tools.selection);
    if (this.#turn > 0) return;
    const pages = Math.ceil(this.manifest.total / this.manifest.perPage);
    showPager(this.pages, 1, pages, (number) => this.address({ ...this.state, page: number }));
    this.tools.showTotal(this.manifest.total);
  }

  /** @param {Found} found */
  #showNote({ total, near }) {
    this.#note.hidden = total > 0 && !near;
    if (!total) this.#note.replaceChildren(make("p", {}, "No entry matches all of this. Take a filter away, or clear all."));
    else if (near) this.#note.replaceChildren(make("p", {}, "Nothing matches exactly; these hold similar words."));
  }

  #showFailure() {
    const again = make("button", { type: "button" }, "Try again");
    again.addEventListener("click", () => this.refresh());
    this.#results.removeAttribute("aria-busy");
    this.cards.classList.remove("is-waiting");
    this.#note.replaceChildren(make("p", {}, "The list could not be fetched. ", again));
    this.#note.hidden = false;
    this.#say("The list could not be fetched.");
  }

  /** @param {Filter} filter */
  #text({ kind, facet, term }) {
    if (kind === "q") return `“${term}”`;
    if (kind === "year") return `Year: ${term.replace("-", "–")}`;
    const not = kind === "exclude" ? "not " : "";
    const label = facet === "author" ? this.#author(term) : this.controls.label(facet, term);
    const name = facet === "author" ? "Author" : this.controls.facetLabel(facet);
    return name ? `${name}: ${not}${label}` : `${not}${label}`;
  }

  /** @param {string} slug */
  #author(slug) {
    for (const { own, authors } of this.data.rows) {
      const place = own["author"]?.indexOf(slug) ?? -1;
      if (place >= 0) return authors[place] ?? slug;
    }
    return slug;
  }
}
