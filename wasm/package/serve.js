/** The worker's side: once it is ready, runs what is asked for on the offered classes and
 * functions, and keeps the objects. */
export function serve(offered, ready) {
  const port = globalThis.process?.getBuiltinModule?.("node:worker_threads").parentPort ?? globalThis;
  const classes = Object.values(offered).filter((value) => typeof value === "function" && value.prototype);
  const isObject = (value) => classes.some((one) => value instanceof one);
  const objects = new Map();
  let last = 0;

  const run = async ({ target, method, args }) => {
    await ready;
    const on = target === "" ? offered : (objects.get(target) ?? offered[target]);
    if (typeof on?.[method] !== "function") throw new TypeError(`the worker offers no ${target}.${method}`);
    const value = await on[method](...args);
    if (method === "close") objects.delete(target);
    if (!isObject(value)) return { value };
    last += 1;
    objects.set(last, value);
    return { object: last };
  };

  // a failure is told to whoever asks
  Promise.resolve(ready).catch(() => {});
  const answer = async (request) => {
    try {
      port.postMessage({ id: request.id, result: await run(request) });
    } catch ({ code = "wrong-type", message, stack }) {
      port.postMessage({ id: request.id, error: { code, message, stack } });
    }
  };
  if (typeof port.on === "function") port.on("message", answer);
  else port.addEventListener("message", ({ data }) => answer(data));
}
