// @ts-check
/** The rules for settings of an entry and of its results, as in the generator's `rules/settings.py` and `setting_tasks.py`. */
import { normalizeName } from "../../fold.js";
import { findNearest } from "../nearest.js";
import { quoted } from "../quoted.js";
import { completeColumns } from "./result_rules.js";

/** @typedef {import("../schema.js").Problem} Problem */
/** @typedef {Record<string, any>} Part */

const MAX_LISTED_SETTINGS = 8;

/**
 * Return what is wrong with the settings of an entry, and with those that its results name.
 * @param {Part} entry
 * @param {import("../listed.js").Listed} listed
 * @returns {Problem[]}
 */
export function checkSettings(entry, listed) {
  const own = /** @type {Record<string, string>} */ (entry.settings ?? {});
  /** @type {Map<string, string>} */
  const labels = new Map();
  const equal = Object.entries(own).flatMap(([slug, label]) => {
    const other = labels.get(normalizeName(label) || label);
    if (other === undefined) labels.set(normalizeName(label) || label, slug);
    const message = `${quoted(label)} is the label of \`${other}\` too: delete one, or write what differs`;
    return other === undefined ? [] : [{ keys: ["settings", slug], rule: "setting", message }];
  });
  const names = new Set([entry.name, ...(entry.aliases ?? [])].filter(Boolean).map(normalizeName));
  /** @type {Problem[]} */
  const unknown = (entry.results ?? []).flatMap((/** @type {Part} */ table, /** @type {number} */ place) =>
    completeColumns(table).flatMap(({ benchmark, setting }, index) => {
      if (!benchmark || !setting) return [];
      const id = names.has(normalizeName(benchmark)) || benchmark === entry.id ? entry.id : listed.findId(benchmark);
      const message = id && findSettingError(setting, id, id === entry.id ? own : (listed.settings(id) ?? {}));
      return message ? [{ keys: ["results", place, "columns", index, "setting"], rule: "setting", message }] : [];
    }),
  );
  return [...equal, ...unknown];
}

/** Return what is wrong with the settings that an entry has by task. @param {Part} entry @returns {Problem[]} */
export function checkSettingTasks(entry) {
  const settings = entry.settings ?? {};
  /** @type {Map<string, string>} */
  const tasks = new Map();
  return Object.entries(entry.settings_by_task ?? {}).flatMap(([task, slugs]) =>
    /** @type {string[]} */ (slugs).flatMap((slug, place) => {
      const first = tasks.get(slug);
      if (first === undefined) tasks.set(slug, task);
      const unknown = slug in settings ? "" : `${quoted(slug)} is not one of \`settings\`: ${suggestSetting(slug, settings)}`;
      const message = unknown || (first && `${quoted(slug)} is under \`${first}\` already: a setting has one task`);
      return message ? [{ keys: ["settings_by_task", task, place], rule: "setting-task", message }] : [];
    }),
  );
}

/** @param {string} slug @param {Record<string, string>} settings */
function suggestSetting(slug, settings) {
  const guess = findNearest(slug, Object.keys(settings));
  return guess ? `did you mean \`${guess}\`?` : "add it there, or delete it here";
}

/** @param {string} setting @param {string} id @param {Record<string, string>} settings */
function findSettingError(setting, id, settings) {
  if (setting in settings) return null;
  const pairs = [...Object.entries(settings).map(([slug, label]) => [label, slug]), ...Object.keys(settings).map((slug) => [slug, slug])];
  const byName = Object.fromEntries(pairs);
  const guess = findNearest(setting, Object.keys(byName));
  if (guess) return `${quoted(setting)} is not a setting of \`${id}\`: did you mean \`${byName[guess]}\`?`;
  const slugs = Object.keys(settings);
  const choices = slugs.length && slugs.length <= MAX_LISTED_SETTINGS ? `write ${slugs.map((slug) => `\`${slug}\``).join(", ")}, or ` : "";
  return `${quoted(setting)} is not a setting of \`${id}\`: ${choices}add it to \`settings\` of its entry`;
}
