//! What stands on the tab.

use crate::i18n::{entity_name, text};
use crate::state::AppState;

const NAME: &str = "Song Phương";
/// Longer titles are cut: a tab shows a few words, a bookmark some more.
const LONGEST: usize = 80;

/// The open article, else the entity looked at, else the query, else what the page is.
pub fn tab_title(state: &AppState) -> String {
    let view = &state.view;
    let article = state.article.shown().filter(|_| view.doc.is_some());
    let met = state
        .entity
        .shown()
        .filter(|_| view.doc.is_none() && view.entity.is_some());
    let met = met.map(|met| entity_name(state.lang, &met.entity).text);
    let about = match (article, &met) {
        (Some(article), _) => article.title.text.trim(),
        (None, Some(name)) => name.as_str(),
        (None, None) => view.query.trim(),
    };
    if about.is_empty() {
        return format!("{NAME} – {}", text(state.lang).frame.tagline);
    }
    let mut about_short: String = about.chars().take(LONGEST).collect();
    if about_short.len() < about.len() {
        about_short.push('…');
    }
    format!("{about_short} – {NAME}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{first_visit, state};
    use crate::view::Lang;

    #[test]
    fn the_tab_says_what_is_shown() {
        assert_eq!(
            tab_title(&first_visit(Lang::Vi)),
            "Song Phương – Đọc kỹ tin ngoại giao"
        );
        let mut state = state(Lang::Vi);
        assert!(tab_title(&state).starts_with("Việt Nam và Nga quyết tâm"));
        state.view.doc = None;
        assert_eq!(tab_title(&state), "hop tac -kremlin – Song Phương");
        state.view.query = "ệ".repeat(200);
        assert_eq!(
            tab_title(&state).chars().count(),
            LONGEST + "… – Song Phương".chars().count()
        );
    }
}
