//! What a user can set in the editor: how things are shown. What is right and wrong is not a matter of
//! the editor but of the project's `isnad.toml`, so that everybody gets the same verdict.

use serde::Deserialize;
use tower_lsp::gen_lsp_types as lsp;

use crate::ide::Locale;

/// The section of the editor's configuration.
pub(super) const SECTION: &str = "isnad";

/// How things are shown. What the editor does not say stays as it is here.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct Settings {
    /// The language of cards and titles, a BCP 47 tag; empty for that of the editor.
    locale: String,
    pub(super) inlay_hints: HintSettings,
    pub(super) code_lens: LensSettings,
}

/// Which hints are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct HintSettings {
    /// Who is inferred to speak.
    pub(super) speakers: bool,
    /// The name behind an id that does not tell it.
    pub(super) ids: bool,
    /// The day that a word such as “yesterday” means.
    pub(super) dates: bool,
}

/// Whether lenses are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct LensSettings {
    pub(super) enabled: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            locale: String::new(),
            inlay_hints: HintSettings {
                speakers: true,
                ids: true,
                dates: true,
            },
            code_lens: LensSettings { enabled: true },
        }
    }
}

impl Default for HintSettings {
    fn default() -> HintSettings {
        Settings::default().inlay_hints
    }
}

impl Default for LensSettings {
    fn default() -> LensSettings {
        Settings::default().code_lens
    }
}

impl Settings {
    /// Reads what the editor says, by itself or under the name of the section; nothing is as good as
    /// `{}`. An error says in one line what is wrong.
    pub(super) fn read(value: &lsp::LspAny) -> Result<Settings, String> {
        let value = value.get(SECTION).unwrap_or(value);
        if value.is_null() {
            return Ok(Settings::default());
        }
        let read = Settings::deserialize(value);
        read.map_err(|error| {
            format!("the setting `{SECTION}` of the editor is left alone: {error}")
        })
    }

    /// The language in which the user is spoken to, where the editor is in `locale`.
    pub(super) fn locale(&self, locale: Locale) -> Locale {
        if self.locale.is_empty() {
            locale
        } else {
            Locale::of(&self.locale)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_editors_send() {
        let defaults = Settings::default();
        for nothing in [
            json!(null),
            json!({}),
            json!({"isnad": {}}),
            json!({"other": 1}),
        ] {
            assert_eq!(
                Settings::read(&nothing).as_ref(),
                Ok(&defaults),
                "{nothing}"
            );
        }
        let read =
            Settings::read(&json!({"isnad": {"locale": "ar-EG", "inlayHints": {"dates": false}}}));
        let read = read.expect("settings");
        assert_eq!(read.locale(Locale::German), Locale::Arabic);
        assert!(!read.inlay_hints.dates && read.inlay_hints.ids && read.code_lens.enabled);
        let error = Settings::read(&json!({"inlayHints": 7})).expect_err("no settings");
        assert!(
            error.starts_with("the setting `isnad` of the editor is left alone: "),
            "{error}"
        );
    }
}
