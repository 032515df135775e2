//! A configuration or baseline of any text is read to its end, and what is wrong in it stands in it; a
//! baseline that is written is read back.

use std::ops::Range;

use isnad::workspace::{BASELINE, Baseline, Config, ConfigProblem, Workspace};

use super::desk::{ARTICLE, findings, set};

const CONFIG: &str = "isnad.toml";

const NEWS: &str = "---\nwire: ../story.txt\n---\n\n“No,” [she](#a) said.\n";

pub(crate) fn hold(text: &str) {
    let tells = |problem: &ConfigProblem| {
        assert!(text.get(Range::<usize>::from(problem.range)).is_some());
        assert!(!problem.message.is_empty());
    };
    let config = Config::read(text);
    config.problems.iter().for_each(tells);
    let baseline = Baseline::read(text);
    baseline.problem.iter().for_each(tells);
    if baseline.problem.is_none() {
        assert_eq!(Baseline::read(&baseline.text()), baseline);
    }
    let mut workspace = Workspace::new();
    set(&mut workspace, CONFIG, text);
    set(&mut workspace, BASELINE, text);
    set(&mut workspace, ARTICLE, NEWS);
    let snapshot = workspace.snapshot();
    for name in [CONFIG, BASELINE, ARTICLE] {
        findings(&snapshot, name);
    }
}
