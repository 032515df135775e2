//! What a rule reports.

use crate::text::{FileEdit, FileRange, TextRange};

/// How much a finding matters. The order is from least to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A remark that an editor shows discreetly.
    Hint,
    /// Worth knowing.
    Info,
    /// Probably a mistake.
    Warning,
    /// Certainly a mistake.
    Error,
}

impl Severity {
    /// The name that reports and the configuration use.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Hint => "hint",
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One finding in one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name, such as `unclosed-span`.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The words it is about, in bytes of the article.
    pub range: TextRange,
    /// One line that stands alone: lower case, no final period.
    pub message: String,
    /// What to do about it, if there is more to say than the message does.
    pub help: Option<String>,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where; not always in the same file.
    pub place: FileRange,
    /// What is there: lower case, no final period.
    pub message: String,
}

/// Who may apply a fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Applicability {
    /// Anybody, unasked: what a reader of the article sees stays the same.
    Safe,
    /// A person who chose it: it says what only a person can know, who is meant or whose words these
    /// are, and mostly stands beside others that say something else. Never applied unasked.
    Choice,
    /// A person who looks at what it does: a reader of the article sees the difference.
    Unsafe,
}

impl Applicability {
    /// Safe if that is so, else unsafe.
    pub fn safe_if(is_safe: bool) -> Applicability {
        if is_safe {
            Applicability::Safe
        } else {
            Applicability::Unsafe
        }
    }

    /// Safe if it is certain what was meant, else for a person to choose.
    pub fn safe_if_certain(is_certain: bool) -> Applicability {
        if is_certain {
            Applicability::Safe
        } else {
            Applicability::Choice
        }
    }

    /// Whether fixes of this kind may be applied unasked.
    pub fn is_safe(self) -> bool {
        self == Applicability::Safe
    }
}

/// A change that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// An imperative, such as "close the annotation".
    pub title: String,
    /// Who may apply it.
    pub applicability: Applicability,
    /// The edits, file by file in the order of the text, not overlapping.
    pub edits: Vec<FileEdit>,
}
