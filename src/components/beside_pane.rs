//! The open article beside the others: which are similar and what they share, what is new, what ledgers have of it.

use super::by_ptr::ByPtr;
use super::diff_text::diff_text;
use super::error_state::{Trouble, error_state};
use super::here::{Here, Look};
use super::later::rows_skeleton;
use super::ledger_table::{Sorting, ledger_table};
use super::survey::Props;
use super::when::when;
use crate::i18n::readings;
use crate::state::{AppState, Remote};
use crate::view::{Lens, ReadingView, ViewState};
use engine::protocol::{ArticleSummary, BesideResponse, NewPhrase, News, Similar};
use yew::prelude::*;

/// Phrases that are listed at once; the others are unfolded.
const FIRST: usize = 15;

#[component]
pub(crate) fn BesidePane(props: &Props) -> Html {
    let here = props.here();
    let state: &AppState = &props.state;
    let t = readings(here.lang);
    let beside = use_memo(state.beside.shown().cloned().map(ByPtr), |packed| {
        packed.as_ref().and_then(|packed| packed.open())
    });
    let diff = use_memo(state.diff.shown().cloned().map(ByPtr), |packed| {
        packed.as_ref().and_then(|packed| packed.open())
    });
    html! {
        <section class="beside" aria-label={t.beside}>
            { part(props, &state.beside, beside.as_ref().as_ref().map(|beside| view_similar(&here, beside))) }
            if here.view.reading.with.is_some() {
                { part(props, &state.diff, diff.as_ref().as_ref().map(|diff| diff_text(&here, diff))) }
            }
            if let Some(beside) = &*beside {
                { view_news(&here, &beside.news) }
                for rows in &beside.ledgers {
                    <h3>{ (here.t.tables.lens)(Lens::Ledger(rows.ledger)) }</h3>
                    <div class="ledger">{ ledger_table(&here, rows, Sorting::Fixed) }</div>
                }
            }
        </section>
    }
}

/// What is there of an answer, or what became of it.
fn part<T>(props: &Props, remote: &Remote<T>, there: Option<Html>) -> Html {
    match (remote, there) {
        (Remote::Failed(failure), _) => {
            let trouble = Trouble::Failed(failure.clone());
            error_state(props.state.lang, &trouble, &props.here().links.restart)
        }
        (_, Some(there)) => there,
        (_, None) => rows_skeleton(),
    }
}

fn view_similar(here: &Here, beside: &BesideResponse) -> Html {
    let t = readings(here.lang);
    html! {
        <>
            <h3>{ t.similar }</h3>
            if beside.similar.is_empty() {
                <p>{ t.no_similar }</p>
            }
            <ol class="similar" role="list">{ for beside.similar.iter().map(|similar| view_one(here, similar)) }</ol>
            <p class="facet-note">{ (t.compared)(beside.compared, beside.others) }</p>
        </>
    }
}

fn view_one(here: &Here, similar: &Similar) -> Html {
    let t = readings(here.lang);
    let doc = &similar.article.doc;
    let compared = here.view.reading.with.as_ref() == Some(doc);
    let compare = ViewState {
        reading: ReadingView {
            beside: true,
            with: Some(doc.clone()).filter(|_| !compared),
            ..here.view.reading.clone()
        },
        ..here.view.clone()
    };
    let look = Look {
        class: classes!("text-button"),
        current: compared,
        ..Look::default()
    };
    html! {
        <li class="proof">
            { article_link(here, &similar.article) }
            <p class="similar-why">
                if similar.phrases > 0 {
                    <span>{ (t.shares)(percent(similar.phrases)) }</span>
                }
                if !similar.shared.is_empty() {
                    <span>{ t.both_name }</span>
                    { for similar.shared.iter().map(|entity| here.entity(entity)) }
                    <span class="fact-how">{ (t.alike)(percent(similar.names)) }</span>
                }
                { here.link(look, compare, html! { { if compared { t.end_diff } else { t.compare } } }) }
            </p>
        </li>
    }
}

/// Thousandths as hundredths, rounded; of what is there never nought.
const fn percent(thousandths: u32) -> u32 {
    match (thousandths, (thousandths + 5) / 10) {
        (1.., 0) => 1,
        (_, percent) => percent,
    }
}

/// The title of an article, which opens it, with its date and outlet.
pub(super) fn article_link(here: &Here, article: &ArticleSummary) -> Html {
    let look = Look {
        lang: Some("vi"),
        ..Look::default()
    };
    html! {
        <>
            { here.link(look, here.opened(&article.doc, ""), html! { { &article.title } }) }
            <p class="card-facts">
                { when(here.lang, article.date.as_ref()) }
                if let Some(source) = &article.source {
                    <span class="card-source">{ source }</span>
                }
            </p>
        </>
    }
}

fn view_news(here: &Here, news: &News) -> Html {
    let t = readings(here.lang);
    let phrases = match news {
        News::Undated => &[],
        News::Told { phrases, .. } => phrases.as_slice(),
    };
    let (first, rest) = phrases.split_at_checked(FIRST).unwrap_or((phrases, &[]));
    html! {
        <>
            <h3>{ t.news_heading }</h3>
            <p>{ (t.news)(news) }</p>
            if !phrases.is_empty() {
                <ul class="phrases" role="list">{ for first.iter().map(|phrase| view_phrase(here, phrase)) }</ul>
                if !rest.is_empty() {
                    <details>
                        <summary>{ (here.t.filters.show_more)(rest.len() as u32) }</summary>
                        <ul class="phrases" role="list">{ for rest.iter().map(|phrase| view_phrase(here, phrase)) }</ul>
                    </details>
                }
                <p class="facet-note">{ t.news_why }</p>
            }
        </>
    }
}

/// A phrase, which leads to where it stands first, and how often it does.
fn view_phrase(here: &Here, phrase: &NewPhrase) -> Html {
    let inner = html! { { &phrase.text } };
    let look = Look {
        lang: Some("vi"),
        ..Look::default()
    };
    html! {
        <li>
            if let Some((anchor, ..)) = phrase.places.first() {
                { here.link(look, ViewState { passage: Some(anchor.clone()), ..here.view.clone() }, inner) }
            } else {
                <span lang="vi">{ inner }</span>
            }
            if phrase.count > 1 {
                <span class="fact-how">{ format!("×\u{2060}{}", phrase.count) }</span>
            }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::survey::lens;
    use crate::fixtures;
    use crate::view::Lang;
    use engine::protocol::{DiffOf, DiffPiece, DiffResponse, Packed};
    use std::rc::Rc;

    fn summary(doc: &str, title: &str) -> ArticleSummary {
        ArticleSummary {
            doc: doc.into(),
            title: title.into(),
            date: None,
            source: Some("Thanh Niên".into()),
        }
    }

    fn answer(news: News) -> BesideResponse {
        BesideResponse {
            doc: "003".into(),
            similar: vec![Similar {
                article: summary("004", "Hội kiến tại Moskva"),
                phrases: 344,
                names: 150,
                shared: fixtures::entities()
                    .into_iter()
                    .map(|(entity, _)| entity)
                    .take(2)
                    .collect(),
            }],
            compared: 4,
            others: 4,
            news,
            ledgers: vec![fixtures::meetings()],
        }
    }

    #[component]
    fn Pane(props: &Alone) -> Html {
        lens::<BesidePane>(&props.state.0, &fixtures::links(), &Callback::noop())
    }

    #[derive(PartialEq, Properties)]
    struct Alone {
        state: ByPtr<AppState>,
    }

    fn pane(news: News, with: Option<&'static str>) -> String {
        fixtures::render::<Pane>(move || {
            let mut state = fixtures::state(Lang::En);
            state.view.reading.with = with.map(str::to_owned);
            state.beside = Remote::Ready(Rc::new(Packed::new(&answer(news))));
            let piece = |of, text: &str| DiffPiece {
                of,
                text: text.into(),
            };
            state.diff = Remote::Ready(Rc::new(Packed::new(&DiffResponse {
                older: summary("004", "Hội kiến tại Moskva"),
                newer: summary("003", "Nâng tầm hợp tác"),
                ordered: false,
                pieces: vec![
                    piece(DiffOf::Both, "Hai bên "),
                    piece(DiffOf::Older, "tăng cường "),
                    piece(DiffOf::Newer, "<b>thúc đẩy</b> "),
                ],
            })));
            Alone {
                state: ByPtr(Rc::new(state)),
            }
        })
    }

    #[track_caller]
    fn check(html: &str, parts: &[&str]) {
        for part in parts {
            assert!(html.contains(part), "no {part} in {html}");
        }
    }

    #[test]
    fn what_is_similar_says_why() {
        let html = pane(News::Undated, None);
        check(
            &html,
            &[
                "Hội kiến tại Moskva",
                "shares 34 % of this article’s phrases",
                "Both name",
                "names 15 % alike",
                ">Compare word by word<",
                "no date",
                "Meetings",
            ],
        );
        assert!(!html.contains("<ins"), "{html}");
    }

    #[test]
    fn differences_are_elements_of_their_own_and_no_markup() {
        let html = pane(News::Undated, Some("004"));
        check(
            &html,
            &[
                "<del>tăng cường </del>",
                "<ins>&lt;b&gt;thúc đẩy&lt;/b&gt; </ins>",
                ">End the comparison<",
                "which of the two is earlier is not known",
            ],
        );
    }

    #[test]
    fn what_is_new_is_counted_and_listed() {
        let phrase = |text: &str, count| NewPhrase {
            text: text.into(),
            count,
            places: vec![("p-3fa2".into(), 0, 3)],
        };
        let told = News::Told {
            earlier: 7,
            read: 5,
            total: 2,
            phrases: vec![phrase("Tuyên bố chung", 3), phrase("định hướng lớn", 1)],
        };
        let html = pane(told, None);
        check(
            &html,
            &[
                "2 phrases stand in none of the earlier articles (read: 5 of 7).",
                "Tuyên bố chung",
                "×\u{2060}3",
            ],
        );
        let first = News::Told {
            earlier: 0,
            read: 0,
            total: 0,
            phrases: vec![],
        };
        check(
            &pane(first, None),
            &["No article of the corpus is surely earlier"],
        );
    }

    #[test]
    fn shares_are_rounded_and_never_vanish() {
        assert_eq!([0, 1, 14, 15, 1000].map(percent), [0, 1, 1, 2, 100]);
    }
}
