// The circuit of `circomlib-16` and `circomlib-18` in `cargo xtask peers`: what circom circuits do every day, all of it
// done by circomlib. `lib/signatures_and_hashes.mjs` makes its inputs and sets the counts.
pragma circom 2.0.0;

include "circomlib/circuits/bitify.circom";
include "circomlib/circuits/eddsaposeidon.circom";
include "circomlib/circuits/poseidon.circom";

// Signatures that hold, a chain of hashes over `link`, and numbers below 2^64.
template SignaturesAndHashes(signatures, hashes, numbers) {
    signal input key[signatures][2];
    signal input message[signatures];
    signal input nonce[signatures][2];
    signal input response[signatures];
    signal input start;
    signal input link[hashes];
    signal input number[numbers];
    signal output end;

    component verifier[signatures];
    for (var i = 0; i < signatures; i++) {
        verifier[i] = EdDSAPoseidonVerifier();
        verifier[i].enabled <== 1;
        verifier[i].Ax <== key[i][0];
        verifier[i].Ay <== key[i][1];
        verifier[i].R8x <== nonce[i][0];
        verifier[i].R8y <== nonce[i][1];
        verifier[i].S <== response[i];
        verifier[i].M <== message[i];
    }

    signal chain[hashes + 1];
    chain[0] <== start;
    component hash[hashes];
    for (var i = 0; i < hashes; i++) {
        hash[i] = Poseidon(2);
        hash[i].inputs[0] <== chain[i];
        hash[i].inputs[1] <== link[i];
        chain[i + 1] <== hash[i].out;
    }
    end <== chain[hashes];

    component bits[numbers];
    for (var i = 0; i < numbers; i++) {
        bits[i] = Num2Bits(64);
        bits[i].in <== number[i];
    }
}
