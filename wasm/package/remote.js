import { WorkproofError } from "./error.js";

/** Starts a worker and returns the classes and functions that it offers; each call returns a promise. */
export function connect(worker) {
  const waiting = new Map();
  let last = 0;
  let stopped;

  const stop = (error) => {
    stopped ??= error;
    for (const { reject } of waiting.values()) reject(stopped);
    waiting.clear();
    worker.terminate();
  };
  listen(worker, ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (waiting.size === 0) worker.unref?.();
    if (error) reject?.(Object.assign(new WorkproofError(error.code, error.message), { stack: error.stack }));
    else resolve?.(result?.object === undefined ? result?.value : remote(result.object));
  }, (cause) => stop(new WorkproofError("load-failed", `the worker stopped: ${cause?.message ?? cause}`)));

  const send = (target, method, args) =>
    new Promise((resolve, reject) => {
      if (stopped) throw stopped;
      last += 1;
      waiting.set(last, { resolve, reject });
      // Node.js stays for an answer that is awaited, and not for the worker alone
      worker.ref?.();
      worker.postMessage({ id: last, target, method, args });
    });

  /** An object in the worker. `then` is left out, or a promise of it would wait for ever. */
  const remote = (target) =>
    new Proxy(Object.freeze({}), {
      get: (_, method) =>
        typeof method === "string" && method !== "then" ? (...args) => send(target, method, args) : undefined,
    });

  return { remote, call: (name, args) => send("", name, args), stop: () => stop(new WorkproofError("closed", "the worker was stopped")) };
}

/** Browsers and Node.js name the same things differently. */
function listen(worker, message, failure) {
  if (typeof worker.on === "function") {
    worker.on("message", message);
    worker.on("error", failure);
    worker.unref();
    return;
  }
  worker.addEventListener("message", ({ data }) => message(data));
  worker.addEventListener("error", failure);
}

/** The constructor of workers: the browser's, or that of Node.js, which no bundler has to see. */
export function workerClass() {
  const found = globalThis.Worker ?? globalThis.process?.getBuiltinModule?.("node:worker_threads").Worker;
  if (found === undefined) throw new WorkproofError("load-failed", "there are no workers here");
  return found;
}
