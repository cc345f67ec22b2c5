//! Which values of a facet are shown, under what name and with what marks: pure.

use crate::i18n::{Name, value_name};
use crate::view::{Choice, Lang, ViewState};
use engine::protocol::{Facet, FacetCounts};
use viet::Needle;
use yew::AttrValue;

/// How many values stand there before "show more".
const FEW: usize = 6;
/// How many stand there on request, and are found at once: all of thousands would be slow with every key.
const SOME: usize = 200;
/// From how many values on there is a box to find one.
const MANY: usize = 8;

/// One value, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) slug: AttrValue,
    pub(crate) name: Name,
    pub(crate) count: u32,
    pub(crate) total: u32,
    pub(crate) choice: Choice,
    pub(crate) marks: Vec<(u32, u32)>,
    pub(crate) bar: Option<u32>,
}

/// The values of a facet as they stand on the page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Rows {
    pub(crate) shown: Vec<Row>,
    /// How many more there are.
    pub(crate) hidden: u32,
    /// Whether there are enough for a box to find one.
    pub(crate) findable: bool,
}

/// Sorts out which values to show. Chosen ones always are, in their place; those without an article in this view only
/// on request; with something typed, those that match it.
pub(crate) fn rows(lang: Lang, counts: &FacetCounts, view: &ViewState, typed: &str, whole: bool) -> Rows {
    let facet = counts.facet;
    let needle = Needle::new(typed);
    let finding = !needle.is_empty();
    let histogram = facet == Facet::Year;
    let longest = counts.values.iter().map(|v| v.total).max().unwrap_or(1).max(1);
    let most = if histogram || facet == Facet::Zone {
        usize::MAX
    } else if finding || whole {
        SOME
    } else {
        FEW
    };
    let (mut shown, mut hidden) = (Vec::new(), counts.rest);
    for value in &counts.values {
        let name = value_name(lang, facet, value);
        let choice = view.choice(facet, &value.slug);
        let marks = find(&needle, &name.text);
        let wanted = if finding {
            !marks.is_empty()
        } else {
            facet == Facet::Zone || whole || value.count > 0
        };
        let chosen = choice != Choice::Open && !finding;
        if !(chosen || wanted && shown.len() < most) {
            hidden += 1;
            continue;
        }
        shown.push(Row {
            slug: AttrValue::from(value.slug.clone()),
            name,
            count: value.count,
            total: value.total,
            choice,
            marks,
            bar: histogram.then(|| value.count * 100 / longest),
        });
    }
    Rows {
        shown,
        hidden,
        findable: counts.values.len() + counts.rest as usize > MANY,
    }
}

fn find(needle: &Needle, name: &str) -> Vec<(u32, u32)> {
    needle
        .find(name)
        .into_iter()
        .map(|(span, _)| (span.start, span.end))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::protocol::{FacetValue, Selection};

    fn counts(names: &[(&str, u32)]) -> FacetCounts {
        let value = |(name, count): &(&str, u32)| FacetValue {
            slug: viet::slug(name),
            name: (*name).to_owned(),
            name_en: None,
            name_ru: None,
            count: *count,
            total: 5,
        };
        FacetCounts {
            facet: Facet::Person,
            rest: 0,
            values: names.iter().map(value).collect(),
        }
    }

    fn names(rows: &Rows) -> Vec<&str> {
        rows.shown.iter().map(|row| row.name.text.as_str()).collect()
    }

    #[test]
    fn values_without_an_article_wait_unless_chosen() {
        let counts = counts(&[("Tô Lâm", 2), ("Lương Cường", 0), ("Bùi Thanh Sơn", 0)]);
        let view = ViewState {
            selections: vec![Selection {
                facet: Facet::Person,
                include: vec![],
                exclude: vec!["bui-thanh-son".into()],
                all: false,
            }],
            ..ViewState::default()
        };
        let rows = rows(Lang::Vi, &counts, &view, "", false);
        assert_eq!(names(&rows), ["Tô Lâm", "Bùi Thanh Sơn"]);
        assert_eq!(rows.hidden, 1);
    }

    #[test]
    fn finding_needs_no_accents_and_marks_what_it_found() {
        let counts = counts(&[("Tô Lâm", 2), ("Lương Cường", 0), ("Lê Hoài Trung", 1)]);
        let rows = rows(Lang::Vi, &counts, &ViewState::default(), "luong", false);
        assert_eq!(names(&rows), ["Lương Cường"]);
        assert_eq!(rows.shown[0].marks, [(0, "Lương".len() as u32)]);
    }

    #[test]
    fn a_long_facet_shows_a_few_and_a_box() {
        let many: Vec<String> = (0..20).map(|n| format!("N{n}")).collect();
        let counts = counts(&many.iter().map(|n| (n.as_str(), 1)).collect::<Vec<_>>());
        let rows = |whole| rows(Lang::Vi, &counts, &ViewState::default(), "", whole);
        let few = rows(false);
        assert_eq!((few.shown.len(), few.hidden, few.findable), (FEW, 14, true));
        let more = rows(true);
        assert_eq!((more.shown.len(), more.hidden), (20, 0));
    }

    #[test]
    fn what_did_not_come_counts_as_hidden_and_of_thousands_some_are_found_at_once() {
        let many: Vec<String> = (0..5000).map(|n| format!("N{n}")).collect();
        let mut counts = counts(&many.iter().map(|n| (n.as_str(), 1)).collect::<Vec<_>>());
        let found = rows(Lang::Vi, &counts, &ViewState::default(), "n", false);
        assert_eq!((found.shown.len(), found.hidden), (SOME, 4800));
        counts.values.truncate(3);
        counts.rest = 4997;
        let few = rows(Lang::Vi, &counts, &ViewState::default(), "", false);
        assert_eq!((few.shown.len(), few.hidden, few.findable), (3, 4997, true));
    }
}
