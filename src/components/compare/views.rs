//! The two views that are compared, as views: pure.

use crate::saved::view as read;
use crate::url::criteria;
use crate::view::{Choice, CompareView, ViewState};
use engine::protocol::Facet;

/// The criteria of both; none for all others than the first where no address says which these are.
pub(super) fn sides(view: &ViewState) -> [Option<ViewState>; 2] {
    let a = read(&view.compare.a.clone().unwrap_or_else(|| criteria(view)));
    let b = view.compare.b.as_deref().map(read).or_else(|| others(&a));
    [Some(a), b]
}

/// The articles that a view does not find, where they are those with or without some values of one facet.
fn others(view: &ViewState) -> Option<ViewState> {
    let [chosen] = view.selections.as_slice() else {
        return None;
    };
    let nothing_else = view.query.trim().is_empty() && view.from.is_none() && view.to.is_none();
    let any = !chosen.all || chosen.include.len() == 1;
    let plain = chosen.facet != Facet::Zone && (chosen.include.is_empty() || chosen.exclude.is_empty());
    if !(nothing_else && any && plain) {
        return None;
    }
    let mut others = view.clone();
    for chosen in &mut others.selections {
        std::mem::swap(&mut chosen.include, &mut chosen.exclude);
        chosen.all = false;
    }
    Some(others)
}

/// A view with the criteria of another.
pub(super) fn with_criteria(view: &ViewState, of: ViewState) -> ViewState {
    ViewState {
        query: of.query,
        selections: of.selections,
        from: of.from,
        to: of.to,
        aliases: of.aliases,
        ..view.clone()
    }
}

/// The comparison of the view that is then shown with another.
pub(super) fn beside(view: &ViewState, a: ViewState, b: &ViewState) -> ViewState {
    let compare = CompareView {
        a: None,
        b: Some(criteria(b)),
        ..view.compare.clone()
    };
    ViewState {
        compare,
        ..with_criteria(view, a)
    }
}

/// The same the other way round; a first that is the view shown stays that.
pub(super) fn swapped(view: &ViewState) -> Option<ViewState> {
    let [Some(a), Some(b)] = sides(view) else {
        return None;
    };
    if view.compare.a.is_none() {
        return Some(beside(view, b, &a));
    }
    let mut view = view.clone();
    (view.compare.a, view.compare.b) = (Some(criteria(&b)), Some(criteria(&a)));
    Some(view)
}

/// A view narrowed to its articles that have a value; none where no choice in the facets says that.
pub(super) fn narrowed(view: &ViewState, facet: Facet, slug: &str) -> Option<ViewState> {
    let mut view = view.clone();
    let chosen = view.selections.iter_mut().find(|chosen| chosen.facet == facet);
    match chosen.filter(|chosen| !chosen.include.is_empty()) {
        None => view.choose(facet, slug.to_owned(), Choice::Included),
        Some(chosen) => {
            let there = chosen.include.iter().any(|known| known == slug);
            let one_of_several = !chosen.all && chosen.include.len() > 1;
            match (one_of_several, there) {
                (true, true) => chosen.include = vec![slug.to_owned()],
                (true, false) => return None,
                (false, true) => {}
                (false, false) => {
                    chosen.include.push(slug.to_owned());
                    chosen.all = true;
                }
            }
        }
    }
    Some(view)
}

/// A view narrowed to its articles that have a word.
pub(super) fn with_word(view: &ViewState, word: &str) -> ViewState {
    let word = if word.contains(' ') {
        format!("\"{word}\"")
    } else {
        word.to_owned()
    };
    let query = view.query.trim();
    let query = match query {
        "" => word,
        // AND binds before OR.
        query if query.contains("OR") || query.contains('|') => format!("({query}) {word}"),
        query => format!("{query} {word}"),
    };
    ViewState {
        query,
        ..view.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::{parse, print};

    fn view(address: &str) -> ViewState {
        let (view, notices) = parse(address, "");
        assert_eq!(notices, [], "{address}");
        view
    }

    fn shown(view: Option<ViewState>) -> String {
        view.map_or_else(|| "none".to_owned(), |view| print(&view))
    }

    #[test]
    fn all_others_are_a_view_where_one_facet_says_which() {
        for (address, others) in [
            ("?place=russia", "?place=-russia"),
            ("?place=russia,china", "?place=-russia,-china"),
            ("?place=-russia,-china", "?place=russia,china"),
            ("?place=russia&place.all=1", "?place=-russia"),
            ("?place=russia,china&place.all=1", "none"),
            ("?place=russia,-china", "none"),
            ("?place=russia&org=asean", "none"),
            ("?place=russia&from=2018", "none"),
            ("?q=nga&place=russia", "none"),
            ("?in=caption", "none"),
            ("?", "none"),
        ] {
            assert_eq!(shown(super::others(&view(address))), others, "{address}");
        }
    }

    #[test]
    fn what_is_swapped_stays_the_view_shown_or_kept() {
        for (address, swapped) in [
            ("?lens=compare", "none"),
            ("?q=nga&lens=compare", "none"),
            (
                "?q=nga&lens=compare&b=q%3Dm%C3%BD",
                "?q=m%C3%BD&lens=compare&b=q%3Dnga",
            ),
            (
                "?place=russia&lens=compare",
                "?place=-russia&lens=compare&b=place%3Drussia",
            ),
            (
                "?q=x&lens=compare&a=to%3D2018&b=from%3D2020",
                "?q=x&lens=compare&a=from%3D2020&b=to%3D2018",
            ),
        ] {
            let address = address.replace("m%C3%BD", "m%25C3%25BD");
            let swapped = swapped.replacen("b=q%3Dm%C3%BD", "b=q%3Dm%25C3%25BD", 1);
            assert_eq!(shown(super::swapped(&view(&address))), swapped, "{address}");
        }
    }

    #[test]
    fn a_view_is_narrowed_to_a_value_whatever_is_chosen() {
        for (address, narrowed) in [
            ("?q=nga", "?q=nga&place=russia"),
            ("?place=-china", "?place=russia,-china"),
            ("?place=russia", "?place=russia"),
            ("?place=china", "?place=china,russia&place.all=1"),
            (
                "?place=china,laos&place.all=1",
                "?place=china,laos,russia&place.all=1",
            ),
            ("?place=china,russia", "?place=russia"),
            ("?place=china,laos", "none"),
        ] {
            assert_eq!(
                shown(super::narrowed(&view(address), Facet::Place, "russia")),
                narrowed,
                "{address}"
            );
        }
    }

    #[test]
    fn a_view_is_narrowed_to_a_word() {
        for (query, word, narrowed) in [
            ("", "nga", "nga"),
            ("", "hòa bình", "\"hòa bình\""),
            ("hội đàm", "nga", "hội đàm nga"),
            ("Nga OR Mỹ", "hòa bình", "(Nga OR Mỹ) \"hòa bình\""),
        ] {
            let view = ViewState {
                query: query.into(),
                ..ViewState::default()
            };
            assert_eq!(with_word(&view, word).query, narrowed);
        }
    }
}
