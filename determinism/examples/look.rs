fn main() {
    use workproof_circuits::*;
    use workproof_determinism::*;
    let arg = std::env::args().nth(1).unwrap();
    let n: usize = std::env::args().nth(2).unwrap().parse().unwrap();
    let (shape, outputs) = if arg == "relay" {
        (RelayCircuit::with_capacity_for_tests(n as u8).r1cs().unwrap(), vec![2, 5])
    } else {
        (GoldCircuit::new(n).unwrap().r1cs().unwrap(), vec![2, 6, 8])
    };
    let start = std::time::Instant::now();
    let system = System::from_r1cs(&shape);
    let report = Report::of(&system, &Given::of_shape(&shape, &outputs));
    println!("{:?}", start.elapsed());
    for s in [Status::Public, Status::Free, Status::Proved, Status::ByLemma, Status::Inert, Status::Unknown] {
        println!("{s:?} {} {:?}", report.count(s), report.by_clause(&system, &shape, s));
    }
    let out = &report.outside_domain;
    println!("outside {} {:?}", out.len(), &out[..out.len().min(5)]);
    let first: Vec<u32> = report.columns(Status::Unknown).filter(|c| *c > std::env::args().nth(3).map_or(0, |s| s.parse().unwrap())).take(10).collect();
    for c in &first {
        println!("{c}: rows {:?}", system.touching(*c).iter().take(5).map(|r| (r, shape.clause_of_row(*r as usize))).collect::<Vec<_>>());
    }
    for r in first.iter().flat_map(|c| system.touching(*c).iter().take(2)).take(6) {
        let row = system.row(*r).unwrap();
        println!("{r}: {:?} {:?} {:?}", row.a.variables().collect::<Vec<_>>(), row.b.variables().collect::<Vec<_>>(), row.c.variables().take(9).collect::<Vec<_>>());
    }
}
