import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { MAX_SILENCE, fetchData, fetchText } from "../../site_docs/assets/browse/fetching.js";

const fetchBefore = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetchBefore;
  mock.timers.reset();
});

/** A server that sends what the test says, and that a caller may leave. */
function serve() {
  mock.timers.enable({ apis: ["setTimeout"] });
  const server = { asked: [] };
  globalThis.fetch = async (address, { cache, signal }) => {
    server.asked.push(cache);
    const body = new ReadableStream({
      start(sender) {
        server.send = (text) => sender.enqueue(new TextEncoder().encode(text));
        server.end = () => sender.close();
        signal.addEventListener("abort", () => sender.error(signal.reason));
      },
    });
    return new Response(body);
  };
  return server;
}

/** Let time pass once all that has come is read. */
async function pass(time) {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  mock.timers.tick(time);
}

test("a file that falls silent on its way is a failure, and is not waited for once more", async () => {
  const server = serve();
  const reading = fetchData("file");
  const failing = assert.rejects(reading, { name: "AbortError" });
  await pass(0);
  server.send('{"a":');
  await pass(MAX_SILENCE);
  await failing;
  assert.deepEqual(server.asked, ["force-cache"]);
});

test("a file that comes slowly is read, however long it takes", async () => {
  const server = serve();
  const reading = fetchData("file");
  await pass(0);
  for (const part of ['{"a"', ': "ü', '"}']) {
    server.send(part);
    await pass(MAX_SILENCE - 1);
  }
  server.end();
  assert.deepEqual(await reading, { a: "ü" });
});

test("a file whose turn comes late is waited for while another one comes", async () => {
  const server = serve();
  const last = fetchText("last");
  await pass(0);
  const sendLast = [server.send, server.end];
  const first = fetchText("first");
  await pass(0);
  for (const part of ["1", "2", "3"]) {
    server.send(part);
    await pass(MAX_SILENCE - 1);
  }
  server.end();
  assert.equal(await first, "123");
  sendLast[0]("4");
  sendLast[1]();
  assert.equal(await last, "4");
  const failing = assert.rejects(fetchText("silent"), { name: "AbortError" });
  await pass(MAX_SILENCE);
  await failing;
});

test("a server that does not answer at all is a failure", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.fetch = (_, { signal }) => new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
  const failing = assert.rejects(fetchText("file"), { name: "AbortError" });
  await pass(MAX_SILENCE);
  await failing;
});

test("a kept copy that cannot be read is fetched again", async () => {
  const asked = [];
  globalThis.fetch = async (_, { cache }) => {
    asked.push(cache);
    return cache === "reload" ? Response.json([1]) : new Response("<p>Please log in");
  };
  assert.deepEqual(await fetchData("file"), [1]);
  assert.deepEqual(asked, ["force-cache", "reload"]);
});

test("no timer stays behind a file that is read, nor behind one that is missing", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  const signals = [];
  globalThis.fetch = async (address, { signal }) => {
    signals.push(signal);
    return new Response("text", { status: address === "file" ? 200 : 404 });
  };
  assert.equal(await fetchText("file"), "text");
  await assert.rejects(fetchText("missing"), /404 for missing/);
  await pass(MAX_SILENCE);
  assert.ok(signals.every(({ aborted }) => !aborted));
});
