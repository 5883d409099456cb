// @ts-check
/** Make the table of results that an entry has from the columns and rows of the page. */

/** @typedef {import("./propose.js").Column} Column */
/** @typedef {{ where: string, columns: Column[], rows: import("./propose.js").Row[] }} Table */

const PARTS = /** @type {const} */ (["benchmark", "setting", "metric"]);

/**
 * Return `table` as an entry has it; what all columns share is written once. `own` is what the work is called.
 * @param {Table} table
 * @param {string} own
 * @returns {Record<string, any>}
 */
export function makeTable({ where, columns, rows }, own) {
  const common = PARTS.filter((part) => columns[0]?.[part] && columns.every((column) => column[part] === columns[0]?.[part]));
  const different = columns.map((column) => {
    const parts = PARTS.filter((part) => column[part] && !common.includes(part)).map((part) => [part, column[part]]);
    return Object.fromEntries(parts.length || !column.head ? parts : [["note", column.head]]);
  });
  return {
    ...(where ? { where } : {}),
    ...Object.fromEntries(common.map((part) => [part, columns[0]?.[part]])),
    ...(columns.length > 1 ? { columns: different } : {}),
    rows: rows.map(({ model, variant, isOther, values }) => ({
      model: model || (isOther ? "" : own),
      ...(variant ? { variant } : {}),
      ...(isOther ? { own: false } : {}),
      values,
    })),
  };
}
