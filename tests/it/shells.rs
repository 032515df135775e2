//! What completes the command line in shells.

use std::io::Write;
use std::process::{Command, Stdio};

use isnad::rules;

use crate::cli::{folder, isnad, out};

fn script(shell: &str) -> String {
    let output = isnad(folder(&[]).path(), &["completions", shell]);
    assert_eq!(output.status.code(), Some(0), "{shell}");
    out(&output)
}

/// What a shell says to a script on its standard input; `None` where there is no such shell.
fn run(shell: &str, arguments: &[&str], script: &str) -> Option<(bool, String)> {
    let child = Command::new(shell)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        eprintln!("skipped: {shell} is not at hand");
        return None;
    };
    let mut input = child.stdin.take().expect("its input");
    input.write_all(script.as_bytes()).expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("it ends");
    let said = out(&output) + &String::from_utf8_lossy(&output.stderr);
    Some((output.status.success(), said))
}

#[test]
fn shells_accept_what_completes_them() {
    for (shell, arguments) in [
        ("bash", &["-n"][..]),
        ("zsh", &["-n"]),
        ("fish", &["--no-execute"]),
        ("elvish", &["-compileonly", "/dev/stdin"]),
    ] {
        if let Some((accepted, said)) = run(shell, arguments, &script(shell)) {
            assert!(accepted, "{shell}: {said}");
        }
    }
    assert!(script("powershell").contains("Register-ArgumentCompleter"));
}

#[test]
fn rules_commands_and_paths_are_offered() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = script(shell);
        for command in ["check", "quotes", "strip", "explain", "init", "schema"] {
            assert!(script.contains(command), "{shell}: {command}");
        }
        // These two complete no positional arguments; see clap_complete.
        if !["powershell", "elvish"].contains(&shell) {
            for rule in rules::manual() {
                assert!(script.contains(rule.name), "{shell}: {}", rule.name);
            }
        }
    }
    let complete = |words: &str| {
        let script = format!(
            "{}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
             _isnad isnad \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD - 1]}}\"\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n",
            script("bash")
        );
        run("bash", &["--norc"], &script)
    };
    let offers = |words: &str, expected: &[&str]| {
        if let Some((_, said)) = complete(words) {
            let said: Vec<&str> = said.lines().collect();
            assert_eq!(said, expected, "{words}");
        }
    };
    offers("isnad comp", &["completions"]);
    offers(
        "isnad explain unclosed-",
        &["unclosed-span", "unclosed-quote"],
    );
    offers("isnad check --format con", &["concise"]);
    offers("isnad check --select circular-c", &["circular-chain"]);
    // Nothing of its own: bash goes on with paths then.
    offers("isnad check art", &[""]);
}
