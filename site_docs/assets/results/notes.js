// @ts-check
/** Notes on demand: the mark of a note opens it beside the number; without this, it leads to the note. */

const GAP = 6;
const CARD = "note-card";
const MARKS = ".marks a, a.differs";

/**
 * Replace the marks in `root`, links to notes, by buttons that open the note.
 * @param {HTMLElement} root
 */
export function openNotesOnDemand(root) {
  if (!("showPopover" in HTMLElement.prototype)) return;
  const card = makeCard();
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll(MARKS))) makeButton(link, card);
  const close = () => closeCard(card);
  document.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (!card.contains(target) && !target.closest(".note-mark")) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("resize", close);
  for (const box of root.querySelectorAll(".board-scroll")) box.addEventListener("scroll", close);
}

function makeCard() {
  const card = document.createElement("span");
  card.id = CARD;
  card.className = "note-card";
  card.popover = "manual";
  return card;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} card
 */
function makeButton(link, card) {
  const note = document.getElementById(link.hash.slice(1));
  if (!note) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `note-mark ${link.className}`;
  button.textContent = link.textContent;
  button.setAttribute("aria-label", link.getAttribute("aria-label") ?? "");
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    const wasOpen = button.getAttribute("aria-expanded") === "true";
    closeCard(card);
    if (!wasOpen) openCard(card, button, note);
  });
  link.replaceWith(button);
}

/**
 * Put the note after its button, so that it is read next, and on top of the page.
 * @param {HTMLElement} card
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} note
 */
function openCard(card, button, note) {
  card.textContent = note.textContent;
  button.after(card);
  button.setAttribute("aria-expanded", "true");
  button.setAttribute("aria-controls", CARD);
  card.showPopover();
  const at = button.getBoundingClientRect();
  const room = document.documentElement.clientWidth - card.offsetWidth - GAP;
  const below = at.bottom + card.offsetHeight + GAP < innerHeight;
  card.style.left = `${scrollX + Math.max(GAP, Math.min(at.left, room))}px`;
  card.style.top = `${scrollY + (below ? at.bottom + GAP : at.top - card.offsetHeight - GAP)}px`;
}

/** @param {HTMLElement} card */
function closeCard(card) {
  if (!card.isConnected) return;
  const button = card.previousElementSibling;
  button?.setAttribute("aria-expanded", "false");
  button?.removeAttribute("aria-controls");
  card.remove();
}
