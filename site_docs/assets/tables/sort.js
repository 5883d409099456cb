// @ts-check
/** Sort the rows of a table by a column, with a button in the column's head. */

/** @typedef {"ascending" | "descending"} Direction */

/**
 * Give every column head of `table` a button that sorts by it; `sorted` is called after each click.
 *
 * The first click sorts numbers and dates from the largest, texts from A. A head with
 * `data-first="ascending"` or `descending` says otherwise, one with `data-unsorted` gets no button.
 * @param {HTMLTableElement} table
 * @param {(head: HTMLTableCellElement, direction: Direction) => void} [sorted]
 */
export function makeSortable(table, sorted = () => {}) {
  for (const head of heads(table)) {
    if (head.hasAttribute("data-unsorted")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const direction = nextDirection(table, head);
      sortRows(table, head, direction);
      sorted(head, direction);
    });
  }
}

/**
 * Sort the rows of `table` by the column of `head`, and mark it as sorted.
 * @param {HTMLTableElement} table @param {HTMLTableCellElement} head @param {Direction} direction
 */
export function sortRows(table, head, direction) {
  for (const other of heads(table)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", direction);
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, key: sortKey(row.cells[head.cellIndex]) }));
  rows.sort((a, b) => compareKeys(a.key, b.key, direction));
  body.append(...rows.map(({ row }) => row));
}

/** @param {HTMLTableElement} table */
function heads(table) {
  return [...(table.tHead?.rows[0].cells ?? [])];
}

/** @param {HTMLTableElement} table @param {HTMLTableCellElement} head @returns {Direction} */
function nextDirection(table, head) {
  const now = head.getAttribute("aria-sort");
  if (now) return now === "ascending" ? "descending" : "ascending";
  if (head.dataset.first) return head.dataset.first === "ascending" ? "ascending" : "descending";
  return firstDirection([...table.tBodies[0].rows].map((row) => sortKey(row.cells[head.cellIndex])));
}

/**
 * The direction in which a reader wants a column first: the largest number, the newest date, the letter A.
 * @param {readonly string[]} keys @returns {Direction}
 */
export function firstDirection(keys) {
  const filled = keys.filter(Boolean);
  return filled.length && filled.every((key) => isNumber(key) || isDate(key)) ? "descending" : "ascending";
}

/** @param {string} key */
function isNumber(key) {
  return !Number.isNaN(Number(key));
}

/** @param {string} key */
function isDate(key) {
  return /^\d{4}(-\d\d){0,2}$/.test(key);
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
 * @param {string} a @param {string} b @param {Direction} direction
 */
export function compareKeys(a, b, direction) {
  if (!a || !b) return Number(!a) - Number(!b);
  const order = isNumber(a) && isNumber(b) ? Number(a) - Number(b) : collator.compare(a, b);
  return direction === "ascending" ? order : -order;
}
