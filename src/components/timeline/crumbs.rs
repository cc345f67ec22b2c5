//! Where a view is in time: all of it, then the year, the month, the day it is narrowed to.

use crate::components::here::{Here, Look};
use crate::i18n::{charts, short_date};
use crate::view::ViewState;
use yew::prelude::*;

/// The way back up.
pub(super) fn crumbs(here: &Here) -> Html {
    let t = charts(here.lang);
    let (from, to) = (here.view.from.as_deref(), here.view.to.as_deref());
    let limits = |limits: Option<&str>| ViewState {
        from: limits.map(str::to_owned),
        to: limits.map(str::to_owned),
        ..here.view.clone()
    };
    let current = from.is_none() && to.is_none();
    let mut links = vec![link(here, t.all_time.to_owned(), limits(None), current)];
    for (around, current) in around(from, to) {
        links.push(link(
            here,
            short_date(here.lang, around),
            limits(Some(around)),
            current,
        ));
    }
    if let Some(range) = range(here, from, to) {
        links.push(html! { <span aria-current="true">{ range }</span> });
    }
    html! {
        <nav class="crumbs" aria-label={t.crumbs}>
            <ol role="list">{ for links.into_iter().map(|link| html! { <li>{ link }</li> }) }</ol>
        </nav>
    }
}

fn link(here: &Here, name: String, to: ViewState, current: bool) -> Html {
    let look = Look {
        current,
        ..Look::default()
    };
    here.link(look, to, html! { { name } })
}

/// The year, month and day in which both limits lie; whether they are no narrower.
fn around<'a>(from: Option<&'a str>, to: Option<&'a str>) -> Vec<(&'a str, bool)> {
    let (Some(from), Some(to)) = (from, to) else {
        return Vec::new();
    };
    let both = |length| from.get(..length).filter(|part| to.get(..length) == Some(*part));
    let parts = [4, 7, 10].into_iter().filter_map(both);
    parts.map(|part| (part, from == part && to == part)).collect()
}

/// The limits in words, where they are no year, month or day.
fn range(here: &Here, from: Option<&str>, to: Option<&str>) -> Option<String> {
    let date = |limit| short_date(here.lang, limit);
    match (from, to) {
        (Some(from), Some(to)) => (from != to).then(|| format!("{} – {}", date(from), date(to))),
        (Some(from), None) => Some((here.t.filters.from_date)(&date(from))),
        (None, Some(to)) => Some((here.t.filters.to_date)(&date(to))),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn the_way_up_goes_through_what_both_limits_lie_in() {
        let way = |from, to| around(Some(from), Some(to));
        assert_eq!(way("2018", "2018"), [("2018", true)]);
        assert_eq!(way("2018-03", "2018-03"), [("2018", false), ("2018-03", true)]);
        assert_eq!(
            way("2018-03-02", "2018-03-09"),
            [("2018", false), ("2018-03", false)]
        );
        assert_eq!(way("2018", "2018-03"), [("2018", false)]);
        assert_eq!(way("2018", "2020"), []);
        assert_eq!(around(None, Some("2020")), []);
    }
}
