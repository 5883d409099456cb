import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { copy } from "../../site_docs/assets/copying/copy.js";

const refuse = () => Promise.reject(new Error("NotAllowedError"));
afterEach(() => {
  delete globalThis.ClipboardItem;
  delete globalThis.navigator;
});

/** Give the page a clipboard; returns what is written to it. */
function clipboard({ write, writeText }) {
  const written = [];
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {
    clipboard: {
      write: write && (async ([item]) => written.push(await (await item["text/plain"]).text())),
      writeText: writeText && (writeText === refuse ? refuse : async (text) => written.push(text)),
    },
  } });
  globalThis.ClipboardItem = class {
    constructor(types) {
      Object.assign(this, types);
    }
  };
  return written;
}

test("a text that is still loading is given to the clipboard in the task of the click", async () => {
  const calls = [];
  clipboard({ write: true });
  navigator.clipboard.write = async () => calls.push("write");
  const copied = copy(new Promise((resolve) => setImmediate(() => resolve("later"))));
  assert.deepEqual(calls, ["write"]);
  assert.equal(await copied, true);
});

test("the text is written once it is there", async () => {
  const written = clipboard({ write: true });
  assert.equal(await copy(Promise.resolve("text")), true);
  assert.deepEqual(written, ["text"]);
});

test("without items the text is written as such", async () => {
  const written = clipboard({ writeText: true });
  delete globalThis.ClipboardItem;
  assert.equal(await copy("text"), true);
  assert.deepEqual(written, ["text"]);
});

test("where the browser refuses, or has no clipboard, nothing is copied", async () => {
  clipboard({ writeText: refuse });
  assert.equal(await copy(Promise.resolve("text")), false);
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: {} });
  assert.equal(await copy("text"), false);
});

test("a text that cannot be loaded is an error", async () => {
  clipboard({ write: true, writeText: true });
  await assert.rejects(copy(Promise.reject(new Error("503"))), /503/);
});
