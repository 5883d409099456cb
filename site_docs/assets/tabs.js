// @ts-check
/** The row of tabs on a narrow screen: the current tab is in view, and an edge fades where there are more. */

const SLACK = 2; // pixels: positions are not whole numbers

const row = document.querySelector(".md-tabs ul");

if (row) {
  showCurrent(row);
  markEdges(row);
  row.addEventListener("scroll", () => markEdges(row), { passive: true });
  new ResizeObserver(() => markEdges(row)).observe(row);
}

/** @param {Element} tabs */
function showCurrent(tabs) {
  const current = tabs.querySelector("[aria-current]")?.getBoundingClientRect();
  if (!current) return;
  const { left, width } = tabs.getBoundingClientRect();
  tabs.scrollLeft += current.left - left - (width - current.width) / 2;
}

/** @param {Element} tabs */
function markEdges(tabs) {
  const left = tabs.scrollWidth - tabs.clientWidth - tabs.scrollLeft;
  tabs.classList.toggle("has-before", tabs.scrollLeft > SLACK);
  tabs.classList.toggle("has-after", left > SLACK);
}
