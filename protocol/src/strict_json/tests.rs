use super::*;
use proptest::prelude::*;

fn kind(document: &str) -> Option<JsonFaultKind> {
    JsonValue::parse(document.as_bytes()).err().map(|fault| fault.kind)
}

#[test]
fn an_object_has_exactly_the_keys_asked_for_c4() {
    let fields = |document: &'static str| {
        let value = JsonValue::parse(document.as_bytes()).unwrap();
        value.fields(["a", "b"]).map(|[a, b]| (a.text, b.text)).map_err(|fault| (fault.kind, fault.offset))
    };
    assert_eq!(fields(r#" { "b" : [1, {}] , "\u0061" : "x" } "#), Ok((r#""x""#, "[1, {}]")));
    assert_eq!(fields(r#"{"a": 1, "b": 2, "a": 3}"#), Err((JsonFaultKind::RepeatedKey, 17)));
    assert_eq!(fields(r#"{"a": 1, "b": 2, "\u0061": 3}"#), Err((JsonFaultKind::RepeatedKey, 17)));
    assert_eq!(fields(r#"{"a": 1, "b": 2, "c": 3}"#), Err((JsonFaultKind::UnknownKey, 17)));
    assert_eq!(fields(r#"  {"a": 1}"#), Err((JsonFaultKind::MissingKey("b"), 2)));
    assert_eq!(fields("[1, 2]"), Err((JsonFaultKind::NotAnObject, 0)));
}

#[test]
fn one_further_key_may_be_allowed() {
    let fields = |document: &'static str| {
        let value = JsonValue::parse(document.as_bytes()).unwrap();
        value
            .fields_besides(["a"], "b")
            .map(|([a], b)| (a.text, b.map(|b| b.text)))
            .map_err(|fault| fault.kind)
    };
    assert_eq!(fields(r#"{"a": 1}"#), Ok(("1", None)));
    assert_eq!(fields(r#"{"b": [[]], "a": 1}"#), Ok(("1", Some("[[]]"))));
    assert_eq!(fields(r#"{"b": 2, "a": 1, "b": 3}"#), Err(JsonFaultKind::RepeatedKey));
    assert_eq!(fields(r#"{"b": 2}"#), Err(JsonFaultKind::MissingKey("a")));
    assert_eq!(fields(r#"{"a": 1, "c": 3}"#), Err(JsonFaultKind::UnknownKey));
}

#[test]
fn values_have_one_spelling() {
    let value = |document: &'static str| JsonValue::parse(document.as_bytes()).unwrap();
    assert_eq!(value("18446744073709551615").integer(), Ok(u64::MAX));
    assert_eq!(value("\"7\"").integer_text(), Ok(7));
    assert_eq!(value("\"7\"").field_text(), Ok(Fr::from(7_u64)));
    assert_eq!(value("[1, 2]").array::<2>().map(|[_, two]| two.integer()), Ok(Ok(2)));
    for bad in ["1.0", "1e0", "-1", "-0", "18446744073709551616", "\"1\"", "true", "null"] {
        assert_eq!(
            value(bad).integer().map_err(|fault| fault.kind),
            Err(JsonFaultKind::NotAnInteger),
            "{bad}"
        );
    }
    for bad in ["\"01\"", "\"-1\"", "\"0x1\"", "\"1 \"", "\"\"", "\"18446744073709551616\""] {
        assert!(value(bad).integer_text().is_err(), "{bad}");
    }
    assert_eq!(value("1").integer_text().map_err(|fault| fault.kind), Err(JsonFaultKind::NotAString));
    assert_eq!(
        value("4294967296").small_integer().map_err(|fault| fault.kind),
        Err(JsonFaultKind::NotAnInteger)
    );
    assert_eq!(value("[1]").array::<2>().map_err(|fault| fault.kind), Err(JsonFaultKind::ArrayLength(2)));
}

#[test]
fn depth_has_a_limit_and_bytes_must_be_text() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert_eq!(kind(&nested(127)), None);
    assert_eq!(kind(&nested(128)), Some(JsonFaultKind::Depth));
    assert_eq!(kind(&"[".repeat(1_000_000)), Some(JsonFaultKind::Depth));
    assert_eq!(JsonValue::parse(b"\"\xff\"").unwrap_err(), JsonFaultKind::Unicode.at(1));
    assert_eq!(JsonValue::parse(br#""\ud800""#).unwrap().text().unwrap_err().kind, JsonFaultKind::Unicode);
}

/// Pieces of JSON, whole and broken, so that random documents often are almost well formed.
fn document() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\"",
        "\"a\":",
        "1",
        "-0",
        "0",
        "01",
        ".5",
        "e+3",
        "E",
        "true",
        "null",
        " ",
        "\n",
        "\\n",
        "\\u00e9",
        "\\ud83d\\ude00",
        "\\udc00",
        "\\x",
        "é",
        "\u{1}",
        "false",
        "\"b\\\\\"",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[cfg(feature = "serde")]
    #[test]
    fn accepts_what_serde_accepts_and_nothing_else(document in document()) {
        let serde: Result<serde::de::IgnoredAny, _> = serde_json::from_str(&document);
        prop_assert_eq!(JsonValue::parse(document.as_bytes()).is_ok(), serde.is_ok(), "{}", document);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn strings_mean_what_serde_says(inner in document()) {
        let document = ["\"", &inner, "\""].concat();
        let serde: Option<String> = serde_json::from_str(&document).ok();
        let ours = JsonValue::parse(document.as_bytes()).and_then(JsonValue::text).ok();
        prop_assert_eq!(ours.map(Cow::into_owned), serde, "{}", document);
    }
}
