// @ts-check
/** Validate an entry by its JSON Schema, with the messages of `medvlm check`. */
import { findFormError } from "./forms.js";
import { quoted } from "./quoted.js";

/** @typedef {(string | number)[]} Keys */
/** @typedef {{ keys: Keys, rule: string, message: string, warning?: boolean }} Problem */
/**
 * The part of JSON Schema that the entry's schema uses.
 * @typedef {{
 *   $ref?: string, $defs?: Record<string, Schema>, type?: string, anyOf?: Schema[], enum?: string[],
 *   properties?: Record<string, Schema>, required?: string[], items?: Schema, pattern?: string,
 *   propertyNames?: Schema, additionalProperties?: Schema | boolean, maxProperties?: number,
 *   patternProperties?: Record<string, Schema>,
 *   minLength?: number, maxLength?: number, minItems?: number, maxItems?: number,
 *   minimum?: number, maximum?: number,
 *   "x-form"?: string, "x-vocabulary"?: string, "x-reference"?: string,
 *   "x-identifier"?: { name: string, foundBy: string, expected: string, mistakes: [string, string][] },
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
 * Return the part of `schema` that describes `value`, without `$ref` and `anyOf`.
 * @param {Schema} schema
 * @param {Schema} root
 * @param {any} value
 * @returns {Schema}
 */
export function resolveSchema(schema, root, value) {
  if (schema.$ref) {
    const name = schema.$ref.split("/").pop() ?? "";
    return resolveSchema(/** @type {Schema} */ (root.$defs?.[name]), root, value);
  }
  if (!schema.anyOf) return schema;
  const choices = schema.anyOf.filter((choice) => choice.type !== "null").map((choice) => resolveSchema(choice, root, value));
  const fitting = choices.find((choice) => choice.type === typeOf(value)) ?? choices[0];
  const { anyOf: _, ...rest } = schema;
  return { ...fitting, ...rest };
}

/** @param {any} value */
function typeOf(value) {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/**
 * Return all that is wrong with `value` by `schema`.
 * @param {any} value
 * @param {Schema} schema
 * @param {Schema} [root]
 * @param {Keys} [keys]
 * @param {boolean} [isRequired]
 * @returns {Problem[]}
 */
export function validate(value, schema, root = schema, keys = [], isRequired = false) {
  if (value === null) return []; // a cell where no number is printed
  const wanted = resolveSchema(schema, root, value);
  const name = nameOf(keys);
  if (wanted.type && wanted.type !== typeOf(value) && !(wanted.type === "number" && typeof value === "number")) {
    return [{ keys, rule: "wrong-type", message: `${name} must be ${EXPECTED[wanted.type]}, not ${describe(value)}` }];
  }
  if (wanted.type === "object") return validateMapping(value, wanted, root, keys);
  if (wanted.type === "array") return validateList(value, wanted, root, keys);
  const message = findBoundError(value, wanted, isRequired) ?? (wanted["x-form"] ? findFormError(wanted, value) : null);
  if (!message) return [];
  const rule = message.startsWith("must ") || message.startsWith("is empty") ? "bounds" : wanted["x-form"];
  return [{ keys, rule: rule ?? "", message: `${name}${rule === "bounds" ? "" : ":"} ${message}` }];
}

const EMPTY = "is empty: fill it in, or delete it";
const EMPTY_REQUIRED = "is empty: it is required, fill it in";

/** Return what a message calls the value at `keys`. @param {Keys} keys */
function nameOf(keys) {
  const key = [...keys].reverse().find((step) => typeof step === "string");
  if (key === undefined) return "this";
  return typeof keys[keys.length - 1] === "number" ? `an item of \`${key}\`` : `\`${key}\``;
}

/** @param {any} value */
function describe(value) {
  if (typeof value === "string") return `the text \`${value}\``;
  return typeof value === "number" ? `the number ${value}` : "a list";
}

/**
 * @param {Record<string, any>} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Keys} keys
 */
function validateMapping(value, schema, root, keys) {
  const labelError = findLabelError(value, schema);
  if (labelError !== undefined) return [{ keys, rule: "label", message: `${nameOf(keys)}: ${labelError}` }];
  if (schema.maxProperties !== undefined && Object.keys(value).length > schema.maxProperties) {
    return [tooMany(keys, schema.maxProperties)];
  }
  /** @type {Problem[]} */
  const found = findKeyErrors(value, schema, keys);
  const anyValue = schemaOfValues(schema);
  for (const [key, part] of Object.entries(anyValue ? value : {})) found.push(...validate(part, anyValue ?? {}, root, [...keys, key]));
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    if (value[key] !== undefined) found.push(...validate(value[key], part, root, [...keys, key], schema.required?.includes(key)));
    else if (schema.required?.includes(key)) {
      const message = `the key \`${key}\` is missing: it is required`;
      found.push({ keys: [...keys, key], rule: "missing-key", message });
    }
  }
  return found;
}

/** Return what the values of a mapping with any keys must be. @param {Schema} schema @returns {Schema | undefined} */
export function schemaOfValues({ additionalProperties, patternProperties }) {
  if (typeof additionalProperties === "object") return additionalProperties;
  return Object.values(patternProperties ?? {})[0];
}

/** Return what is wrong with keys of a certain form. @param {Record<string, any>} value @param {Schema} schema @param {Keys} keys @returns {Problem[]} */
function findKeyErrors(value, { propertyNames: names }, keys) {
  const form = names?.["x-form"];
  if (!names || !form) return [];
  return Object.keys(value).flatMap((key) => {
    const message = findFormError(names, key);
    return message ? [{ keys: [...keys, key], rule: form, message }] : [];
  });
}

/**
 * Return what is wrong with a label among the keys of `value`. Keys that are terms have their own rule.
 * @param {Record<string, any>} value
 * @param {Schema} schema
 */
function findLabelError(value, { propertyNames: names }) {
  if (!names || names["x-vocabulary"] || names["x-form"]) return undefined;
  const { minLength = 0, maxLength = Infinity } = names;
  const odd = Object.keys(value).find((label) => [...label].length < minLength || [...label].length > maxLength);
  return odd === undefined ? odd : `the label ${quoted(odd)} must have ${minLength} to ${maxLength} characters`;
}

/** @param {Keys} keys @param {number} most @returns {Problem} */
function tooMany(keys, most) {
  return { keys, rule: "bounds", message: `${nameOf(keys)} must have at most ${most} items` };
}

/**
 * @param {any[]} value
 * @param {Schema} schema
 * @param {Schema} root
 * @param {Keys} keys
 * @returns {Problem[]}
 */
function validateList(value, schema, root, keys) {
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    return [tooMany(keys, schema.maxItems)];
  }
  return value.flatMap((item, index) => validate(item, schema.items ?? {}, root, [...keys, index]));
}

/**
 * @param {any} value
 * @param {Schema} schema
 * @param {boolean} isRequired
 */
function findBoundError(value, schema, isRequired) {
  if (typeof value === "string") {
    const length = [...value].length;
    if (length === 0 && schema.minLength) return isRequired ? EMPTY_REQUIRED : EMPTY;
    if (length < (schema.minLength ?? 0)) return `must have at least ${schema.minLength} characters`;
    if (length > (schema.maxLength ?? Infinity)) return `must have at most ${schema.maxLength} characters`;
  } else if (value < (schema.minimum ?? -Infinity)) return `must be at least ${schema.minimum}`;
  else if (value > (schema.maximum ?? Infinity)) return `must be at most ${schema.maximum}`;
  return null;
}

/**
 * Return `entry` without the invalid values that `problems` are about; the rest is checked further.
 * A row with an invalid number is emptied: without that number, the others would be in other columns.
 * @param {Record<string, any>} entry
 * @param {Problem[]} problems
 */
export function validPart(entry, problems) {
  const invalid = problems.map(({ keys, rule }) => String(rule === "missing-key" ? keys.slice(0, -1) : keys));
  return without(entry, new Set(invalid.filter(Boolean)), []);
}

/**
 * @param {any} value
 * @param {ReadonlySet<string>} invalid
 * @param {Keys} keys
 * @returns {any}
 */
function without(value, invalid, keys) {
  if (value === null || typeof value !== "object") return value;
  if (keys[keys.length - 1] === "values") {
    return Object.keys(value).some((index) => invalid.has(String([...keys, index]))) ? value.map(() => "") : value;
  }
  const kept = Object.entries(value).filter(([key]) => !invalid.has(String([...keys, key])));
  const parts = kept.map(([key, part]) => [key, without(part, invalid, [...keys, key])]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
