// @ts-check
/** Choose rows of a table and compare them side by side; the address keeps the choice. */

const MOST = 5;
const LEAST = 2;

/**
 * Add checkboxes to the rows of `table`; `panel` shows the comparison, `status` announces changes.
 * @param {HTMLTableElement} table
 * @param {HTMLElement} panel
 * @param {HTMLElement} status
 */
export function makeComparable(table, panel, status) {
  const boxes = addBoxes(table);
  const restore = () => {
    const wanted = new URLSearchParams(location.search).getAll("compare").slice(0, MOST);
    for (const box of boxes) box.checked = wanted.includes(box.value);
    show(table, panel, boxes);
  };
  table.addEventListener("change", () => {
    remember(boxes);
    show(table, panel, boxes);
    status.textContent = `${chosen(boxes).length} chosen for comparison`;
  });
  panel.addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    for (const box of boxes) box.checked = false;
    remember(boxes);
    show(table, panel, boxes);
    status.textContent = "Comparison cleared";
    boxes[0]?.focus();
  });
  addEventListener("popstate", restore);
  restore();
}

/**
 * @param {HTMLTableElement} table
 * @returns {HTMLInputElement[]}
 */
function addBoxes(table) {
  return [...table.tBodies[0].rows].map((row) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = row.dataset.id ?? "";
    box.setAttribute("aria-label", `Compare ${row.cells[0].textContent?.trim()}`);
    label.className = "choose";
    label.append(box);
    row.cells[0].prepend(label);
    return box;
  });
}

/** @param {HTMLInputElement[]} boxes */
function chosen(boxes) {
  return boxes.filter((box) => box.checked);
}

/** @param {HTMLInputElement[]} boxes */
function remember(boxes) {
  const query = new URLSearchParams(chosen(boxes).map((box) => ["compare", box.value]));
  history.pushState(null, "", query.size ? `?${query}` : location.pathname);
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLElement} panel
 * @param {HTMLInputElement[]} boxes
 */
function show(table, panel, boxes) {
  const picked = chosen(boxes);
  for (const box of boxes) box.disabled = !box.checked && picked.length >= MOST;
  panel.hidden = picked.length === 0;
  if (picked.length === 0) return;
  const clear = document.createElement("button");
  clear.type = "button";
  clear.textContent = "Clear the comparison";
  const hint = document.createElement("p");
  hint.textContent = picked.length < LEAST ? `Choose ${LEAST} to ${MOST} to compare; one is chosen.` : "";
  const rows = picked.flatMap((box) => box.closest("tr") ?? []);
  panel.replaceChildren(hint, ...(picked.length < LEAST ? [] : [sideBySide(table, rows)]), clear);
}

/**
 * The chosen rows as columns of a new table; rows with only empty cells are left out.
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 */
function sideBySide(table, rows) {
  const heads = [...(table.tHead?.rows[0].cells ?? [])].map((head) => head.textContent?.trim() ?? "");
  const result = document.createElement("table");
  result.createTHead().append(line("Compared", rows.map((row) => copy(row.cells[0]))));
  const body = result.createTBody();
  heads.slice(1).forEach((head, index) => {
    const cells = rows.map((row) => copy(row.cells[index + 1]));
    if (cells.some((cell) => cell.textContent?.trim())) body.append(line(head, cells));
  });
  const scroll = document.createElement("div");
  scroll.className = "scroll";
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", "Comparison");
  scroll.append(result);
  return scroll;
}

/**
 * @param {string} head
 * @param {HTMLTableCellElement[]} cells
 */
function line(head, cells) {
  const row = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = head;
  row.append(name, ...cells);
  return row;
}

/**
 * A cell without its checkbox; the head of a row becomes the head of a column.
 * @param {HTMLTableCellElement} cell
 */
function copy(cell) {
  const twin = /** @type {HTMLTableCellElement} */ (cell.cloneNode(true));
  twin.querySelector(".choose")?.remove();
  if (twin.tagName === "TH") twin.scope = "col";
  return twin;
}
