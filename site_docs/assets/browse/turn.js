// @ts-check
/** Long work in pieces: between two of them the worker hears what it is asked. */

/** Wait until all messages that were sent have arrived. A timeout would take longer: browsers make it at least 4 ms. */
export function turn() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", resolve, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
