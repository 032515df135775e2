//! What a finding is known by from one run to the next, wherever it stands meanwhile.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::cli::reports::FileReport;
use crate::rules::Diagnostic;

/// How many bytes of the hash tell findings apart.
const LENGTH: usize = 16;

/// Gives out fingerprints, findings in their order: each is made of the rule, the path, the words it is
/// about, and how many before it share all three. Lines that come and go elsewhere change none.
#[derive(Default)]
pub(super) struct Fingerprints<'a> {
    seen: BTreeMap<(&'a str, &'static str, &'a str), usize>,
}

impl<'a> Fingerprints<'a> {
    /// That of the next finding, in hexadecimal digits.
    pub(super) fn next(&mut self, file: &'a FileReport, finding: &Diagnostic) -> String {
        let source = file.source(file.file);
        let (path, rule, words) = (&*source.path, finding.rule, &source.text[finding.range]);
        let before = self.seen.entry((path, rule, words)).or_default();
        let hash = Sha256::digest([rule, path, words, &before.to_string()].join("\0"));
        *before += 1;
        let mut digits = String::with_capacity(2 * LENGTH);
        for byte in &hash[..LENGTH] {
            // Writing to a string cannot fail.
            let _ = write!(digits, "{byte:02x}");
        }
        digits
    }
}
