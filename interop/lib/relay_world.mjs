// One network as other people's packages see it: contributors, attesters, and the vouchers of one contributor.
import { Identity } from "@semaphore-protocol/identity";
import { derivePublicKey, signMessage } from "@zk-kit/eddsa-poseidon";
import { attesterLeaf, contributorId, scopeOf, voucherMessage } from "./domain.mjs";
import { attesterTree, contributorRegistry } from "./trees.mjs";

/** The fields of the scope that all vouchers here are signed for. */
export const SCOPE_FIELDS = {
  network: 0x6e6574776f726bn,
  chainId: 1n,
  settlement: 0x0123456789abcdef0123456789abcdef01234567n,
  fact: "relay",
  task: 42n,
  policy: 0n,
};

/** The payment that a claim over this world may ask for. */
export const PAYMENT_FIELDS = {
  recipient: 0x89abcdef0123456789abcdef0123456789abcdefn,
  chainId: SCOPE_FIELDS.chainId,
  settlement: SCOPE_FIELDS.settlement,
  token: 0n,
  deadline: 4_102_444_800n,
};

const BASE_UNITS = 1_000_000_000n;

/** Attester `index`: its private key is fixed, its cap leaves room above what it signs. */
function attester(index) {
  const privateKey = Buffer.from(`attester ${index}`);
  return { index, privateKey, publicKey: derivePublicKey(privateKey), cap: 2n * BASE_UNITS + BigInt(index) };
}

function signVoucher({ scope, contributor, units, attesterIndex }, { privateKey, publicKey }) {
  const message = voucherMessage({ scope, contributor, units, attesterIndex });
  return { scope, contributor, units, attesterIndex, publicKey, signature: signMessage(privateKey, message) };
}

/** What may be wrong with the first voucher; each takes the world and gives the vouchers back. */
export const DEFECTS = {
  "wrong-signature": ({ vouchers: [first, ...rest] }) => [{ ...first, units: first.units + 1n }, ...rest],
  "other-scope": (world) => resign(world, { scope: world.scope + 1n }),
  "other-contributor": (world) => resign(world, { contributor: world.contributor + 1n }),
  "over-cap": (world) => resign(world, { units: world.attesters[world.vouchers[0].attesterIndex].cap + 1n }),
  twice: ({ vouchers }) => [vouchers[0], ...vouchers],
  unregistered: (world) => {
    const [first, ...rest] = world.vouchers;
    const stranger = attester(world.attesters.length + 1);
    return [signVoucher(first, stranger), ...rest];
  },
};

function resign({ vouchers: [first, ...rest], attesters }, changes) {
  return [signVoucher({ ...first, ...changes }, attesters[first.attesterIndex]), ...rest];
}

/**
 * Builds the network. The contributor stands in the middle of the registry; the vouchers come from attesters that are
 * spread over the tree, in the order of their index.
 */
export function buildWorld({ contributors, attesters: attesterCount, vouchers: voucherCount, scope, defect }) {
  if (voucherCount > attesterCount) throw new Error("there are more vouchers than attesters");
  const identities = Array.from({ length: contributors }, (_, index) => new Identity(`contributor ${index}`));
  const identityIndex = contributors >> 1;
  const identity = identities[identityIndex];
  const attesters = Array.from({ length: attesterCount }, (_, index) => attester(index));
  const contributor = contributorId(identity.publicKey);
  const chosen = Array.from({ length: voucherCount }, (_, step) => Math.floor((step * attesterCount) / voucherCount));
  const world = {
    scope: scope ?? scopeOf(SCOPE_FIELDS),
    identity,
    identityIndex,
    contributor,
    registry: contributorRegistry(identities.map(({ commitment }) => commitment)),
    attesters,
    tree: attesterTree(attesters.map(({ publicKey, cap }) => attesterLeaf(publicKey, cap))),
    vouchers: [],
  };
  world.vouchers = chosen.map((attesterIndex, step) => {
    const units = BASE_UNITS + BigInt(step);
    return signVoucher({ scope: world.scope, contributor, units, attesterIndex }, attesters[attesterIndex]);
  });
  if (defect) world.vouchers = DEFECTS[defect](world);
  return world;
}
