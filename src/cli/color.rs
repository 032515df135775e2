//! Colours: whether a report has them, and which.

use std::env;
use std::io::{IsTerminal, stderr, stdout};

use anstyle::{AnsiColor, Effects, Style};
use clap::ValueEnum;

use crate::rules::Severity;

/// Whether the user asks for colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// In a terminal, unless the environment says otherwise
    Auto,
    Always,
    Never,
}

impl Color {
    /// The styles that this comes to. An argument beats the environment, and in the environment
    /// `NO_COLOR` beats `FORCE_COLOR` and `CLICOLOR_FORCE`: who cannot bear colours must be able
    /// to be rid of them. See <https://no-color.org> and <https://force-color.org>.
    pub(super) fn palette(self, stream: Stream) -> Palette {
        let colored = match self {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if is_set("NO_COLOR") => false,
            Color::Auto if forces("FORCE_COLOR") || forces("CLICOLOR_FORCE") => true,
            Color::Auto => stream.is_terminal() && env::var_os("TERM").is_none_or(|t| t != "dumb"),
        };
        if colored { COLORED } else { PLAIN }
    }
}

/// Where a report goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Output,
    Error,
}

impl Stream {
    fn is_terminal(self) -> bool {
        match self {
            Stream::Output => stdout().is_terminal(),
            Stream::Error => stderr().is_terminal(),
        }
    }
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn forces(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty() && value != "0")
}

/// The styles of what stands out in a report. Article text has none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Palette {
    error: Style,
    warning: Style,
    info: Style,
    hint: Style,
    /// The name of a rule.
    pub(super) rule: Style,
    /// The marks around the words in question.
    pub(super) mark: Style,
    /// A line that goes, in a diff.
    pub(super) removed: Style,
    /// A line that comes.
    pub(super) added: Style,
    /// Where in the file.
    pub(super) place: Style,
}

impl Palette {
    /// The style of a severity's name.
    pub(super) fn severity(&self, severity: Severity) -> Style {
        match severity {
            Severity::Error => self.error,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
            Severity::Hint => self.hint,
        }
    }
}

const PLAIN: Palette = Palette {
    error: Style::new(),
    warning: Style::new(),
    info: Style::new(),
    hint: Style::new(),
    rule: Style::new(),
    mark: Style::new(),
    removed: Style::new(),
    added: Style::new(),
    place: Style::new(),
};

const COLORED: Palette = Palette {
    error: bold(AnsiColor::Red),
    warning: bold(AnsiColor::Yellow),
    info: bold(AnsiColor::Blue),
    hint: bold(AnsiColor::Cyan),
    rule: Style::new().effects(Effects::BOLD),
    mark: bold(AnsiColor::Magenta),
    removed: AnsiColor::Red.on_default(),
    added: AnsiColor::Green.on_default(),
    place: AnsiColor::Cyan.on_default(),
};

const fn bold(color: AnsiColor) -> Style {
    color.on_default().effects(Effects::BOLD)
}
