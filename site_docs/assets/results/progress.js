// @ts-check
/**
 * Charts of progress: one Tab stop for the points, arrow keys between them, and the last point stays shown.
 * Without this script each point is a Tab stop, and is shown while it has focus or the pointer.
 */

for (const list of document.querySelectorAll(".progress-points")) makeWalkable(list);

/** @param {Element} list */
function makeWalkable(list) {
  const points = [...list.querySelectorAll("button")];
  const best = points.filter((point) => point.classList.contains("is-record")).at(-1) ?? points[0];
  list.classList.add("is-kept");
  for (const point of points) {
    point.tabIndex = point === best ? 0 : -1;
    for (const event of ["focus", "click", "pointerenter"]) point.addEventListener(event, () => show(point, points));
  }
  list.addEventListener("keydown", (event) => walk(/** @type {KeyboardEvent} */ (event), points));
}

/** @param {HTMLButtonElement} chosen @param {HTMLButtonElement[]} points */
function show(chosen, points) {
  for (const point of points) {
    point.parentElement?.classList.toggle("is-shown", point === chosen);
    point.tabIndex = point === chosen ? 0 : -1;
  }
}

/** Move the focus to the point before or after, or to the first or last. @param {KeyboardEvent} event @param {HTMLButtonElement[]} points */
function walk(event, points) {
  const place = points.findIndex((point) => point === event.target);
  /** @type {Record<string, number>} */
  const places = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: points.length - 1 };
  const next = points[places[event.key] ?? -1];
  if (place < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
