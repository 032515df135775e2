//! Where findings are reported, and how: printed in one format, written into files in others.

use std::env;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::color::{Color, Stream};
use crate::cli::reports::{FileReport, Format, github, statistics};
use crate::cli::tell;
use crate::files;

#[derive(Debug, Args)]
pub(in crate::cli) struct Reporting {
    /// How findings are printed
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Human)]
    format: Format,
    /// Write a further report, in any of these formats, into FILE; several times for several. Without
    /// =FILE, a format for logs (github, concise, grouped) is printed below the findings
    #[arg(long = "report", value_name = "FORMAT[=FILE]", value_parser = further)]
    reports: Vec<Further>,
    /// Print how often each rule found something, instead of the findings: a table, or with
    /// `--format json` a document
    #[arg(long)]
    statistics: bool,
    /// Whether what is printed for people has colours
    #[arg(long, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(in crate::cli) color: Color,
}

/// A further report; without a file it is printed.
#[derive(Debug, Clone)]
struct Further {
    format: Format,
    file: Option<PathBuf>,
}

impl Reporting {
    /// What is printed. `read` is how many files were looked at.
    pub(in crate::cli) fn render(&self, files: &[FileReport], read: usize) -> String {
        self.render_for(Stream::Output, files, read)
    }

    /// What is printed to either stream.
    pub(in crate::cli) fn render_for(
        &self,
        stream: Stream,
        files: &[FileReport],
        read: usize,
    ) -> String {
        let palette = self.color.palette(stream);
        if self.statistics {
            return match self.format {
                Format::Json => statistics::json(files),
                _ => statistics::table(files, read, &palette),
            };
        }
        let printed = self.reports.iter().filter(|report| report.file.is_none());
        let mut formats: Vec<Format> = printed.map(|report| report.format).collect();
        if is_workflow() && self.format.is_for_logs() && !formats.contains(&Format::Github) {
            formats.push(Format::Github);
        }
        formats.retain(|format| *format != self.format);
        let all = [self.format].into_iter().chain(formats);
        all.map(|format| format.render(files, read, &palette))
            .collect()
    }

    /// Writes the further reports; whether all are written. If not, the user has been told why.
    pub(in crate::cli) fn write(&self, files: &[FileReport], read: usize) -> bool {
        let palette = Color::Never.palette(Stream::Output);
        let mut is_written = true;
        for report in &self.reports {
            let Some(file) = &report.file else { continue };
            let text = report.format.render(files, read, &palette);
            if let Err(error) = files::write(file, text.as_bytes(), true) {
                tell(&format!("{}: {error}", file.display()));
                is_written = false;
            }
        }
        if is_workflow()
            && let Some(page) = env::var_os("GITHUB_STEP_SUMMARY").filter(|page| !page.is_empty())
            && let Err(error) = files::append(
                Path::new(&page),
                github::job_summary(files, read).as_bytes(),
            )
        {
            // The findings are told all the same.
            tell(&format!(
                "the summary of the job cannot be written: {error}"
            ));
        }
        is_written
    }

    /// Whether it can be done as asked; if not, the user has been told why.
    pub(in crate::cli) fn is_possible(&self) -> bool {
        let is_possible = !self.statistics || matches!(self.format, Format::Human | Format::Json);
        if !is_possible {
            tell(
                "--statistics are a table, or with --format json a document; no other format has them",
            );
        }
        is_possible
    }

    /// Whether one of the further reports is written to `path`.
    pub(in crate::cli) fn is_written(&self, path: &Path) -> bool {
        let mut written = self
            .reports
            .iter()
            .filter_map(|report| report.file.as_ref());
        written.any(|file| files::absolute(file) == path)
    }

    /// Whether people read what is printed, and a word more is not in its way.
    pub(in crate::cli) fn is_for_people(&self) -> bool {
        matches!(self.format, Format::Human | Format::Grouped)
    }
}

/// Whether this is a step of a workflow of GitHub's.
fn is_workflow() -> bool {
    env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true")
}

/// Reads the value of `--report`.
fn further(value: &str) -> Result<Further, String> {
    let (name, file) = match value.split_once('=') {
        Some((name, file)) => (name, Some(file)),
        None => (value, None),
    };
    let known = || {
        let all = Format::value_variants().iter();
        let names =
            all.filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()));
        names.collect::<Vec<_>>().join(", ")
    };
    let format = Format::from_str(name, false)
        .map_err(|_| format!("there is no format `{name}`; there are {}", known()))?;
    match file {
        Some("") => Err(format!(
            "behind `{name}=` stands the file that the report goes to"
        )),
        None if !format.is_for_logs() => Err(format!(
            "programs that read `{name}` need it alone: name a file, `{name}=FILE`, or print nothing else, `--format {name}`"
        )),
        _ => Ok(Further {
            format,
            file: file.map(PathBuf::from),
        }),
    }
}
