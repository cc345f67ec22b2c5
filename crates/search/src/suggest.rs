//! What the words of an index begin with: for completions while somebody types, and to know whether a name stands there.

use crate::index::terms::Form;
use crate::lookup;
use crate::model::{Facet, ZoneSet};
use crate::order::{InOrder as _, added_up};
use crate::search::{Outcome, complete};
use crate::source::{Segment, Source, sources};
use crate::view;
use std::cmp::Reverse;
use viet::Syllable;

/// Most chunks of terms that one completion reads: a single letter begins a great part of a large dictionary.
const MOST_CHUNKS: usize = 8;

/// A word, or two side by side, that what was typed may become.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Completion {
    /// As it is written, in small letters.
    pub text: String,
    /// Number of articles with it in title or body; of a title and a body the greater one.
    pub articles: u32,
    /// Whether it begins with the word before the one that is typed.
    pub continues: bool,
}

/// What `typed` may become: the units of two syllables that go on from `before`, the most frequent first, and then the
/// words and units that `typed` begins. Typed accents bind. `typed` may be empty where there is a word before it.
///
/// Nothing is read, and nothing found, where too much begins that way.
///
/// ```
/// use search::{Document, Packed, completions, write};
/// # use corpus::{Zone, ZoneKind};
/// let text = "Hợp tác và hội đàm. Hợp tác.";
/// let zones = [Zone { span: viet::Span::new(0, text.len()), kind: ZoneKind::Body }];
/// let bytes = write(&[Document { id: "a", text, zones: &zones, title: None, date: None, payload: &[], facets: vec![] }]);
/// let index = Packed::open(&bytes)?;
/// let found = completions(&[index.segment()], None, "ho", 9).answer().unwrap();
/// assert!(found.iter().any(|found| found.text == "hợp" && found.articles == 1));
/// # Ok::<(), search::IndexError>(())
/// ```
pub fn completions(
    segments: &[Segment],
    before: Option<&str>,
    typed: &str,
    limit: usize,
) -> Outcome<Vec<Completion>> {
    let sources = sources(segments);
    let typed_syllable = Syllable::new(typed);
    let before = before.map(Syllable::new).filter(|word| !word.bare().is_empty());
    let mut continuing = Vec::new();
    let mut beginning = Vec::new();
    for source in &sources {
        if let Some(before) = &before {
            continuations(source, before, &typed_syllable, &mut continuing);
        }
        if !typed_syllable.bare().is_empty() {
            beginnings(source, &typed_syllable, &mut beginning);
        }
    }
    let whole = viet::normalise(typed);
    beginning.retain(|(form, _)| *form != whole);
    let mut found = ranked(continuing, true);
    // Two thirds at most for what goes on from the word before.
    found.truncate(limit.div_ceil(3) * 2);
    let others = ranked(beginning, false);
    found.extend(others);
    found.truncate(limit);
    finish(&sources, found)
}

/// The values of a facet with the number of articles of each, ascending. [`Facet::Zone`] has none here.
pub fn values(segments: &[Segment], facet: Facet) -> Outcome<Vec<(String, u32)>> {
    let sources = sources(segments);
    let mut counts = Vec::new();
    for source in &sources {
        if facet != Facet::Zone {
            view::each_value(source, facet, |slug, documents| {
                let mut count = 0;
                documents(&mut |_| count += 1);
                counts.push((slug.to_owned(), count));
            });
        }
    }
    finish(&sources, added_up(counts))
}

/// Whether every syllable of a name stands somewhere in the same segment, as far as its accents are given.
pub fn stands(segments: &[Segment], name: &str) -> Outcome<bool> {
    let sources = sources(segments);
    let syllables: Vec<Syllable> = viet::tokens(name)
        .map(|token| Syllable::new(token.span.of(name)))
        .collect();
    let in_source = |source: &Source| {
        syllables
            .iter()
            .all(|syllable| !lookup::complete(source, syllable).is_empty())
    };
    let found = !syllables.is_empty() && sources.iter().any(in_source);
    finish(&sources, found)
}

fn continuations(source: &Source, before: &Syllable, typed: &Syllable, found: &mut Vec<(String, u32)>) {
    let prefix = format!("{} {}", before.bare(), typed.letters_as_written());
    each(source, &prefix, |_, form| {
        let Some((first, second)) = form.norm.split_once(' ') else {
            return;
        };
        let (first, second) = (Syllable::new(first), Syllable::new(second));
        let goes_on = typed.bare().is_empty() || typed.matches_prefix(&second).is_some();
        if goes_on && before.matches(&first).is_some() {
            count(form, source.len(), found);
        }
    });
}

fn beginnings(source: &Source, typed: &Syllable, found: &mut Vec<(String, u32)>) {
    each(source, &typed.letters_as_written(), |key, form| {
        let first = form.norm.split(' ').next().unwrap_or("");
        if !key.contains(&b'*') && typed.matches_prefix(&Syllable::new(first)).is_some() {
            count(form, source.len(), found);
        }
    });
}

/// Calls `then` with the forms below keys that begin so, where they are not too many to look at.
fn each<'a>(source: &Source<'a>, prefix: &str, then: impl FnMut(&[u8], &Form<'a>)) {
    let mut then = then;
    let chunks = source.index.term_chunks(prefix.as_bytes(), prefix.as_bytes());
    if chunks.take(MOST_CHUNKS + 1).count() <= MOST_CHUNKS {
        source.forms_from(prefix, |key, form| then(key, &form));
    }
}

fn count(form: &Form, documents: u32, found: &mut Vec<(String, u32)>) {
    let articles = form.documents_in(ZoneSet::usual(), documents);
    // The empty form stands for all that are too rare to have a list of their own.
    if articles > 0 && !form.norm.is_empty() {
        found.push((form.norm.clone(), articles));
    }
}

fn ranked(found: Vec<(String, u32)>, continues: bool) -> Vec<Completion> {
    let mut found: Vec<Completion> = added_up(found)
        .into_iter()
        .map(|(text, articles)| Completion {
            text,
            articles,
            continues,
        })
        .collect();
    found.order_by_key(|found| Reverse(found.articles));
    found
}

fn finish<T>(sources: &[Source], answer: T) -> Outcome<T> {
    complete(sources).map(|()| answer).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Packed, write};
    use corpus::Zone;
    use corpus::ZoneKind;
    use proptest::prelude::*;

    fn index(texts: &[&str]) -> Vec<u8> {
        let zones: Vec<[Zone; 1]> = texts
            .iter()
            .map(|text| {
                [Zone {
                    span: viet::Span::new(0, text.len()),
                    kind: ZoneKind::Body,
                }]
            })
            .collect();
        let ids: Vec<String> = (0..texts.len()).map(|at| at.to_string()).collect();
        let documents: Vec<Document> = (0..texts.len())
            .map(|at| Document {
                id: &ids[at],
                text: texts[at],
                zones: &zones[at],
                title: None,
                date: None,
                payload: &[],
                facets: vec![(Facet::Person, format!("p{}", at % 2))],
            })
            .collect();
        write(&documents)
    }

    const TEXTS: [&str; 5] = [
        "Hai bên hợp tác về điện hạt nhân.",
        "Hợp tác giữa hai nước.",
        "Hợp tác. Họp báo. Hội đàm.",
        "Hợp tác và hội đàm.",
        "Hợp tác, hợp tác.",
    ];

    fn found(before: Option<&str>, typed: &str) -> Vec<String> {
        let bytes = index(&TEXTS);
        let packed = Packed::open(&bytes).unwrap();
        let found = completions(&[packed.segment()], before, typed, 9)
            .answer()
            .unwrap();
        found
            .into_iter()
            .map(|found| format!("{} {}", found.text, found.articles))
            .collect()
    }

    #[test]
    fn a_beginning_becomes_the_most_frequent_words_first() {
        let found = found(None, "ho");
        assert_eq!(found[0], "hợp 5");
        assert!(
            found.contains(&"hội 2".to_owned()) && found.contains(&"họp 1".to_owned()),
            "{found:?}"
        );
    }

    #[test]
    fn typed_accents_bind_and_the_word_itself_is_no_completion() {
        let binds = found(None, "hộ");
        assert!(
            !binds.is_empty() && binds.iter().all(|found| found.starts_with("hội")),
            "{binds:?}"
        );
        assert!(!found(None, "hợp").contains(&"hợp 5".to_owned()));
    }

    #[test]
    fn the_word_before_goes_on() {
        for (typed, before) in [("t", "hop"), ("ta", "hợp"), ("", "hop")] {
            assert_eq!(found(Some(before), typed)[0], "hợp tác 5", "{typed}");
        }
        assert!(found(Some("hóp"), "t").iter().all(|found| !found.contains("hợp")));
    }

    #[test]
    fn a_name_stands_where_all_its_syllables_do() {
        let bytes = index(&TEXTS);
        let packed = Packed::open(&bytes).unwrap();
        let stands = |name| super::stands(&[packed.segment()], name).answer().unwrap();
        assert!(stands("Điện hạt nhân") && stands("dien hat"));
        assert!(!stands("Điện lực") && !stands("Москва") && !stands(""));
    }

    #[test]
    fn values_are_counted_by_article() {
        let bytes = index(&TEXTS);
        let packed = Packed::open(&bytes).unwrap();
        let values = values(&[packed.segment()], Facet::Person).answer().unwrap();
        assert_eq!(values, [("p0".to_owned(), 3), ("p1".to_owned(), 2)]);
    }

    proptest! {
        #[test]
        fn completions_begin_as_typed_and_are_never_too_many(typed in "[a-z]{0,3}", before in proptest::option::of("[a-z]{1,3}"), limit in 0usize..9) {
            let bytes = index(&TEXTS);
            let packed = Packed::open(&bytes).unwrap();
            let found = completions(&[packed.segment()], before.as_deref(), &typed, limit).answer().unwrap();
            prop_assert!(found.len() <= limit);
            for found in found {
                let at = usize::from(found.continues);
                let word = Syllable::new(found.text.split(' ').nth(at).unwrap());
                prop_assert!(word.bare().starts_with(Syllable::new(&typed).letters_as_written().as_str()) || typed.contains('y'), "{found:?}");
                prop_assert!(found.articles > 0 && found.articles <= 5);
            }
        }
    }
}
