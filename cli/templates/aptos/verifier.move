// Written by `workproof export aptos` for the circuit {{circuit}}, key {{key_id}}.{{warning}}
module workproof::{{module}} {
    use std::option;
    use std::vector;
    use aptos_std::bn254_algebra::{Fr, FormatFrLsb, FormatG1Uncompr, FormatG2Uncompr, G1, G2, Gt};
    use aptos_std::crypto_algebra::{add, deserialize, eq, multi_pairing, neg, scalar_mul, zero};

    // The key's points in arkworks' uncompressed form.
    const ALPHA: vector<u8> = x"{{alpha}}";
    const BETA: vector<u8> = x"{{beta}}";
    const GAMMA: vector<u8> = x"{{gamma}}";
    const DELTA: vector<u8> = x"{{delta}}";
    const IC: vector<vector<u8>> = vector[
{{ic}}
    ];

    /// Whether a proof holds for public inputs of 32 bytes little-endian. `deserialize` refuses points that are none and inputs
    /// that are not below r. Whoever pays computes scope and message itself and keeps the nullifiers.
    public fun verify(inputs: vector<vector<u8>>, a: vector<u8>, b: vector<u8>, c: vector<u8>): bool {
        if (vector::length(&inputs) + 1 != vector::length(&IC)) return false;
        let sum = deserialize<G1, FormatG1Uncompr>(vector::borrow(&IC, 0));
        let sum = option::extract(&mut sum);
        let index = 0;
        while (index < vector::length(&inputs)) {
            let input = deserialize<Fr, FormatFrLsb>(vector::borrow(&inputs, index));
            if (option::is_none(&input)) return false;
            let point = deserialize<G1, FormatG1Uncompr>(vector::borrow(&IC, index + 1));
            sum = add(&sum, &scalar_mul(&option::extract(&mut point), &option::extract(&mut input)));
            index = index + 1;
        };
        let a = deserialize<G1, FormatG1Uncompr>(&a);
        let b = deserialize<G2, FormatG2Uncompr>(&b);
        let c = deserialize<G1, FormatG1Uncompr>(&c);
        if (option::is_none(&a) || option::is_none(&b) || option::is_none(&c)) return false;
        let alpha = deserialize<G1, FormatG1Uncompr>(&ALPHA);
        let beta = deserialize<G2, FormatG2Uncompr>(&BETA);
        let gamma = deserialize<G2, FormatG2Uncompr>(&GAMMA);
        let delta = deserialize<G2, FormatG2Uncompr>(&DELTA);
        let product = multi_pairing<G1, G2, Gt>(
            &vector[neg(&option::extract(&mut a)), option::extract(&mut alpha), sum, option::extract(&mut c)],
            &vector[
                option::extract(&mut b),
                option::extract(&mut beta),
                option::extract(&mut gamma),
                option::extract(&mut delta),
            ],
        );
        eq(&product, &zero<Gt>())
    }
}
