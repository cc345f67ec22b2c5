//! A date with how well it is known.

use crate::i18n::{date, text};
use crate::view::Lang;
use engine::protocol::{Basis, DateKind, DateSummary, Precision};
use yew::{Html, html};

/// The date of an article in one line: `tháng 3/2018`, `4/9/2025`, `không rõ năm`; with its kind where it is not the day
/// of publication, and its basis where the text does not say it.
pub(crate) fn when(lang: Lang, summary: Option<&DateSummary>) -> Html {
    let t = text(lang);
    let Some(summary) = summary else {
        return html! { <span class="when when-unknown">{ t.results.no_year }</span> };
    };
    html! {
        <span class="when">
            <time datetime={machine_date(summary)}>{ date(lang, summary) }</time>
            if summary.kind == DateKind::Event {
                <span class="when-basis">{ t.results.event }</span>
            }
            if summary.basis != Basis::Written {
                <span class="when-basis">{ (t.results.basis)(summary.basis) }</span>
            }
        </span>
    }
}

/// A date in full, for the facts of an article.
pub(crate) fn when_in_full(lang: Lang, summary: &DateSummary) -> Html {
    let t = text(lang);
    let kind = match summary.kind {
        DateKind::Published => t.results.published,
        DateKind::Event => t.results.event,
    };
    html! {
        <>
            <time datetime={machine_date(summary)}>{ date(lang, summary) }</time>
            <span class="fact-how">
                { kind }{ ", " }{ (t.results.basis)(summary.basis) }
                if let Some(rule) = &summary.rule {
                    { " (" }{ (t.reader.rule)(rule) }{ ")" }
                }
            </span>
        </>
    }
}

/// A form HTML knows: intervals have none, so their first day stands for them.
fn machine_date(summary: &DateSummary) -> String {
    let length = match summary.precision {
        Precision::Year => 4,
        Precision::Month => 7,
        Precision::Day => 10,
    };
    summary.from.get(..length).unwrap_or(&summary.from).to_owned()
}
