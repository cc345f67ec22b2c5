//! What stands on the tab.

use crate::i18n::text;
use crate::state::AppState;

const NAME: &str = "Song Phương";
/// Longer titles are cut: a tab shows a few words, a bookmark some more.
const LONGEST: usize = 80;

/// The open article, else the query, else what the page is.
pub fn tab_title(state: &AppState) -> String {
    let article = state.article.shown().filter(|_| state.view.doc.is_some());
    let about = article.map_or_else(|| state.view.query.trim(), |article| article.title.text.trim());
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
