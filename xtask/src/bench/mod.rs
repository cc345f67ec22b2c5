//! `cargo xtask bench`: figures of the page, its analyst, and search beside its peers, measured in a real browser.

mod analysis;
mod page;
mod search;

use crate::Result;

/// Measures the page, the analysis or search, or page and search; `--save` writes the tables into the documents.
///
/// # Errors
/// For arguments that are not understood, tools that are missing, a build or a measurement that fails.
pub(crate) fn bench(args: &[String]) -> Result<()> {
    match args.split_first() {
        Some((what, rest)) if what == "page" => page::bench(rest),
        Some((what, rest)) if what == "analysis" => analysis::bench(rest),
        Some((what, rest)) if what == "search" => search::bench(rest),
        _ => {
            let (of_page, of_search) = shared(args)?;
            page::bench(&of_page)?;
            search::bench(&of_search)
        }
    }
}

/// The arguments of both measurements out of those of `bench` alone.
fn shared(args: &[String]) -> Result<(Vec<String>, Vec<String>)> {
    let (mut of_page, mut of_search) = (Vec::new(), Vec::new());
    let mut words = args.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--save" => {
                of_page.push(word.clone());
                of_search.push(word.clone());
            }
            "--runs" => of_page.extend([word.clone()].into_iter().chain(words.next().cloned())),
            other => {
                return Err(format!(
                    "bench does not know {other}: name what to measure, `bench page`, `bench analysis` or `bench search`"
                ));
            }
        }
    }
    Ok((of_page, of_search))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn both_measurements_are_saved_and_runs_are_the_page_s() {
        let (page, search) = shared(&words("--runs 3 --save")).unwrap();
        assert_eq!(page, words("--runs 3 --save"));
        assert_eq!(search, words("--save"));
    }

    #[test]
    fn what_belongs_to_one_measurement_is_refused_without_its_name() {
        let message = bench(&words("--rounds 2")).unwrap_err();
        assert!(message.contains("bench search"), "{message}");
        assert!(bench(&words("pages")).is_err());
    }
}
