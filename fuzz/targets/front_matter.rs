#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| isnad_fuzz::hold("front_matter", bytes));
