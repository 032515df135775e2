//! The laws of `tests/laws`, compiled once for all targets.

#[path = "../tests/laws/mod.rs"]
mod laws;

/// Holds a law over the bytes of a run.
pub fn hold(law: &str, bytes: &[u8]) {
    (laws::law(law).hold)(&String::from_utf8_lossy(bytes));
}
