// @ts-check
/** Turn the reader's actions into states of the page. */
import { all, byId } from "../dom.js";
import { expectUse, later } from "./later.js";
import { has, toggle } from "./state.js";

/** @typedef {import("./page.js").BrowsePage} BrowsePage */

/** @param {BrowsePage} page */
export function listen(page) {
  addEventListener("popstate", () => {
    if (page.isElsewhere()) page.restore(); // else it is a jump within the page, such as that of a skip link
  });
  listenToSearch(page);
  listenToChoices(page);
  listenToLinks(page);
  const open = () => later(({ openPanel }) => openPanel(page), () => page.failure.show(open));
  /** @param {() => void} [fail] */
  const find = (fail) => later(({ letFindTerms }) => letFindTerms(page.side), fail);
  const findOrFail = () => find(() => page.failure.show(findOrFail));
  page.fold.addEventListener("click", open);
  page.side.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.matches(".facet-box")) findOrFail();
  });
  for (const part of [page.box, page.side, page.fold, page.sort]) expectUse(part, () => page.client.prepare());
  expectUse(page.side, () => find());
  expectUse(page.fold, () => later(() => {}));
}

/** @param {BrowsePage} page */
function listenToSearch(page) {
  const { box } = page;
  const search = () => page.go({ ...page.state, q: box.value, page: 1 }, true);
  box.addEventListener("input", search);
  // The focus stays in the box, where the next letter belongs: "Skip to results" is one Tab away. On a phone
  // it leaves the box, so that the keyboard does not cover the results.
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    if (matchMedia("(hover: none)").matches) box.blur();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !box.value) return;
    event.preventDefault();
    box.value = "";
    search();
  });
  byId("browse-skip", HTMLElement).addEventListener("click", (event) => {
    event.preventDefault();
    const [hit = page.title] = all(page.cards, ".card-title a", HTMLElement);
    hit.focus();
  });
}

/** @param {BrowsePage} page */
function listenToChoices(page) {
  page.sort.addEventListener("change", () => page.go({ ...page.state, sort: page.sort.value, page: 1 }));
  for (const [own, other] of /** @type {const} */ ([["from", "to"], ["to", "from"]])) {
    page[own].addEventListener("change", () => {
      const year = Number(page[own].value);
      const far = page.state[other];
      const crossed = year && far && (own === "from" ? year > far : year < far);
      page.go({ ...page.state, [own]: year, [other]: crossed ? year : far, page: 1 });
    });
  }
}

/** @param {BrowsePage} page */
function listenToLinks(page) {
  page.pages.addEventListener("click", (event) => {
    const link = plainClick(event);
    if (!link) return;
    event.preventDefault();
    page.goOn({ ...page.state, page: Number(link.dataset["page"]) });
  });
  page.cards.addEventListener("click", (event) => {
    const link = plainClick(event);
    const [, facet, term] = /(task|modality)\/([^/]+)\/$/.exec(link?.classList.contains("term") ? link.href : "") ?? [];
    if (!facet || !term) return;
    event.preventDefault();
    const { state } = page;
    page.goOn(has(state.include, facet, term) ? state : toggle(state, "include", facet, term));
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
