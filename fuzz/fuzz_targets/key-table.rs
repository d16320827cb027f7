#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| workproof_decoders::fuzz("key-table", bytes));
