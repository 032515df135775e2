//! `isnad schema`: the JSON Schemas of what Isnad reads besides articles.
//!
//! They say `2020-12` and use only what means the same in draft 7, which many editors still follow:
//! no `$ref` beside other keywords, nothing that is not evaluated alike. What they call valid,
//! Isnad reads without a problem of shape; whether a path leads somewhere they cannot know.

mod config;
mod front_matter;

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::cli::{Outcome, print};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Of what
    #[arg(value_enum, default_value_t = Subject::Config)]
    subject: Subject,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Subject {
    /// The configuration, `isnad.toml`
    Config,
    /// The YAML between the `---` lines of an article
    FrontMatter,
    /// Declarations of entities, `entities.yaml`
    Registry,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let schema = match arguments.subject {
        Subject::Config => config::schema(),
        Subject::FrontMatter => front_matter::schema(),
        Subject::Registry => front_matter::registry(),
    };
    // A value of JSON can always be written as JSON.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
    print(text.as_bytes(), Outcome::Clean)
}

/// A whole schema: what is said of the document itself, and its shape.
fn document(title: &str, shape: Value) -> Value {
    let mut schema = shape;
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(title);
    schema
}

/// The tag of a language.
const TAG: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
