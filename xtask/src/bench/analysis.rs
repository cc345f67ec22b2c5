//! `cargo xtask bench analysis`: how fast articles are analysed in the reader's browser.

use crate::{Result, page, paths, run};

/// Builds the page as published and measures its analyst; `--save` writes the tables into `docs/benchmarks.md`.
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build or a measurement that fails.
pub(super) fn bench(args: &[String]) -> Result<()> {
    let flags = flags(args)?;
    let (mut node, dist) = page::shown_to("e2e/bench/analysis.mjs")?;
    run::run(node.arg("--page").arg(dist).args(flags))
}

/// The arguments as the script wants them.
fn flags(args: &[String]) -> Result<Vec<String>> {
    let mut flags = Vec::new();
    let mut words = args.iter();
    while let Some(word) = words.next() {
        let value = match word.as_str() {
            "--save" => Some(paths::root().join("docs/benchmarks.md").display().to_string()),
            "--corpus" => words
                .next()
                .and_then(|path| std::path::absolute(path).ok())
                .map(|path| path.display().to_string()),
            "--runs" => {
                let runs = words.next().and_then(|text| text.parse::<u16>().ok());
                runs.filter(|runs| *runs > 0).map(|runs| runs.to_string())
            }
            other => return Err(format!("bench analysis does not know {other}")),
        };
        flags.extend([
            word.clone(),
            value.ok_or_else(|| format!("{word} wants a value"))?,
        ]);
    }
    Ok(flags)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Vec<String>> {
        flags(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn paths_do_not_depend_on_where_the_script_runs() {
        let flags = parsed("--corpus news.jsonl --runs 3").unwrap();
        assert_eq!(
            (flags[0].as_str(), &flags[2..]),
            ("--corpus", &["--runs".to_owned(), "3".to_owned()][..])
        );
        assert!(std::path::Path::new(&flags[1]).is_absolute());
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        assert!(parsed("--runs none").is_err());
        assert!(parsed("--corpus").is_err());
        assert!(parsed("--rounds 3").is_err());
    }
}
