//! Front matter and registries of any text are read to their end, and what is wrong in them stands in them.

use isnad::syntax::yaml::{self, MAX_NODES};
use isnad::workspace::Workspace;

use super::desk::{ARTICLE, findings, fresh, set};

const REGISTRY: &str = "entities.yaml";

/// Names some of what a registry may declare.
const NAMING: &str =
    "---\nlang: en\n---\n\n[Laila](#a) told Haddad “no”{a < b}. “Yes,” Minister Omar Aziz said.\n";

pub(crate) fn hold(text: &str) {
    let parsed = yaml::parse(text);
    assert!(parsed.errors.len() <= MAX_NODES);
    for error in &parsed.errors {
        assert!(text.is_char_boundary(error.offset.into()), "{error:?}");
    }
    fresh(&format!(
        "---\n{text}\n---\n\n[Laila](#a) said “no”{{b}}.\n"
    ));
    let mut workspace = Workspace::new();
    set(&mut workspace, REGISTRY, text);
    set(&mut workspace, ARTICLE, NAMING);
    let snapshot = workspace.snapshot();
    findings(&snapshot, REGISTRY);
    findings(&snapshot, ARTICLE);
}
