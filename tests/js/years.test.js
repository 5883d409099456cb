import assert from "node:assert/strict";
import { test } from "node:test";
import { ofYears, takeYears } from "../../site_docs/assets/browse/years.js";

/** The words that are left, and the years of 2019 to 2024 that are meant. */
function read(text) {
  const { rest, years } = takeYears(text);
  const rows = [2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({ year }));
  return [rest.trim().replace(/\s+/g, " "), ofYears(rows, years).map(({ year }) => year % 100).join(" ")];
}

test("words before a year bound it", () => {
  assert.deepEqual(read("since 2023 report"), ["report", "23 24"]);
  assert.deepEqual(read("report From 2023"), ["report", "23 24"]);
  assert.deepEqual(read("after 2022 report"), ["report", "23 24"]);
  assert.deepEqual(read("report before 2021"), ["report", "19 20"]);
  assert.deepEqual(read("until 2020"), ["", "19 20"]);
  assert.deepEqual(read("report from 2020 to 2022"), ["report", "20 21 22"]);
});

test("a year alone and other numbers are words", () => {
  for (const text of ["report 2024", "up to 2024", "since 1234", "from 2024x", "wherefrom 2024"]) assert.deepEqual(takeYears(text), { rest: text, years: null });
});

test("an entry without a year is in none", () => assert.deepEqual(ofYears([{ year: 0 }], takeYears("before 2024").years), []));
