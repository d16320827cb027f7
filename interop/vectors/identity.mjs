// Semaphore v4 identities made from fixed private keys: text, bytes, and the export string of each.
import { Identity } from "@semaphore-protocol/identity";
import { decimal, hex } from "../lib/field.mjs";
import { packageSource } from "../lib/packages.mjs";

const TEXTS = ["workproof", "contributor 1", "grüße, 世界", "0x00", "a".repeat(111), "b".repeat(112), "c".repeat(300)];

const BYTES = [
  Buffer.alloc(32),
  Buffer.alloc(32, 0xff),
  Buffer.from(Array.from({ length: 32 }, (_, index) => index)),
  Buffer.from([0]),
  Buffer.from("ff00fe01", "hex"),
  Buffer.alloc(128, 0x5a),
];

function vector(form, privateKey) {
  const identity = new Identity(privateKey);
  const exported = identity.export();
  if (Identity.import(exported).commitment !== identity.commitment) throw new Error("an import differs from its export");
  return {
    form,
    ...(form === "text" ? { text: privateKey } : {}),
    private_key: hex(Buffer.from(privateKey)),
    export: exported,
    secret_scalar: identity.secretScalar.toString(),
    public_key: identity.publicKey.map(decimal),
    commitment: decimal(identity.commitment),
  };
}

export default function identityVectors() {
  return {
    source: [packageSource("@semaphore-protocol/identity")],
    description:
      "private_key holds the bytes that are hashed (a text's UTF-8); export is their base64; commitment = H_2(public key). " +
      "Semaphore takes the keys under refused, the project does not.",
    refused: [{ ...vector("text", ""), reason: "the private key is empty" }],
    vectors: [...TEXTS.map((text) => vector("text", text)), ...BYTES.map((bytes) => vector("bytes", bytes))],
  };
}
