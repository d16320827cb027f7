// circomlibjs with plain integers at its border: it keeps field elements as Montgomery bytes inside.
import { buildBabyjub, buildEddsa, buildPoseidonReference } from "circomlibjs";

/** Everything of circomlibjs that the vectors need. */
export async function loadCircomlib() {
  const [babyjub, eddsa, poseidon] = await Promise.all([buildBabyjub(), buildEddsa(), buildPoseidonReference()]);
  const { F } = babyjub;
  const lift = (point) => point.map((coordinate) => F.e(coordinate));
  const lower = (point) => point.map((coordinate) => F.toObject(coordinate));
  return {
    hash: (inputs) => poseidon.F.toObject(poseidon(inputs)),
    sign(privateKey, message) {
      const { R8, S } = eddsa.signPoseidon(privateKey, F.e(message));
      return { R8: lower(R8), S };
    },
    verify: (message, { R8, S }, publicKey) => eddsa.verifyPoseidon(F.e(message), { R8: lift(R8), S }, lift(publicKey)),
    publicKey: (privateKey) => lower(eddsa.prv2pub(privateKey)),
    packSignature: ({ R8, S }) => eddsa.packSignature({ R8: lift(R8), S }),
    packPoint: (point) => babyjub.packPoint(lift(point)),
    inSubgroup: (point) => babyjub.inSubgroup(lift(point)),
    onCurve: (point) => babyjub.inCurve(lift(point)),
    add: (p, q) => lower(babyjub.addPoint(lift(p), lift(q))),
    multiply: (point, scalar) => lower(babyjub.mulPointEscalar(lift(point), scalar)),
    base8: lower(babyjub.Base8),
    generator: lower(babyjub.Generator),
  };
}
