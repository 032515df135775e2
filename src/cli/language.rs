//! `--lang`: the language of articles that do not say theirs, for every command that reads them.

use clap::Args;

use crate::model::language::check_tag;
use crate::workspace::Workspace;

#[derive(Debug, Clone, Args)]
pub(super) struct Language {
    /// The language of articles that do not say theirs, such as `ar` or `en`; it counts before the
    /// one of an `isnad.toml`
    #[arg(long = "lang", value_name = "TAG", value_parser = tag)]
    tag: Option<String>,
}

impl Language {
    /// The tag, if one is given.
    pub(super) fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }

    /// A workspace that knows no file yet, and this language.
    pub(super) fn workspace(&self) -> Workspace {
        let tag = self.tag.as_deref();
        tag.map_or_else(Workspace::new, Workspace::with_lang)
    }
}

fn tag(written: &str) -> Result<String, String> {
    match check_tag(written) {
        Ok(()) => Ok(written.to_owned()),
        Err(error) => Err(error.to_string()),
    }
}
