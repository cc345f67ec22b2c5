//! The views that the reader looked at last, kept in his browser: the address of each, one a line, newest first.

use crate::browser::{recall, store};
use crate::url::parse;

/// So many are kept.
const MOST: usize = 20;

/// So many queries are offered behind other suggestions.
const FEW: usize = 3;

const NAME: &str = "recent";

/// What is kept where none are to be.
const OFF: &str = "off";

/// Keeps the address of a view as the newest, in the place of `instead`, which the reader went on from without a step
/// of history. Where the browser does not keep it, nothing is lost that he asked for.
pub(crate) fn note(address: &str, instead: &str) {
    let kept = kept();
    if kept != OFF && !address.is_empty() {
        _ = store(NAME, &noted(&kept, address, instead));
    }
}

/// The addresses, newest first; none where none are kept.
pub(crate) fn addresses() -> Option<Vec<String>> {
    let kept = kept();
    (kept != OFF).then(|| kept.lines().map(str::to_owned).collect())
}

/// The queries asked last that go on with what is typed, at most three; before anything is typed, all.
pub(crate) fn queries(typed: &str) -> Vec<String> {
    matching(&kept(), typed)
}

/// Forgets every view with this query; whether the browser does.
pub(crate) fn forget_query(query: &str) -> bool {
    retain(|address| parse(address, "").0.query != query)
}

/// Forgets a view; whether the browser does.
pub(crate) fn forget(address: &str) -> bool {
    retain(|kept| kept != address)
}

/// Forgets all views, and keeps those to come or none; whether the browser does.
pub(crate) fn restart(on: bool) -> bool {
    store(NAME, if on { "" } else { OFF }).is_ok()
}

/// Puts views of another browser behind the own ones; whether the browser keeps them.
pub(crate) fn add(addresses: &[String]) -> bool {
    let kept = kept();
    if kept == OFF || addresses.is_empty() {
        return true;
    }
    store(
        NAME,
        &joined(kept.lines().chain(addresses.iter().map(String::as_str))),
    )
    .is_ok()
}

/// Under which it is kept that a short look around was closed.
pub(crate) const GUIDED: &str = "guided";

/// Keeps it.
pub(crate) fn keep_guided() {
    // Where the browser does not, it is offered again.
    _ = store(GUIDED, "on");
}

fn kept() -> String {
    recall(NAME).unwrap_or_default()
}

fn retain(wanted: impl Fn(&str) -> bool) -> bool {
    let kept = kept();
    kept == OFF || store(NAME, &joined(kept.lines().filter(|address| wanted(address)))).is_ok()
}

fn noted(kept: &str, address: &str, instead: &str) -> String {
    joined(std::iter::once(address).chain(kept.lines().filter(|line| *line != instead)))
}

/// Each once, the first of them.
fn joined<'a>(addresses: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for address in addresses {
        add_line(&mut out, address);
    }
    out
}

/// Unless it is there already, or enough are.
fn add_line(out: &mut String, line: &str) {
    let known = out.lines().any(|known| known == line);
    if known || line.is_empty() || out.lines().count() == MOST {
        return;
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(line);
}

fn matching(kept: &str, typed: &str) -> Vec<String> {
    let typed = typed.trim();
    let mut list = String::new();
    for address in kept.lines() {
        let query = parse(address, "").0.query;
        if query != typed && query.starts_with(typed) {
            add_line(&mut list, query.trim());
        }
    }
    let most = if typed.is_empty() { MOST } else { FEW };
    list.lines().take(most).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_view_comes_first_and_each_once() {
        let kept = noted(&noted(&noted("", "?q=a", ""), "?q=b", ""), "?q=a", "");
        assert_eq!(kept, "?q=a\n?q=b");
        let many: Vec<String> = (0..30).map(|n| format!("?q={n}")).collect();
        let kept = many.iter().fold(String::new(), |kept, new| noted(&kept, new, ""));
        assert_eq!(kept.lines().count(), MOST);
        assert!(kept.starts_with("?q=29\n?q=28\n"));
    }

    #[test]
    fn a_query_that_is_typed_on_takes_the_place_of_its_beginning() {
        let kept = noted("?q=h\n?q=nga", "?q=hop", "?q=h");
        assert_eq!(kept, "?q=hop\n?q=nga");
    }

    #[test]
    fn queries_are_offered_once_each_and_only_those_that_go_on() {
        let kept = "?q=hop+tac&doc=003#p-3fa2\n?q=nga\n?q=hop+tac\n?doc=001\n?q=hop\nof%f";
        assert_eq!(matching(kept, ""), ["hop tac", "nga", "hop"]);
        assert_eq!(matching(kept, "hop"), ["hop tac"]);
        assert_eq!(matching(kept, "xyz"), [""; 0]);
        assert_eq!(matching(OFF, ""), [""; 0]);
    }
}
