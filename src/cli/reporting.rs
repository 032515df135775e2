//! How findings are reported: in which format, with which colours.

use clap::{Args, ValueEnum};

use crate::cli::color::{Color, Stream};
use crate::cli::report::FileReport;
use crate::cli::{concise, human, json};

#[derive(Debug, Args)]
pub(super) struct Reporting {
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Whether what is printed for people has colours
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(super) color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Concise,
    Json,
}

impl Reporting {
    /// The report for standard output. `read` is how many files were looked at.
    pub(super) fn render(&self, files: &[FileReport], read: usize) -> String {
        self.render_for(Stream::Output, files, read)
    }

    /// The report for either stream.
    pub(super) fn render_for(&self, stream: Stream, files: &[FileReport], read: usize) -> String {
        match self.format {
            Format::Human => human::render(files, read, &self.color.palette(stream)),
            Format::Concise => concise::render(files),
            Format::Json => json::render(files, read),
        }
    }

    /// Whether people read it, and a word more is not in its way.
    pub(super) fn is_for_people(&self) -> bool {
        self.format == Format::Human
    }
}
