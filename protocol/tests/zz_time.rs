use std::time::Instant;
use workproof_protocol::*;
#[test]
fn t() {
    fn run<const N: usize>() {
        let mut x = [Fr::from(3u64); N];
        let _ = poseidon::hash(x);
        let s = Instant::now();
        for _ in 0..2000 {
            x[0] = poseidon::hash(x);
        }
        println!("H_{N} {:?}", s.elapsed() / 2000);
    }
    run::<1>();
    run::<2>();
    run::<4>();
    run::<5>();
    run::<16>();
    let k = SigningKey::from_private_key(b"a").unwrap();
    let s = Instant::now();
    for i in 0..200u64 {
        let _ = k.sign(Fr::from(i));
    }
    println!("sign {:?}", s.elapsed() / 200);
    let g = k.sign(Fr::from(1u64));
    let s = Instant::now();
    for _ in 0..200 {
        k.public_key().verify(Fr::from(1u64), &g).unwrap();
    }
    println!("verify {:?}", s.elapsed() / 200);
    let s = Instant::now();
    for _ in 0..200 {
        PublicKey::new(*k.public_key().point()).unwrap();
    }
    println!("subgroup {:?}", s.elapsed() / 200);
    let s = Instant::now();
    let _ = poseidon::parameters(15);
    println!("{:?}", s.elapsed());
}
