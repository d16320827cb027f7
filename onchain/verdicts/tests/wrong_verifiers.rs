//! Verifiers that are wrong on purpose: the comparison must notice each of them, and nothing where nobody is wrong (C14).

use ark_bn254::{Bn254, Fq, Fq2, Fr, G1Affine, G2Affine};
use ark_ec::pairing::Pairing;
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::{AdditiveGroup, PrimeField};
use onchain_verdicts::corpus::{self, SEED};
use onchain_verdicts::external::{Company, DevelopmentKeys, External};
use onchain_verdicts::native::{self, batch_of};
use onchain_verdicts::{Case, Class, Form, Key, Keys, NotExpressible, OneByOne, Report, Said, Verifier};
use std::process::Command;
use std::sync::OnceLock;

/// What one of the wrong verifiers leaves out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Omission {
    Nothing,
    InputRange,
    CoordinateRange,
    Subgroup,
    Count,
    Identity,
}

/// A verifier as one writes it by hand, from words, without something.
fn accepts(key: &Key, case: &Case, omission: Omission) -> Result<bool, NotExpressible> {
    let Said::Bytes { proof, inputs } = Form::Eip197.say(case, key)? else { unreachable!("bytes") };
    let inputs: Option<Vec<Fr>> =
        inputs.chunks(32).map(|word| read::<Fr>(word, omission == Omission::InputRange)).collect();
    let words: Option<Vec<Fq>> =
        proof.chunks(32).map(|word| read::<Fq>(word, omission == Omission::CoordinateRange)).collect();
    let (Some(inputs), Some(words)) = (inputs, words) else { return Ok(false) };
    if inputs.len() != key.inputs() && omission != Omission::Count {
        return Ok(false);
    }
    let g1 = |x: Fq, y: Fq| {
        if x == Fq::ZERO && y == Fq::ZERO { G1Affine::zero() } else { G1Affine::new_unchecked(x, y) }
    };
    let (a, c) = (g1(words[0], words[1]), g1(words[6], words[7]));
    let b = if words[2..6].iter().all(|word| *word == Fq::ZERO) {
        G2Affine::zero()
    } else {
        G2Affine::new_unchecked(Fq2::new(words[3], words[2]), Fq2::new(words[5], words[4]))
    };
    if !(a.is_on_curve() && b.is_on_curve() && c.is_on_curve()) {
        return Ok(false);
    }
    if omission != Omission::Subgroup && !b.is_in_correct_subgroup_assuming_on_curve() {
        return Ok(false);
    }
    if [a.is_zero(), b.is_zero(), c.is_zero()].contains(&true) {
        return Ok(omission == Omission::Identity);
    }
    let points = &key.points;
    let sum = inputs
        .iter()
        .zip(&points.ic[1..])
        .fold(points.ic[0].into_group(), |sum, (x, point)| sum + *point * x);
    let left = Bn254::pairing(a, b);
    let right = Bn254::pairing(points.alpha_g1, points.beta_g2)
        + Bn254::pairing(sum.into_affine(), points.gamma_g2)
        + Bn254::pairing(c, points.delta_g2);
    Ok(left == right || (omission == Omission::Subgroup && !b.is_in_correct_subgroup_assuming_on_curve()))
}

/// A number below the field's order, or modulo it.
fn read<F: PrimeField>(word: &[u8], reduced: bool) -> Option<F> {
    let value = F::from_be_bytes_mod_order(word);
    let canonical = {
        let mut bytes: Vec<u8> =
            value.into_bigint().as_ref().iter().flat_map(|limb| limb.to_le_bytes()).collect();
        bytes.reverse();
        bytes == word
    };
    (reduced || canonical).then_some(value)
}

/// The keys and the corpus, made once for all tests.
fn world() -> &'static (Keys, Vec<Case>) {
    static WORLD: OnceLock<(Keys, Vec<Case>)> = OnceLock::new();
    WORLD.get_or_init(|| {
        let keys = Keys::load().unwrap();
        let cases = corpus::make(&keys).unwrap();
        (keys, cases)
    })
}

fn sample() -> (&'static Keys, Vec<Case>) {
    let (keys, cases) = world();
    (keys, corpus::sample(cases, 6))
}

fn reported(cases: &[Case], verifier: &mut dyn Verifier) -> Report {
    let verdicts = verifier.judge(cases).unwrap();
    let mut report = Report::new(cases);
    report.add(verifier.name(), cases, &verdicts);
    report
}

/// Which classes the disagreements are about.
fn classes(report: &Report) -> Vec<&'static str> {
    let about = |class: &Class| report.disagreements().iter().any(|line| line.contains(class.name()));
    Class::ALL.iter().filter(|class| about(class)).map(|class| class.name()).collect()
}

#[test]
fn a_verifier_that_leaves_something_out_is_noticed_by_its_class_c14() {
    let (keys, cases) = sample();
    for (omission, expected) in [
        (Omission::Nothing, vec![]),
        (Omission::InputRange, vec![Class::InputAlias]),
        (Omission::CoordinateRange, vec![Class::CoordinateAlias]),
        (Omission::Subgroup, vec![Class::OutsideSubgroup]),
        (Omission::Count, vec![Class::WrongCount]),
        (Omission::Identity, vec![Class::Identity]),
    ] {
        let mut verifier =
            OneByOne::new("by hand", |_, case: &Case| accepts(keys.at(case.key), case, omission));
        let report = reported(&cases, &mut verifier);
        let names: Vec<&str> = expected.iter().map(|class| class.name()).collect();
        let found = classes(&report);
        assert!(names.iter().all(|name| found.contains(name)), "{names:?}: {found:?}");
        assert_eq!(names.is_empty(), report.disagreements().is_empty(), "{}", report.told());
    }
}

#[test]
fn a_batch_without_weights_is_noticed_b9() {
    let (keys, cases) = sample();
    let mut verifier = OneByOne::new("plain sum", |place, case: &Case| {
        let key = keys.at(case.key);
        let mut product = None;
        for one in batch_of(keys, place, case) {
            let Said::Snarkjs { proof, signals } = Form::Snarkjs.say(&one, key)? else {
                unreachable!("texts")
            };
            let proof = workproof_verifier::Proof::from_snarkjs_json(proof.as_bytes());
            let inputs: Result<Vec<Fr>, _> =
                signals.iter().map(|signal| workproof_protocol::fr_from_decimal(signal)).collect();
            let (Ok(proof), Ok(inputs), true) = (proof, inputs, one.inputs.len() == key.inputs()) else {
                return Ok(false);
            };
            let points = &key.points;
            let sum = inputs
                .iter()
                .zip(&points.ic[1..])
                .fold(points.ic[0].into_group(), |sum, (x, point)| sum + *point * x);
            let term = Bn254::pairing(*proof.a(), *proof.b())
                - Bn254::pairing(points.alpha_g1, points.beta_g2)
                - Bn254::pairing(sum.into_affine(), points.gamma_g2)
                - Bn254::pairing(*proof.c(), points.delta_g2);
            product = Some(product.map_or(term, |product| product + term));
        }
        Ok(product.is_some_and(|product| product == ark_ec::pairing::PairingOutput::ZERO))
    });
    assert_eq!(classes(&reported(&cases, &mut verifier)), [Class::CancellingErrors.name()]);
}

#[test]
fn one_answer_to_everything_is_noticed_too() {
    let (_, cases) = sample();
    for answer in [true, false] {
        let mut verifier = OneByOne::new("lazy", |_, _: &Case| Ok(answer));
        assert!(!reported(&cases, &mut verifier).disagreements().is_empty(), "{answer}");
    }
    let mut verifier = OneByOne::new("mute", |_, _: &Case| Err(NotExpressible::NO_ROOM));
    assert!(!reported(&cases, &mut verifier).disagreements().is_empty());
    let mut report = Report::new(&cases);
    report.add("forgetful", &cases, &[]);
    assert!(!report.disagreements().is_empty());
}

#[test]
fn programs_that_end_or_answer_nonsense_give_no_verdicts() {
    let (keys, cases) = sample();
    let judged = |script: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        let (form, company) = (Form::Eip197, Company::Alone);
        let development_keys = DevelopmentKeys::Taken;
        External { name: "a script", form, company, development_keys, command, keys }.judge(&cases)
    };
    assert!(judged("cat > /dev/null").is_err(), "it says nothing");
    assert!(judged("read keys; while read line; do echo perhaps; done").is_err(), "it says something else");
    assert!(judged("exit 0").is_err(), "it ends at once");
    assert!(
        judged("read keys; while read line; do echo accepted; done; exit 3").is_err(),
        "it fails at the end"
    );
    let refused = judged("read keys; while read line; do echo refused; done").unwrap();
    assert!(
        refused.len() == cases.len() && refused.iter().all(|verdict| verdict.acceptance() == Some(false))
    );
    let mut missing = External {
        name: "nothing",
        form: Form::Claim,
        company: Company::Batch,
        development_keys: DevelopmentKeys::Refused,
        command: Command::new("/no/such/program"),
        keys,
    };
    assert!(missing.judge(&cases).is_err());
}

#[test]
fn the_corpus_is_large_whole_and_the_same_every_time() {
    let (keys, cases) = world();
    assert!(cases.len() >= 10_000, "{}", cases.len());
    assert_eq!(corpus::digest(cases), corpus::digest(&corpus::make(keys).unwrap()), "seed {SEED:#x}");
    for class in Class::ALL {
        assert!(cases.iter().any(|case| case.class == class), "{}", class.name());
    }
    let mut names: Vec<_> = cases.iter().map(|case| (case.class, case.key, &case.name)).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), cases.len(), "every case has a name of its own");
}

/// What is accepted in one form is the same proof in every other form.
#[test]
fn forms_say_the_same_of_what_holds() {
    let (keys, cases) = sample();
    let forms = [
        Form::Compressed,
        Form::Eip197,
        Form::Solana,
        Form::SolanaCompressed,
        Form::Uncompressed,
        Form::Snarkjs,
        Form::Claim,
    ];
    let valid = cases.iter().filter(|case| case.class.is_valid());
    for case in valid {
        for form in forms {
            let said = form.say(case, keys.at(case.key)).unwrap();
            assert!(native::accepts(keys.at(case.key), &said, form), "{}: {}", form.name(), case.name);
        }
    }
}
