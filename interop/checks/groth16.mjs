// Our key and proof in snarkjs' forms, verified by snarkjs.
import { groth16 } from "snarkjs";

/** The files in the order of `snarkjs groth16 verify`. */
export default async function checkGroth16(verifyingKey, publicInputs, proof) {
  return (await groth16.verify(verifyingKey, publicInputs, proof)) ? null : "snarkjs refuses the proof";
}
