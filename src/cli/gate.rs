//! Which findings make the exit code 1.

use clap::{Args, ValueEnum};

use crate::cli::reports::FileReport;
use crate::rules::Severity;

#[derive(Debug, Args)]
pub(super) struct Gate {
    /// The least severity for which the exit code is 1
    #[arg(long, value_enum, default_value_t = Threshold::Warning, value_name = "SEVERITY")]
    fail_on: Threshold,
    /// Let up to N warnings pass; with more, the exit code is 1 whatever `--fail-on` says
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
    /// End with 0 whatever is found; what cannot be done still ends with 2
    #[arg(long, conflicts_with_all = ["fail_on", "max_warnings"])]
    exit_zero: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Threshold {
    Hint,
    Info,
    Warning,
    Error,
    Never,
}

impl Gate {
    /// Whether the findings of these files make the exit code 1.
    pub(super) fn stops_for(&self, files: &[FileReport]) -> bool {
        let found = files.iter().flat_map(|file| &file.diagnostics);
        self.stops(found.map(|finding| finding.severity))
    }

    /// Whether findings of these severities make the exit code 1.
    fn stops(&self, found: impl IntoIterator<Item = Severity>) -> bool {
        let mut warnings = 0;
        let mut stopped = false;
        for severity in found {
            if severity == Severity::Warning && self.max_warnings.is_some() {
                warnings += 1;
            } else {
                stopped |= self.fail_on.stops(severity);
            }
        }
        let stopped = stopped && !self.exit_zero;
        stopped || self.max_warnings.is_some_and(|most| warnings > most)
    }
}

impl Threshold {
    fn stops(self, severity: Severity) -> bool {
        match self {
            Threshold::Hint => true,
            Threshold::Info => severity >= Severity::Info,
            Threshold::Warning => severity >= Severity::Warning,
            Threshold::Error => severity >= Severity::Error,
            Threshold::Never => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Severity::{Error, Hint, Info, Warning};

    #[track_caller]
    fn check(fail_on: Threshold, max_warnings: Option<usize>, found: &[Severity], stops: bool) {
        let gate = Gate {
            fail_on,
            max_warnings,
            exit_zero: false,
        };
        assert_eq!(gate.stops(found.iter().copied()), stops);
    }

    #[test]
    fn the_least_severity_stops_and_nothing_below_it() {
        check(Threshold::Hint, None, &[], false);
        check(Threshold::Hint, None, &[Hint], true);
        check(Threshold::Info, None, &[Hint], false);
        check(Threshold::Info, None, &[Hint, Info], true);
        check(Threshold::Warning, None, &[Info], false);
        check(Threshold::Warning, None, &[Warning], true);
        check(Threshold::Error, None, &[Warning, Hint], false);
        check(Threshold::Error, None, &[Error], true);
        check(Threshold::Never, None, &[Error], false);
    }

    #[test]
    fn so_many_warnings_pass_and_no_more() {
        check(Threshold::Warning, Some(2), &[Warning, Warning], false);
        check(Threshold::Warning, Some(1), &[Warning, Warning], true);
        check(Threshold::Warning, Some(0), &[Warning], true);
        check(Threshold::Warning, Some(9), &[Warning, Error], true);
        check(Threshold::Error, Some(1), &[Warning, Warning], true);
        check(Threshold::Never, Some(1), &[Warning, Warning, Error], true);
        check(Threshold::Never, Some(1), &[Warning, Error], false);
        check(Threshold::Hint, Some(1), &[Warning, Hint], true);
    }
}
