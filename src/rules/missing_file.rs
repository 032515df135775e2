use crate::rules::rule::declare_rule;
use crate::rules::{Context, Diagnostic};
use crate::workspace::Content;

declare_rule! {
    /// ## What it does
    ///
    /// Reports a `wire` or `registry` of the front matter that is not there, is a folder, or cannot
    /// be read as text. Paths are relative to the article's folder. A path that leads out of the
    /// root is not looked at, unless `allow-outside` in `isnad.toml` allows it. The root is the
    /// nearest folder upwards that holds `isnad.toml` or `.git`; where there is none, paths may lead
    /// as far as the folder above the article's.
    ///
    /// ## Why
    ///
    /// Without its wire text nothing can be compared, and without its registry every id in it seems
    /// undeclared. An article may come from a stranger, who has no say in which files of yours are
    /// read.
    ///
    /// ## Bad
    ///
    /// ```text
    /// ---
    /// lang: en
    /// registry: ../nobody.yaml
    /// ---
    ///
    /// The bridge will open on Tuesday.
    /// ```
    ///
    /// ## Good
    ///
    /// ```text
    /// ---
    /// lang: en
    /// registry: ../people.yaml
    /// ---
    ///
    /// The bridge will open on Tuesday.
    /// ```
    pub(super) static MISSING_FILE =
        "missing-file", Error, "a path of the front matter that leads to no text"
}

fn check(context: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let around = context.snapshot.surroundings(context.file);
    for missing in &around.missing {
        let (key, path) = (missing.key, &missing.path.value);
        let message = match &missing.content {
            Content::Folder => format!("`{key}` names a folder, not a file"),
            Content::Unreadable(reason) => format!("`{path}` cannot be used: {reason}"),
            Content::Missing | Content::Text(_) => format!("there is no file `{path}`"),
        };
        out.push(
            MISSING_FILE
                .report(missing.path.range, message)
                .help("write the path from the article's own folder"),
        );
    }
    for path in &around.outside {
        let message = format!(
            "`{}` leads out of the folder of these articles, and is not read",
            path.value
        );
        out.push(MISSING_FILE.report(path.range, message).help(
            "move the file into that folder, or list it under `allow-outside` in the `isnad.toml` there",
        ));
    }
}
