// @ts-check
/** Say what a JSON Schema finds wrong with an entry, in the words of `medvlm check`. */
import { formFault, quoted } from "./forms.js";

/** @typedef {(string | number)[]} Keys */
/** @typedef {{ keys: Keys, rule: string, message: string, warning?: boolean }} Problem */
/**
 * The part of JSON Schema that the entry's schema uses.
 * @typedef {{
 *   $ref?: string, $defs?: Record<string, Schema>, type?: string, anyOf?: Schema[], enum?: string[],
 *   properties?: Record<string, Schema>, additionalProperties?: Schema | boolean, required?: string[], items?: Schema, pattern?: string,
 *   minLength?: number, maxLength?: number, minItems?: number, maxItems?: number, maxProperties?: number,
 *   propertyNames?: { minLength: number, maxLength: number },
 *   minimum?: number, maximum?: number,
 *   "x-form"?: string, "x-vocabulary"?: string, "x-reference"?: string,
 *   "x-identifier"?: { name: string, foundBy: string, expected: string },
 * }} Schema
 */

const EXPECTED = /** @type {Record<string, string>} */ ({
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "`true` or `false`",
  array: "a list `[…]`",
  object: "a mapping `{key: value}`",
});

/**
 * `schema` without the indirections that a value of its kind goes through.
 * @param {Schema} schema
 * @param {Schema} root
 * @param {any} value
 * @returns {Schema}
 */
export function settled(schema, root, value) {
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop() ?? "";
    return settled(/** @type {Schema} */ (root.$defs?.[name]), root, value);
  }
  if (!schema.anyOf) return schema;
  const ways = schema.anyOf.filter((way) => way.type !== "null").map((way) => settled(way, root, value));
  const fitting = ways.find((way) => way.type === typeOf(value)) ?? ways[0];
  const { anyOf: _, ...rest } = schema;
  return { ...fitting, ...rest };
}

/** @param {any} value */
function typeOf(value) {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/**
 * Everything that `schema` finds wrong with `value`.
 * @param {any} value
 * @param {Schema} schema
 * @param {Schema} [root]
 * @param {Keys} [keys]
 * @returns {Problem[]}
 */
export function validate(value, schema, root = schema, keys = []) {
  const wanted = settled(schema, root, value);
  const name = called(keys);
  if (wanted.type && wanted.type !== typeOf(value) && !(wanted.type === "number" && typeof value === "number")) {
    return [{ keys, rule: "wrong-type", message: `${name} must be ${EXPECTED[wanted.type]}, not ${described(value)}` }];
  }
  if (wanted.type === "object") return ofMapping(value, wanted, root, keys);
  if (wanted.type === "array") return ofList(value, wanted, root, keys);
  const message = bound(value, wanted) ?? (wanted["x-form"] ? formFault(wanted, value) : null);
  if (!message) return [];
  const rule = message.startsWith("must ") || message === EMPTY ? "bounds" : wanted["x-form"];
  return [{ keys, rule: rule ?? "", message: `${name}${rule === "bounds" ? "" : ":"} ${message}` }];
}

const EMPTY = "is empty: fill it or leave it out";

/** What a message calls the value at `keys`. @param {Keys} keys */
function called(keys) {
  const key = [...keys].reverse().find((one) => typeof one === "string");
  if (key === undefined) return "this";
  return typeof keys[keys.length - 1] === "number" ? `an item of \`${key}\`` : `\`${key}\``;
}

/** @param {any} value */
function described(value) {
  if (typeof value === "string") return `the text \`${value}\``;
  return typeof value === "number" ? `the number ${value}` : "a list";
}

/**
 * @param {Record<string, any>} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Keys} keys
 */
function ofMapping(value, schema, root, keys) {
  if (schema.propertyNames) return ofLabeled(value, schema, root, keys);
  /** @type {Problem[]} */
  const found = [];
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    if (value[key] !== undefined) found.push(...validate(value[key], part, root, [...keys, key]));
    else if (schema.required?.includes(key)) {
      const message = `the key \`${key}\` is missing: it is required`;
      found.push({ keys: [...keys, key], rule: "missing-key", message });
    }
  }
  return found;
}

/**
 * A mapping whose keys are labels.
 * @param {Record<string, any>} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Keys} keys
 * @returns {Problem[]}
 */
function ofLabeled(value, schema, root, keys) {
  const { minLength = 0, maxLength = Infinity } = schema.propertyNames ?? {};
  const labels = Object.keys(value);
  const odd = labels.find((label) => [...label].length < minLength || [...label].length > maxLength);
  if (odd !== undefined) {
    const message = `${called(keys)}: the label ${quoted(odd)} must have ${minLength} to ${maxLength} characters`;
    return [{ keys, rule: "label", message }];
  }
  if (labels.length > (schema.maxProperties ?? Infinity)) return [tooMany(keys, schema.maxProperties ?? 0)];
  const item = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
  return labels.flatMap((label) => validate(value[label], item, root, [...keys, label]));
}

/** @param {Keys} keys @param {number} most @returns {Problem} */
function tooMany(keys, most) {
  return { keys, rule: "bounds", message: `${called(keys)} must have at most ${most} items` };
}

/**
 * @param {any[]} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Keys} keys
 * @returns {Problem[]}
 */
function ofList(value, schema, root, keys) {
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    return [tooMany(keys, schema.maxItems)];
  }
  return value.flatMap((item, index) => validate(item, schema.items ?? {}, root, [...keys, index]));
}

/**
 * @param {any} value
 * @param {Schema} schema
 */
function bound(value, schema) {
  if (typeof value === "string") {
    const length = [...value].length;
    if (length < (schema.minLength ?? 0)) return length ? `must have at least ${schema.minLength} characters` : EMPTY;
    if (length > (schema.maxLength ?? Infinity)) return `must have at most ${schema.maxLength} characters`;
  } else if (value < (schema.minimum ?? -Infinity)) return `must be at least ${schema.minimum}`;
  else if (value > (schema.maximum ?? Infinity)) return `must be at most ${schema.maximum}`;
  return null;
}

/**
 * `entry` without the values that `problems` are about: only those that are sound are judged further.
 * @param {Record<string, any>} entry
 * @param {Problem[]} problems
 */
export function soundPart(entry, problems) {
  const faulty = problems.map(({ keys, rule }) => String(rule === "missing-key" ? keys.slice(0, -1) : keys));
  return without(entry, new Set(faulty.filter(Boolean)), []);
}

/**
 * @param {any} value
 * @param {ReadonlySet<string>} faulty
 * @param {Keys} keys
 * @returns {any}
 */
function without(value, faulty, keys) {
  if (typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => !faulty.has(String([...keys, key])));
  const parts = kept.map(([key, part]) => [key, without(part, faulty, [...keys, key])]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
