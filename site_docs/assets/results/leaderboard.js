// @ts-check
/** A leaderboard: sort its rows by a column, show some of them, and rank what is shown. */

import { compareKeys } from "../tables/sort.js";
import { findBest, rankModels } from "./rank.js";
import * as TEXTS from "../texts/results.js";

/** @typedef {import("./switches.js").Choice} Choice */
/** @typedef {{column: number, descending: boolean}} Order */


export class Leaderboard {
  /** @param {HTMLTableElement} table */
  constructor(table) {
    this.table = table;
    this.heads = [...(table.tHead?.rows[0].cells ?? [])];
    this.parts = [...table.tBodies].map((body) => ({
      body,
      isStated: !body.classList.contains("unstated"),
      rows: [...body.rows].filter((row) => row.dataset.model !== undefined),
    }));
    /** The column of the metric that ranks. */
    this.metric = this.heads.findIndex((head) => head.hasAttribute("aria-sort"));
    /** @type {Order} */
    this.order = { column: this.metric, descending: isDescendingFirst(this.heads[this.metric]) };
    this.empty = makeEmptyRow(table, this.heads.length);
  }

  /**
   * Give each head but that of the rank a button that sorts by its column, best first.
   * @param {(message: string) => void} announce
   */
  makeSortable(announce) {
    this.heads.slice(1).forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        this.sortBy(index + 1);
        announce(this.describe());
      });
    });
  }

  /** @param {number} column */
  sortBy(column) {
    const head = this.heads[column];
    const again = this.order.column === column;
    this.order = { column, descending: again ? !this.order.descending : isDescendingFirst(head) };
    if (head.dataset.metric !== undefined) this.metric = column;
    for (const other of this.heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", this.order.descending ? "descending" : "ascending");
    for (const { body, rows } of this.parts) body.append(...sortRows(rows, this.order));
    this.rank();
  }

  /** @param {Choice} choice */
  filter({ reported, sameProtocol }) {
    for (const { body, isStated, rows } of this.parts) {
      for (const row of rows) row.hidden = reported !== "" && (reported === "authors") !== (row.dataset.own === "1");
      body.hidden = (sameProtocol && !isStated) || rows.every((row) => row.hidden);
    }
    this.empty.hidden = this.parts.some(({ body }) => !body.hidden);
    this.rank();
  }

  /** Rank the rows that are shown and comparable, and mark the best of each column. */
  rank() {
    const rows = this.parts.flatMap(({ isStated, rows }) => (isStated ? rows.filter((row) => !row.hidden) : []));
    const scores = rows.map((row) => ({ model: row.dataset.model ?? "", value: readNumber(row, this.metric) }));
    const ranks = rankModels(scores, this.heads[this.metric].dataset.better ?? "");
    rows.forEach((row, index) => (row.cells[0].textContent = String(ranks[index] ?? "")));
    this.heads.forEach((head, column) => markBest(rows, column, head.dataset.better ?? ""));
  }

  /** What is shown, in words. */
  describe() {
    const rows = this.parts.flatMap(({ body, rows }) => rows.map((row) => !row.hidden && !body.hidden));
    const counted = TEXTS.rows(rows.filter(Boolean).length, rows.length);
    const { metric = "", better } = this.heads[this.metric].dataset;
    return better && this.parts.some(({ isStated }) => isStated) ? TEXTS.ranked(counted, metric) : counted;
  }
}

/**
 * Whether the first click on a head sorts from high to low: metrics by the best, dates by the newest.
 * @param {HTMLTableCellElement} head
 */
function isDescendingFirst(head) {
  if (head.dataset.metric !== undefined) return head.dataset.better !== "lower";
  return head.hasAttribute("data-newest");
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
function readNumber(row, column) {
  const text = row.cells[column].dataset.sort;
  return text ? Number(text) : null;
}

/**
 * Sort rows; what is empty comes last in both directions, and what is equal keeps its order.
 * @param {HTMLTableRowElement[]} rows
 * @param {Order} order
 */
function sortRows(rows, { column, descending }) {
  const keyed = rows.map((row) => ({ row, key: row.cells[column].dataset.sort ?? "" }));
  keyed.sort((a, b) => compareKeys(a.key, b.key, descending ? "descending" : "ascending"));
  return keyed.map(({ row }) => row);
}

/**
 * @param {HTMLTableRowElement[]} rows
 * @param {number} column
 * @param {string} better
 */
function markBest(rows, column, better) {
  if (!better) return;
  const best = findBest(rows.flatMap((row) => readNumber(row, column) ?? []), better);
  for (const row of rows) {
    row.cells[column].classList.toggle("best", best !== null && readNumber(row, column) === best);
  }
}

/**
 * A row for a table in which nothing is shown.
 * @param {HTMLTableElement} table
 * @param {number} columns
 */
function makeEmptyRow(table, columns) {
  const body = table.createTBody();
  const cell = body.insertRow().insertCell();
  cell.colSpan = columns;
  cell.className = "empty";
  cell.textContent = TEXTS.none;
  body.hidden = true;
  return body;
}
