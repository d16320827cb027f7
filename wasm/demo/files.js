// What a file is, by its content: people drop several at once.

/** The longest file that is read: the largest key is far below it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A file's kind and content. Throws a sentence for people. */
export async function read(file) {
  if (file.size > MOST_BYTES) throw new Error(`${file.name} is too large to be a claim or a key.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = textOf(bytes);
  if (text === undefined) return { kind: "key", name: file.name, bytes };
  const value = parsed(text);
  if (value === null || typeof value !== "object") return { kind: "claim", text };
  if ("recipient" in value) return { kind: "payment", value };
  if ("network" in value && "task" in value) return { kind: "scope", value };
  if ("vk_alpha_1" in value) {
    throw new Error(`${file.name} is a key in snarkjs' form, which does not name its circuit: open the .vkey file.`);
  }
  return { kind: "claim", text };
}

/** JSON begins with a brace; a key begins with its version. */
function textOf(bytes) {
  if (bytes[0] === 1) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
