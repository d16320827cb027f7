// Keccak-256 with its top byte cleared, and the domain tags that are written as words.
import { decimal, hex } from "../lib/field.mjs";
import { domainTag, hashToField, paymentOf, scopeOf } from "../lib/domain.mjs";
import { paymentForm, scopeForm } from "../lib/forms.mjs";
import { packageSource } from "../lib/packages.mjs";

const TAGS = [
  "scope",
  "message",
  "nullifier",
  "nullifier-grader",
  "voucher",
  "attester-leaf",
  "gold-commitment",
  "answer-commitment",
  "task-policy",
  "fact/relay",
  "fact/gold",
];

const LARGEST = 2n ** 256n - 1n;
const LARGEST_INTEGER = 2n ** 64n - 1n;
const ADDRESS = 0x00000000000000000000000089abcdef0123456789abcdef0123456789abcdefn;

const SCOPES = [
  { network: 1n, chainId: 1n, settlement: ADDRESS, fact: "relay", task: 7n, policy: 0n },
  { network: 1n, chainId: 1n, settlement: ADDRESS, fact: "gold", task: 7n, policy: 0n },
  { network: 0n, chainId: 0n, settlement: 0n, fact: "relay", task: 0n, policy: 0n },
  { network: LARGEST, chainId: LARGEST_INTEGER, settlement: LARGEST, fact: "gold", task: LARGEST, policy: LARGEST },
];

const PAYMENTS = [
  { recipient: ADDRESS, chainId: 1n, settlement: ADDRESS + 1n, token: ADDRESS + 2n, deadline: 1_900_000_000n },
  { recipient: 0n, chainId: 0n, settlement: 0n, token: 0n, deadline: 0n },
  { recipient: LARGEST, chainId: LARGEST_INTEGER, settlement: LARGEST, token: LARGEST, deadline: LARGEST_INTEGER },
];

const LENGTHS = [0, 1, 31, 32, 33, 135, 136, 137, 192, 224, 300];

const scopeVector = (fields) => ({ ...scopeForm(fields), field: decimal(scopeOf(fields)) });

const paymentVector = (fields) => ({ ...paymentForm(fields), field: decimal(paymentOf(fields)) });

export default function hashToFieldVectors() {
  const inputs = LENGTHS.map((length) => Buffer.from(Array.from({ length }, (_, index) => (7 * index + length) % 256)));
  return {
    source: [packageSource("@noble/hashes")],
    description: "field = keccak256(bytes) with its first byte cleared, read big-endian; tags are ASCII, read big-endian; " +
      "a scope is the words tag, network, chain id, settlement, fact tag, task, policy, and a payment is the words tag, " +
      "recipient, chain id, settlement, token, deadline, each 32 bytes, big-endian",
    vectors: inputs.map((bytes) => ({ bytes: hex(bytes), field: decimal(hashToField(bytes)) })),
    domain_tags: TAGS.map((name) => ({ text: `workproof/v1/${name}`, field: decimal(domainTag(name)) })),
    scopes: SCOPES.map(scopeVector),
    payments: PAYMENTS.map(paymentVector),
  };
}
