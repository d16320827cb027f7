import { WorkproofError } from "./error.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Fetches a module and starts it. Node.js reads it from disk; it can do so with no import that a bundler would see. */
export async function start(url) {
  try {
    const files = url.protocol === "file:" && globalThis.process?.getBuiltinModule?.("node:fs/promises");
    if (files) return (await WebAssembly.instantiate(await files.readFile(url))).instance.exports;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    // a server that does not know the type of .wasm files is no reason to fail
    return (await WebAssembly.instantiate(await response.arrayBuffer())).instance.exports;
  } catch (cause) {
    throw new WorkproofError("load-failed", `the WebAssembly module did not load: ${cause.message}`, { cause });
  }
}

/** Calls an export with bytes and returns the bytes it answers. Its numbers come first. */
export function call(exports, name, numbers, bytes) {
  let reply, refused;
  try {
    const place = exports.reserve(bytes.length) >>> 0;
    if (place === 0) throw new WorkproofError("too-large", `${bytes.length} bytes are too many`);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    refused = exports[name](...numbers, bytes.length);
    const start = exports.reply_pointer() >>> 0;
    reply = new Uint8Array(exports.memory.buffer).slice(start, start + exports.reply_length());
    exports.release();
  } catch (cause) {
    if (cause instanceof WorkproofError) throw cause;
    throw new WorkproofError("internal", `the module stopped: ${cause.message}`, { cause });
  }
  if (refused === 0) return reply;
  const [code, ...text] = decoder.decode(reply).split("\n");
  throw new WorkproofError(code, text.join("\n"));
}

/** Several arguments in one run of bytes, each behind its length. */
export function pack(parts) {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let place = 0;
  for (const part of parts) {
    view.setUint32(place, part.length, true);
    bytes.set(part, place + 4);
    place += 4 + part.length;
  }
  return bytes;
}

/** A number of 32 bits as bytes. */
export function number(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** Text as bytes; longer text than `most` is refused before it is copied. */
export function encode(text, most, what) {
  if (text.length > most) throw new WorkproofError("too-large", `${what} has at most ${most} bytes`);
  return encoder.encode(text);
}

export function decode(bytes) {
  return decoder.decode(bytes);
}

/** JSON of a string, of bytes that hold it, or of a plain object. A bigint becomes a decimal string, as the forms want it. */
export function json(value, most, what) {
  if (typeof value === "string") return encode(value, most, what);
  if (value instanceof Uint8Array) {
    if (value.length > most) throw new WorkproofError("too-large", `${what} has at most ${most} bytes`);
    return value;
  }
  if (typeof value !== "object" || value === null) {
    throw new WorkproofError("wrong-type", `${what} is a string, a Uint8Array or an object`);
  }
  let text;
  try {
    text = JSON.stringify(value, (_, item) => (typeof item === "bigint" ? item.toString() : item));
  } catch (cause) {
    throw new WorkproofError("wrong-type", `${what} cannot be written as JSON: ${cause.message}`, { cause });
  }
  return encode(text ?? "", most, what);
}

/** Objects in the module's memory that nobody can reach any more are let go of. */
const forgotten = new FinalizationRegistry((close) => close());

/** An object that lives in a module's memory. */
export class Held {
  #handle;
  #close;

  constructor(handle, close) {
    this.#handle = handle;
    this.#close = () => close(handle);
    forgotten.register(this, this.#close, this);
  }

  /** Its number, for calls. */
  get handle() {
    if (this.#close === undefined) throw new WorkproofError("closed", "this object was closed");
    return this.#handle;
  }

  close() {
    if (this.#close === undefined) return;
    forgotten.unregister(this);
    this.#close();
    this.#close = undefined;
  }
}
