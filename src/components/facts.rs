//! What is known of an article besides its text, and why it is believed.

use super::here::{Here, Look};
use super::when::when_in_full;
use crate::i18n::{Messages, language_of, readings, topic_name};
use crate::view::Lang;
use engine::protocol::{ArticleResponse, ArticleTopic, Basis, Facet, SourceKind, SourceStep};
use yew::prelude::*;

/// The facts, and what the curator notes.
pub(crate) fn facts(here: &Here, article: &ArticleResponse) -> Html {
    let (lang, t) = (here.lang, here.t);
    let date = match &article.date {
        Some(date) => when_in_full(lang, date),
        None => html! { t.results.no_year },
    };
    let others: Vec<_> = article
        .dates
        .iter()
        .filter(|date| Some(*date) != article.date.as_ref())
        .collect();
    html! {
        <>
            <dl class="facts">
                { fact(t.reader.date, date) }
                if !others.is_empty() {
                    { fact(t.reader.other_dates, others.into_iter().map(|date| html! {
                        <span class="fact-item">{ when_in_full(lang, date) }</span>
                    }).collect()) }
                }
                if let Some((source, basis)) = &article.source {
                    { fact(t.reader.source, html! {
                        <>{ source }{ doubt(t, *basis) }</>
                    }) }
                }
                if !article.chain.is_empty() {
                    { fact(readings(lang).chain, chain(here, article)) }
                }
                if let Some(author) = &article.author {
                    { fact(t.reader.author, html! { <span lang={language_of(author)}>{ author }</span> }) }
                }
                if let Some(language) = &article.language {
                    { fact(t.reader.language, html! {
                        (t.reader.language_name)(language).map_or_else(|| language.clone(), str::to_owned)
                    }) }
                }
                if !article.topics.is_empty() {
                    { fact((t.filters.facet)(Facet::Topic), view_topics(lang, &article.topics)) }
                }
                { fact(t.reader.file, file(t, article)) }
            </dl>
            if article.title_basis == Basis::Curated || article.curator_note.is_some() {
                <p class="curator-note">
                    <span class="curator-label">{ t.reader.note }</span>
                    { article.curator_note.clone().unwrap_or_default() }
                </p>
            }
        </>
    }
}

pub(super) fn fact(label: &'static str, value: Html) -> Html {
    html! { <div class="fact"><dt>{ label }</dt><dd>{ value }</dd></div> }
}

/// The way that the article took, step by step, each with what it rests on and a link to the passage that says so.
fn chain(here: &Here, article: &ArticleResponse) -> Html {
    let step = |step: &SourceStep| {
        let basis = match step.kind {
            SourceKind::Curator => Basis::Curated,
            _ => Basis::Written,
        };
        let look = Look {
            lang: language_of(&step.value),
            ..Look::default()
        };
        let value = html! { { &step.value } };
        html! {
            <li>
                if step.anchor.is_empty() {
                    { value }
                } else {
                    { here.link(look, here.opened(&article.doc, &step.anchor), value) }
                }
                <span class="fact-how">
                    { (readings(here.lang).step)(step.kind) }{ ", " }{ (here.t.results.basis)(basis) }
                </span>
            </li>
        }
    };
    html! { <ol class="chain">{ for article.chain.iter().map(step) }</ol> }
}

/// The topics; unfolded, each with its words.
fn view_topics(lang: Lang, topics: &[ArticleTopic]) -> Html {
    let names = topics.iter().map(|topic| {
        let name = topic_name(lang, &topic.topic);
        html! { <span class="topic" lang={name.lang}>{ name.text }</span> }
    });
    html! {
        <details>
            <summary>{ for names }</summary>
            { for topics.iter().map(|topic| view_topic(lang, topic)) }
        </details>
    }
}

/// A topic with the words that say so, and how often they stand there.
fn view_topic(lang: Lang, topic: &ArticleTopic) -> Html {
    let name = topic_name(lang, &topic.topic);
    let words = topic.words.iter().map(|(word, times)| match times {
        1 => word.clone(),
        _ => format!("{word} ×\u{2060}{times}"),
    });
    let words: Vec<String> = words.collect();
    html! {
        <span class="fact-item">
            <span lang={name.lang}>{ name.text }</span>
            <span class="fact-how" lang="vi">{ words.join(", ") }</span>
        </span>
    }
}

/// Where a value comes from, unless the text says it.
fn doubt(t: &'static Messages, basis: Basis) -> Html {
    if basis == Basis::Written {
        return html! {};
    }
    html! { <span class="fact-how">{ (t.results.basis)(basis) }</span> }
}

fn file(t: &'static Messages, article: &ArticleResponse) -> Html {
    let noticed: Vec<String> = article
        .diagnostics
        .iter()
        .map(|(code, n)| (t.reader.diagnostic)(&code.replace('_', "-"), *n).unwrap_or_else(|| code.clone()))
        .collect();
    html! {
        <>
            <span class="file-name">{ &article.id }{ ".txt" }</span>
            <span class="fact-how">
                { &article.encoding }
                if !noticed.is_empty() { { "; " }{ noticed.join("; ") } }
            </span>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::by_ptr::ByPtr;
    use crate::fixtures;
    use crate::state::AppState;
    use std::rc::Rc;

    #[derive(PartialEq, Properties)]
    struct Alone {
        state: ByPtr<AppState>,
        article: ByPtr<ArticleResponse>,
    }

    #[component]
    fn Facts(props: &Alone) -> Html {
        let (links, dispatch) = (fixtures::links(), Callback::noop());
        facts(&Here::new(&props.state, &links, &dispatch), &props.article)
    }

    fn shown(lang: Lang, change: impl FnOnce(&mut ArticleResponse) + Send + 'static) -> String {
        fixtures::render::<Facts>(move || {
            let mut article = fixtures::article();
            change(&mut article);
            Alone {
                state: ByPtr(Rc::new(fixtures::state(lang))),
                article: ByPtr(Rc::new(article)),
            }
        })
    }

    #[test]
    fn each_step_of_the_way_says_how_it_is_known() {
        let html = shown(Lang::En, |_| {});
        for part in [
            "Source chain",
            "https://thanhnien.vn/a.htm</a>",
            "address in the source line, ",
            "TTXVN</a>",
            "credited at the end, ",
        ] {
            assert!(html.contains(part), "no {part} in {html}");
        }
        for (lang, part) in [(Lang::Vi, "Đường đi của bài"), (Lang::Ru, "Путь статьи")] {
            assert!(shown(lang, |_| {}).contains(part));
        }
    }

    #[test]
    fn what_a_curator_says_has_no_passage_and_is_no_markup() {
        let html = shown(Lang::En, |article| {
            article.chain = vec![SourceStep {
                kind: SourceKind::Curator,
                value: "<b>VOV</b>".into(),
                anchor: String::new(),
            }];
        });
        assert!(html.contains("<li>&lt;b&gt;VOV&lt;/b&gt;<span"), "{html}");
        let html = shown(Lang::En, |article| article.chain.clear());
        assert!(!html.contains("Source chain"), "{html}");
    }
}
