// @ts-check
/** Turn the reader's actions into states of the page. */
import { later } from "./later.js";
import { has, toggle } from "./state.js";

/** @typedef {import("./page.js").BrowsePage} BrowsePage */

/** @param {BrowsePage} page */
export function listen(page) {
  addEventListener("popstate", () => page.restore());
  listenToSearch(page);
  listenToChoices(page);
  listenToLinks(page);
  page.fold.addEventListener("click", () => later(({ openPanel }) => openPanel(page)));
  for (const event of ["pointerover", "focusin"]) {
    for (const part of [page.box, page.side, page.fold, page.sort]) part.addEventListener(event, () => page.client.prepare(), { once: true });
    page.side.addEventListener(event, () => later(({ letFindTerms }) => letFindTerms(page.side)), { once: true });
    page.fold.addEventListener(event, () => later(() => {}), { once: true });
  }
}

/** @param {BrowsePage} page */
function listenToSearch(page) {
  const { box } = page;
  const search = () => void page.go({ ...page.state, q: box.value, page: 1 }, { typing: true });
  box.addEventListener("input", search);
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.value) return;
    event.preventDefault();
    box.value = "";
    search();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])");
}

/** @param {BrowsePage} page */
function listenToChoices(page) {
  page.sort.addEventListener("change", () => page.go({ ...page.state, sort: page.sort.value, page: 1 }));
  for (const [own, other] of /** @type {const} */ ([["from", "to"], ["to", "from"]])) {
    page[own].addEventListener("change", () => {
      const year = Number(page[own].value);
      const far = page.state[other];
      const crossed = year && far && (own === "from" ? year > far : year < far);
      void page.go({ ...page.state, [own]: year, [other]: crossed ? year : far, page: 1 });
    });
  }
}

/** @param {BrowsePage} page */
function listenToLinks(page) {
  page.skip.addEventListener("click", (event) => {
    event.preventDefault(); // the address has no part of a page
    page.cards.querySelector("a")?.focus();
  });
  page.pages.addEventListener("click", (event) => {
    const link = plainClick(event);
    if (!link) return;
    event.preventDefault();
    void page.go({ ...page.state, page: Number(link.dataset["page"]) }).then(() => page.title.focus());
  });
  page.cards.addEventListener("click", (event) => {
    const link = plainClick(event);
    const [, facet, term] = /(task|modality)\/([^/]+)\/$/.exec(link?.classList.contains("term") ? link.href : "") ?? [];
    if (!facet || !term) return;
    event.preventDefault();
    const { state } = page;
    void page.go(has(state.include, facet, term) ? state : toggle(state, "include", facet, term)).then(() => page.title.focus());
  });
}

/**
 * The link that a click would open in this tab.
 * @param {MouseEvent} event
 */
function plainClick(event) {
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const link = event.target instanceof Element && event.target.closest("a");
  return link && !opensElsewhere ? link : null;
}
