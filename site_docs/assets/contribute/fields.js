// @ts-check
/** The fields of the form: read them as an entry, and fill them from an entry. */
import { all } from "../dom.js";

/** @typedef {Record<string, any>} Entry */
/** @typedef {Record<string, string | string[]>} Draft */

export class Fields {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.rows = all(form, ".field[data-control]", HTMLElement);
  }

  /** The text of each field, as it was typed. @returns {Draft} */
  draft() {
    return Object.fromEntries(this.rows.map((row) => [path(row), typed(row)]));
  }

  /** @param {Draft} draft */
  restore(draft) {
    for (const row of this.rows) put(row, draft[path(row)] ?? "");
  }

  /** Fill the empty fields with what `entry` has, and return their paths. @param {Entry} entry @returns {string[]} */
  fill(entry) {
    return this.rows.filter((row) => {
      const value = at(entry, path(row));
      if (value === undefined || value === "" || typed(row).length) return false;
      put(row, typeof value === "object" ? [value].flat() : String(value));
      return typed(row).length > 0;
    }).map(path);
  }

  /** Replace the fields at `paths` by what `entry` has. @param {Entry} entry @param {readonly string[]} paths */
  replace(entry, paths) {
    for (const row of this.rows.filter((one) => paths.includes(path(one)))) put(row, "");
    return this.fill(Object.fromEntries([...new Set(paths.map((one) => one.split(".")[0] ?? ""))].map((key) => [key, entry[key]])));
  }

  /** What a reader calls the field at `fieldPath`. @param {string} fieldPath */
  label(fieldPath) {
    const row = this.rows.find((one) => path(one) === fieldPath);
    return row?.querySelector("label, legend")?.firstChild?.textContent?.trim() ?? fieldPath;
  }

  /**
   * The entry, its keys in the order of the schema; what is empty is left out.
   * @param {import("./schema.js").Schema} schema
   * @returns {Entry}
   */
  entry(schema) {
    /** @type {Entry} */
    const values = {};
    for (const row of this.rows) {
      const value = readValue(row);
      if (value === undefined) continue;
      const [key = "", inner] = path(row).split(".");
      if (inner) values[key] = { ...values[key], [inner]: value };
      else values[key] = value;
    }
    return ordered(values, schema, schema);
  }

  /** The row of the field that has the value at `keys`. @param {(string | number)[]} keys */
  row(keys) {
    const [key, inner] = keys;
    const paths = [`${key}.${inner}`, `${key}`];
    return this.rows.find((row) => paths.includes(path(row))) ?? this.rows.find((row) => path(row).startsWith(`${key}.`));
  }
}

/** @param {HTMLElement} row */
export function path(row) {
  return row.dataset.path ?? "";
}

/** The element that takes the focus. @param {HTMLElement} row */
export function control(row) {
  const found = row.querySelector("input, textarea, select");
  return /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (found);
}

/** @param {HTMLElement} row @returns {string | string[]} */
function typed(row) {
  if (row.dataset.control !== "terms") return control(row).value;
  return all(row, "input:checked", HTMLInputElement).map((box) => box.value);
}

/** @param {HTMLElement} row @param {string | (string | Record<string, string>)[]} value */
function put(row, value) {
  const values = [value].flat().flatMap((one) => (typeof one === "object" ? lines(one) : one));
  if (row.dataset.control === "terms") {
    for (const box of all(row, "input", HTMLInputElement)) box.checked = values.includes(box.value);
  } else control(row).value = values.join(row.dataset.control === "words" ? ", " : "\n");
}

/** The value that the text of a field means; undefined if it is empty. @param {HTMLElement} row */
function readValue(row) {
  const text = typed(row);
  if (Array.isArray(text)) return text.length ? text : undefined;
  const whole = text.trim();
  if (!whole) return undefined;
  switch (row.dataset.control) {
    case "number":
      return /^-?\d{1,15}$/.test(whole) ? Number(whole) : whole;
    case "sentence":
      return whole.replace(/\s*\n\s*/g, " ");
    case "lines":
      return parts(text, "\n");
    case "words":
      return parts(text, ",");
    case "counts":
      return counts(parts(text, "\n"));
    case "settings":
      return settings(parts(text, "\n"));
    case "settings by task":
      return settingsByTask(parts(text, "\n"));
    case "addresses":
      return addresses(parts(text, "\n"));
  }
  return whole;
}

const LABELED = /^(\S.*?):?\s+(\S+:\/\/\S+)$/;

/** Lines of addresses: one address, a list or, where each has a different label, a mapping. @param {string[]} found */
function addresses(found) {
  const pairs = found.map((line) => LABELED.exec(line)?.slice(1));
  const labels = new Set(pairs.map((pair) => pair?.[0]));
  const isLabeled = found.length > 0 && !labels.has(undefined) && labels.size === found.length;
  if (isLabeled) return Object.fromEntries(pairs.filter((pair) => pair !== undefined));
  return found.length === 1 ? found[0] : found;
}

/** @param {Record<string, string>} labeled */
function lines(labeled) {
  return Object.entries(labeled).map(([label, value]) => `${label}: ${value}`);
}

/** @param {string} text @param {string} mark */
function parts(text, mark) {
  return text.split(mark).map((part) => part.trim()).filter(Boolean);
}

/** Read lines such as `images: 377110`. @param {string[]} lines @returns {Record<string, string | number>} */
function counts(lines) {
  const pairs = lines.map((line) => {
    const [, name = line, amount = ""] = /^([^:]*?)\s*:\s*(.*)$/.exec(line) ?? [];
    return [name, /^\d{1,16}$/.test(amount) ? Number(amount) : amount];
  });
  return Object.fromEntries(pairs);
}

/** Read lines such as `test: the public test split`. @param {string[]} lines @returns {Record<string, string>} */
function settings(lines) {
  return Object.fromEntries(lines.map((line) => /^([^:]*?)\s*:\s*(.*)$/.exec(line)?.slice(1) ?? [line, ""]));
}

/** Read lines such as `segmentation: boxes, points`. @param {string[]} lines @returns {Record<string, string[]>} */
function settingsByTask(lines) {
  return Object.fromEntries(Object.entries(settings(lines)).map(([task, slugs]) => [task, parts(slugs, ",")]));
}

/** The value at `path`, such as `venue.name`. @param {any} value @param {string} path */
export function at(value, path) {
  return path.split(".").reduce((part, key) => part?.[key], value);
}

/**
 * Return `values` with the keys of each mapping in the order of the schema.
 * @param {Entry} values
 * @param {import("./schema.js").Schema} schema
 * @param {import("./schema.js").Schema} root
 * @returns {Entry}
 */
export function ordered(values, schema, root) {
  const name = schema.$ref ?? schema.anyOf?.find((option) => option.$ref)?.$ref ?? "";
  const own = name ? root.$defs?.[name.split("/").pop() ?? ""] : schema;
  if (!own?.properties) return values; // its keys are terms or labels, in the order in which they were typed
  const known = Object.entries(own.properties).filter(([key]) => values[key] !== undefined);
  return Object.fromEntries(
    known.map(([key, part]) => {
      const value = values[key];
      const isMapping = typeof value === "object" && !Array.isArray(value);
      return [key, isMapping ? ordered(value, part, root) : value];
    }),
  );
}
