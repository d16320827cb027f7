// Written by `workproof export aptos` for the circuit relay-10, key 0xfd7547bcb3ecf8a409a1f67498c253eed61d2994ccb3b80e227838e6dbbb637f.
// DEVELOPMENT KEY: anyone can forge proofs for it. Never let this module decide about money.
module workproof::relay_10 {
    use std::option;
    use std::vector;
    use aptos_std::bn254_algebra::{Fr, FormatFrLsb, FormatG1Uncompr, FormatG2Uncompr, G1, G2, Gt};
    use aptos_std::crypto_algebra::{add, deserialize, eq, multi_pairing, neg, scalar_mul, zero};

    // The key's points in arkworks' uncompressed form.
    const ALPHA: vector<u8> = x"1d162cec75dfb3b44fbe7328c866f1cbb1bae7d2a989dadeb611452acb39d92a83c0d5b4f73cf7de481aad33a670bc53f2683a6a25d0a15209d35606c1bfb213";
    const BETA: vector<u8> = x"6cadcb3d71368e8a96b8b327d81961b2b9e7c209bc41d6c698a24b6afb94051d722ec76127885ecd6387a9fca6bffb548e259c72a487c2bd723276ef21a91116fb8368daae4cf1db4b9256ead2ff94c079f94f9b4a622d1ea0809a43b1677116f4210ae8eb9bc7c1e8af9b0f6b8db774f3288295ca2ad904490bf0238ab5e49c";
    const GAMMA: vector<u8> = x"edf692d95cbdde46ddda5ef7d422436779445c5e66006a42761e1f12efde0018c212f3aeb785e49712e7a9353349aaf1255dfb31b7bf60723a480d9293938e19aa7dfa6601cce64c7bd3430c69e7d1e38f40cb8d8071ab4aeb6d8cdba55ec8125b9722d1dcdaac55f38eb37033314bbc95330c69ad999eec75f05f58d0890609";
    const DELTA: vector<u8> = x"b140a5c80d6c8e1ad93c445492e06e1b282ecb03b5a2720ac61cee76600b10289310495cd78a81f00008fb985ab964b3a6d11951df257eca10a59dae24f71d0c7d61433435ee6b9f1da797b0510262e416ce2214e01440e9501cd04fd1410919afdca429c9957ca2d20ec0d1ff86de434dd9b88d3709f5fd843912221d2556a3";
    const IC: vector<vector<u8>> = vector[
        x"5a9ecf1030df882e6c69d5b8bc593cbbb4ce7f23d609cab1528540d5a1004d24d175375b1fa48efd9ca867155ba18003c7ac4113ea34c3ba83322a93edc7ef99",
        x"0b31bc1e2c3b3974adfc5844a1381e3fc0d40111ed72d5dc7b5ac2c6d4ceb02330c60b46e5e9e297e9c78270c0db1a0e6c113e761f7efcce6efb4a0b2c8ea4a8",
        x"8ec0415c528a9f461980e7333c0d46eb97e20a4abc16786bc12288390187d40d2b51f4dfd509cc2e9a98a9f3c6b3495962766908852026d5e0b4ab757f3084a5",
        x"0cee291c26c5fb7274ac1c8ef3ce4549fc9f829b0c6910eb4f3d9dbe4b299b1e98114fe9028ea01e361d8e6db852734669bb9b51aa38c7e01785f460a29ac101",
        x"b107155b43a23c052e5ac46a4e8d77503b0655a4bb2b7f2c6ea96edccac4102538ded446b5c74d336d4c6ce4277d0a5cfbff870d380580819a7b539598bd7998",
        x"8e4dab7774576e128fd95f3ac43b37f9560c23b8b4645bbde9de76ada9dba52d9a8694e9bc04c435b549eeadec82577d36f641187666cb14bebb99a0938fe40a",
        x"9aed4a82a73d4480d6ebb09a9af05420b8781e0a74fad7d26904ab6b3e7d962ba9f8583c98ae62d88dffc7567d06543868543010b5fe0e20612d5fc89da802ad",
        x"27013d70db3eba52932671aab7ab3a9eaee82ba6eecb84f1275fc5529ba8670b1f88f45626f12dce44cabd8dceace14439f9f3de2069490ef2cc54d801b1aa0d"
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
