// @ts-check
/** Sort the rows of a table by a column, with a button in the column's head. */

/** @typedef {"ascending" | "descending"} Direction */

/**
 * Give every column head of `table` a button that sorts by it.
 * @param {HTMLTableElement} table
 */
export function makeSortable(table) {
  for (const head of table.tHead?.rows[0].cells ?? []) {
    if (!head.hasAttribute("data-unsorted")) addButton(table, head);
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} head
 */
function addButton(table, head) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const direction = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const other of table.tHead?.rows[0].cells ?? []) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", direction);
    sortRows(table, head.cellIndex, direction);
  });
}

/**
 * @param {HTMLTableElement} table
 * @param {number} column
 * @param {Direction} direction
 */
function sortRows(table, column, direction) {
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[column]) }));
  rows.sort((a, b) => compareKeys(a.key, b.key, direction));
  body.append(...rows.map(({ row }) => row));
}

/**
 * The sort key of a cell: its `data-sort`, or else its text.
 * @param {HTMLTableCellElement} cell
 */
function sortKey(cell) {
  return cell.dataset.sort ?? cell.textContent?.trim() ?? "";
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * Compare numbers by value and texts by the alphabet; empty cells are last in both directions.
 * @param {string} a
 * @param {string} b
 * @param {Direction} direction
 */
export function compareKeys(a, b, direction) {
  if (!a || !b) return Number(!a) - Number(!b);
  const [x, y] = [Number(a), Number(b)];
  const order = Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
  return direction === "ascending" ? order : -order;
}
