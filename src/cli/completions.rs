//! `isnad completions`: what completes commands, options, paths and rules in a shell.

use clap::builder::PossibleValuesParser;
use clap::{Arg, Args, Command, CommandFactory};
use clap_complete::{Shell, generate};

use crate::cli::{Outcome, print};
use crate::rules;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The shell that is to read the script
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let mut script = Vec::new();
    generate(arguments.shell, &mut command(), "isnad", &mut script);
    if arguments.shell == Shell::Fish {
        // What is written for fish knows commands and options only.
        let rules: Vec<&str> = rules::manual().map(|rule| rule.name).collect();
        let rules = format!(
            "complete -c isnad -n \"__fish_isnad_using_subcommand explain\" -f -a \"{}\"\n",
            rules.join(" ")
        );
        script.extend(rules.into_bytes());
    }
    print(&script, Outcome::Clean)
}

/// The command line as shells complete it. Where a rule is named, any word is taken, so as to say which
/// rule was meant; a shell offers those that there are.
fn command() -> Command {
    let of_rules = |argument: Arg| {
        let names = rules::manual().map(|rule| rule.name);
        argument.value_parser(PossibleValuesParser::new(names))
    };
    super::Arguments::command()
        .mut_subcommand("explain", |explain| explain.mut_arg("rule", of_rules))
        .mut_subcommand("check", |check| {
            let check = check.mut_arg("select", of_rules);
            check.mut_arg("ignore", of_rules)
        })
}
