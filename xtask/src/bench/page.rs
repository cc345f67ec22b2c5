//! `cargo xtask bench page`: the weight of the page and how fast it answers, measured in a real browser.

use crate::{Result, page, paths, run};

/// Builds the page as published and measures it; `--save` writes the table into `README.md`.
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build or a measurement that fails.
pub(super) fn bench(args: &[String]) -> Result<()> {
    let mut flags = Vec::new();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--save" => flags.extend([
                "--save".to_owned(),
                paths::root().join("README.md").display().to_string(),
            ]),
            "--runs" => {
                let runs = words.next().and_then(|text| text.parse::<u16>().ok());
                let runs = runs.filter(|runs| *runs > 0).ok_or("--runs wants a number")?;
                flags.extend(["--runs".to_owned(), runs.to_string()]);
            }
            other => return Err(format!("bench page does not know {other}")),
        }
    }
    let (mut node, dist) = page::shown_to("e2e/bench/run.mjs")?;
    run::run(node.arg("--page").arg(dist).args(flags))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_runs_is_wanted() {
        let message = bench(&["--runs".to_owned(), "none".to_owned()]).unwrap_err();
        assert_eq!(message, "--runs wants a number");
    }
}
