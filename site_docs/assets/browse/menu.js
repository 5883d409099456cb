// @ts-check
/** Close a menu by Escape, which returns the focus to its button, and by a click elsewhere. */

/** @param {HTMLDetailsElement} menu */
export function letClose(menu) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
