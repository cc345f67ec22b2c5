//! Where the passage of an address is in an article that may have changed since.
//!
//! An address names a passage by the hash of its words, `p-3fa2`. A link that is copied goes on with a second one, of the
//! words that the passage begins with: `p-3fa2.9b3c`. So a passage is found whose end was mended, and nothing is guessed:
//! where neither hash is there, the passage is not.

use super::AppState;
use crate::view::ViewState;
use engine::protocol::{ArticleResponse, Block};

/// A passage that an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The anchor of its block.
    pub(super) anchor: String,
    /// The words are not those of the link.
    pub(super) changed: bool,
}

/// The passage of an article that an address names; none where it is gone.
pub(super) fn find(article: &ArticleResponse, wanted: &str) -> Option<Found> {
    let (name, beginning) = match wanted.split_once('.') {
        Some((name, beginning)) => (name, Some(beginning)),
        None => (wanted, None),
    };
    let blocks = || article.blocks.iter();
    let found = |changed: bool| {
        move |block: &Block| Found {
            anchor: block.anchor.clone(),
            changed,
        }
    };
    let same = blocks().find(|block| block.anchor == name);
    let same = same.or_else(|| blocks().find(|block| is_same_hash(&block.anchor, name)));
    let begun = || blocks().find(|block| beginning == Some(&engine::beginning(&block.text)));
    same.map(found(false)).or_else(|| begun().map(found(true)))
}

/// Whether two anchors are of the same words: how many digits of the hash they have depends on the other passages, and the
/// number behind them on how many say the same.
fn is_same_hash(one: &str, other: &str) -> bool {
    let (one, other) = (hash(one), hash(other));
    let shorter = one.len().min(other.len());
    shorter >= SHORTEST && one.get(..shorter) == other.get(..shorter)
}

/// Digits of a hash at least.
const SHORTEST: usize = 4;

/// The digits of an anchor.
fn hash(anchor: &str) -> &str {
    let name = anchor.strip_prefix("p-").unwrap_or_default();
    name.split('-').next().unwrap_or_default()
}

impl AppState {
    /// The view as a link is to name it that has to last: the passage by its beginning too.
    pub fn lasting(&self) -> ViewState {
        let mut view = self.view.clone();
        let block = view
            .passage
            .as_ref()
            .zip(self.article.shown())
            .and_then(|(passage, article)| article.blocks.iter().find(|block| block.anchor == *passage));
        if let Some(block) = block {
            view.passage = Some(format!("{}.{}", block.anchor, engine::beginning(&block.text)));
        }
        view
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures;
    use crate::state::Remote;
    use crate::view::Lang;
    use std::rc::Rc;

    #[test]
    fn a_passage_is_found_by_its_words_or_by_its_beginning() {
        let mut article = fixtures::article();
        let block = article.blocks[2].clone();
        let beginning = engine::beginning(&block.text);
        let find = |article: &ArticleResponse, wanted: &str| {
            find(article, wanted).map(|found| (found.anchor, found.changed))
        };
        let here = |changed| Some((block.anchor.clone(), changed));
        assert_eq!(find(&article, &block.anchor), here(false));
        assert_eq!(find(&article, &format!("{}0c-2.ffff", block.anchor)), here(false));
        assert_eq!(find(&article, &format!("p-0.{beginning}")), here(true));
        assert_eq!(find(&article, "p-0"), None);
        assert_eq!(find(&article, "p-ffff.0000"), None);
        assert_eq!(find(&article, ""), None);
        article.blocks[2].text.push_str(" Thêm một câu.");
        assert_eq!(find(&article, &format!("p-0.{beginning}")), here(true));
    }

    #[test]
    fn a_link_that_lasts_leads_where_it_was_made() {
        let mut state = fixtures::state(Lang::En);
        assert_eq!(state.lasting(), state.view);
        state.view.passage = Some("p-3fa2".into());
        let lasting = state.lasting().passage.unwrap();
        assert!(
            lasting.starts_with("p-3fa2.") && lasting.len() == "p-3fa2.".len() + 4,
            "{lasting}"
        );
        let found = find(state.article.shown().unwrap(), &lasting).unwrap();
        assert_eq!((found.anchor.as_str(), found.changed), ("p-3fa2", false));
        state.article = Remote::Ready(Rc::new(ArticleResponse {
            blocks: vec![],
            ..fixtures::article()
        }));
        assert_eq!(state.lasting(), state.view);
    }
}
