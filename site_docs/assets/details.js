// @ts-check
/** A link to a place in a closed box opens the box, which not every browser does. */

addEventListener("hashchange", openTarget);
openTarget();

function openTarget() {
  const target = document.querySelector(":target");
  const closed = target?.parentElement?.closest("details:not([open])");
  if (!target || !closed) return;
  for (let box = target.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  target.scrollIntoView();
}
